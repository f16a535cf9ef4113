// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.bench.race;

import dev.stoker.cli.bench.contestant.Kit;
import dev.stoker.local.lambda.environments.LambdaObserver;
import java.util.HashSet;
import java.util.Set;

/** The embedded AWS's own record of the target's environments in the present cycle. */
final class Truth implements LambdaObserver {
    private final Set<String> touched = new HashSet<>();
    private final Set<String> startedFor = new HashSet<>();
    private long tick;
    private long first;
    private long last;
    private int cold;
    private int ended;
    private int warmEvents;

    /** Begins a cycle. */
    synchronized void begin(long atMillis) {
        touched.clear();
        tick = atMillis;
        first = 0;
        last = atMillis;
        cold = 0;
        ended = 0;
    }

    @Override
    public synchronized void on(EnvironmentEvent event) {
        if (!event.function().equals(Kit.TARGET)) {
            return;
        }
        switch (event.kind()) {
            case STARTED -> {
                cold++;
                startedFor.add(event.requestId());
            }
            case INVOKED -> {
                warmEvents += event.warmEvent() ? 1 : 0;
                if (touched.add(event.environmentId())) {
                    first = touched.size() == 1 ? event.atMillis() : first;
                    last = event.atMillis();
                }
            }
            case FREED -> {
                warmEvents -= event.warmEvent() ? 1 : 0;
                ended++;
                notifyAll();
            }
            case INITIALIZED, RECLAIMED -> {
                // not part of a cycle
            }
        }
    }

    /** Waits until so many invocations of the target have ended, or for so long. */
    synchronized void awaitEnded(int invocations, long patienceMillis) {
        long deadline = System.nanoTime() + patienceMillis * 1_000_000;
        try {
            while (ended < invocations) {
                long left = (deadline - System.nanoTime()) / 1_000_000;
                if (left <= 0) {
                    return;
                }
                wait(left);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether an environment was started for this request, because none was free. */
    synchronized boolean startedFor(String requestId) {
        return startedFor.contains(requestId);
    }

    /** How many of Stoker's sleep tasks hold environments now. */
    synchronized int warmEvents() {
        return warmEvents;
    }

    synchronized int held() {
        return touched.size();
    }

    synchronized int cold() {
        return cold;
    }

    synchronized long readyMillis() {
        return last - tick;
    }

    synchronized long sendMillis() {
        return touched.isEmpty() ? 0 : last - first;
    }
}
