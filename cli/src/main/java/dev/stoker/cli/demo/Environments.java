// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.demo;

import dev.stoker.local.lambda.environments.LambdaObserver;
import dev.stoker.local.lambda.environments.LambdaObserver.EnvironmentEvent;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Observes how environments start and end. */
final class Environments implements LambdaObserver {
    private final Set<String> startedFor = new HashSet<>();
    private final List<Long> reclaimedAt = new ArrayList<>();

    @Override
    public synchronized void on(EnvironmentEvent event) {
        switch (event.kind()) {
            case STARTED -> startedFor.add(event.requestId());
            case RECLAIMED -> reclaimedAt.add(event.atMillis());
            case INITIALIZED, INVOKED, FREED -> {
                // not a start or an end
            }
        }
    }

    /** Whether an environment was started for this request, because none was free. */
    synchronized boolean startedFor(String requestId) {
        return startedFor.contains(requestId);
    }

    /** The number of environments that were reclaimed since an instant. */
    synchronized long reclaimedSince(long epochMillis) {
        return reclaimedAt.stream().filter(at -> at >= epochMillis).count();
    }
}
