// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.lambda.environments;

import dev.stoker.local.account.AwsError;
import dev.stoker.local.time.Timeline.Cancellable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The environments of one version: sends each call to a free or new environment, and reclaims idle environments. */
final class Pool {
    private final Machinery machinery;
    private final FunctionVersion version;
    private final Fleet fleet;
    private final Set<Environment> alive = new LinkedHashSet<>();
    /** In the order in which they became free. */
    private final List<Environment> free = new ArrayList<>();

    private final Map<Environment, Cancellable> reclaims = new HashMap<>();
    private final Set<Environment> awaited = new LinkedHashSet<>();
    private boolean retired;

    Pool(Machinery machinery, FunctionVersion version, Fleet fleet) {
        this.machinery = machinery;
        this.version = version;
        this.fleet = fleet;
    }

    FunctionVersion version() {
        return version;
    }

    Set<Environment> alive() {
        return alive;
    }

    boolean isEmpty() {
        return alive.isEmpty();
    }

    /** Finds an environment for a call. Rejects the call if it needs a new environment that may not be started now. */
    void place(EnvironmentCall call) {
        if (!free.isEmpty()) {
            Environment chosen = free.remove(choose());
            reclaims.remove(chosen).cancel();
            chosen.take(call);
        } else if (version.statistics().mayStart(machinery.now())) {
            version.statistics().coldStart();
            Environment started = fleet.create(version, this);
            alive.add(started);
            awaited.add(started);
            started.start(call);
        } else {
            version.statistics().throttled();
            call.refused(AwsError.throttled("ConcurrentInvocationLimitExceeded"));
        }
    }

    private int choose() {
        return switch (machinery.settings().freeChoice()) {
            case MOST_RECENT -> free.size() - 1;
            case LEAST_RECENT -> 0;
            case RANDOM -> machinery.chance().below(free.size());
        };
    }

    /** An environment became free. */
    void freed(Environment environment) {
        awaited.remove(environment);
        Optional<EnvironmentCall> waiting = machinery.settings().handOver() ? oldestWaiting() : Optional.empty();
        if (waiting.isPresent()) {
            environment.take(waiting.get());
            return;
        }
        long now = machinery.now();
        long end = environment.endsAt();
        if (retired || end <= now) {
            reclaim(environment);
            return;
        }
        free.add(environment);
        long reclaimAt = Math.min(
                end, now + machinery.chance().idleMillis(machinery.settings().idleTime()));
        reclaims.put(environment, machinery.timeline().at(reclaimAt, () -> {
            free.remove(environment);
            reclaims.remove(environment);
            reclaim(environment);
        }));
    }

    private Optional<EnvironmentCall> oldestWaiting() {
        for (Environment starting : awaited) {
            Optional<EnvironmentCall> waiting = starting.surrender();
            if (waiting.isPresent()) {
                awaited.remove(starting);
                return waiting;
            }
        }
        return Optional.empty();
    }

    private void reclaim(Environment environment) {
        alive.remove(environment);
        environment.reclaim();
        fleet.emptied(version, this);
    }

    /** Ends the environments of a removed version: free environments now, the others when they become free. */
    void retire() {
        retired = true;
        List.copyOf(free).forEach(environment -> {
            reclaims.remove(environment).cancel();
            free.remove(environment);
            reclaim(environment);
        });
    }
}
