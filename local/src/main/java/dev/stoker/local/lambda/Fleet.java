// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.lambda;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All environments, by the version that they run. */
final class Fleet {
    private final Machinery machinery;
    private final Map<FunctionVersion, Pool> pools = new LinkedHashMap<>();
    private final List<Pool> retiring = new ArrayList<>();
    private long started;

    Fleet(Machinery machinery) {
        this.machinery = machinery;
    }

    void place(Call call) {
        pools.computeIfAbsent(call.version(), version -> new Pool(machinery, version, this))
                .place(call);
    }

    /** A new environment; the very first of all is the one whose clock a fault sets wrong. */
    Environment create(FunctionVersion version, Pool pool) {
        started++;
        String id = version.function().name() + "." + version.version().replace("$", "") + "." + started;
        long clockOffset = started == 1 ? machinery.chance().faults().clockMillis() : 0;
        return new Environment(machinery, version, id, pool, clockOffset);
    }

    /** The version can no longer be invoked. */
    void retire(FunctionVersion version) {
        Pool pool = pools.remove(version);
        if (pool != null) {
            retiring.add(pool);
            pool.retire();
            retiring.removeIf(Pool::isEmpty);
        }
    }

    void emptied(FunctionVersion version, Pool pool) {
        if (pool.isEmpty() && pools.get(version) != pool) {
            retiring.remove(pool);
        }
    }

    List<EnvironmentView> views() {
        List<EnvironmentView> views = new ArrayList<>();
        retiring.forEach(pool -> pool.alive().forEach(environment -> views.add(environment.view())));
        pools.values().forEach(pool -> pool.alive().forEach(environment -> views.add(environment.view())));
        return views;
    }
}
