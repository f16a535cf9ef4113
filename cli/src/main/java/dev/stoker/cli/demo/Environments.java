// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.demo;

import dev.stoker.local.lambda.environments.LambdaObserver;
import dev.stoker.local.lambda.environments.LambdaObserver.EnvironmentEvent;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Watches environments come and go. */
final class Environments implements LambdaObserver {
    private final Set<String> startedFor = new HashSet<>();
    private final List<Long> reclaimedAt = new ArrayList<>();

    @Override
    public synchronized void on(EnvironmentEvent event) {
        switch (event.kind()) {
            case STARTED -> startedFor.add(event.requestId());
            case RECLAIMED -> reclaimedAt.add(event.atMillis());
            case INITIALIZED, INVOKED, FREED -> {
                // neither comes nor goes
            }
        }
    }

    /** Whether one was started because this request found none free. */
    synchronized boolean startedFor(String requestId) {
        return startedFor.contains(requestId);
    }

    /** How many were reclaimed since an instant. */
    synchronized long reclaimedSince(long epochMillis) {
        return reclaimedAt.stream().filter(at -> at >= epochMillis).count();
    }
}
