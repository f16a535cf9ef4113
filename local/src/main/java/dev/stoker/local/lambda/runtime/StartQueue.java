// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.lambda.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * Starts environments in the order of the requests, at most as many at once as there are cores, because on Lambda each
 * has its own CPU: if a hundred shared two cores, all of them would be ready late.
 *
 * <p>An INIT that only waits, for example for a database, needs no core and does not block others.
 */
final class StartQueue implements AutoCloseable {
    private static final int CORES = Runtime.getRuntime().availableProcessors();

    /** The interval between checks for a free core. */
    private static final long LOOK_MILLIS = 1;

    /** The maximum number of checks before another INIT may begin, because INIT may also compute for a long time. */
    private static final int MOST_LOOKS = 1000;

    private final BlockingQueue<InJvmRuntime> waiting = new LinkedBlockingQueue<>();
    private final List<InJvmRuntime> starting = new ArrayList<>();
    private final Thread thread = new Thread(this::run, "start-environments");

    StartQueue() {
        thread.setDaemon(true);
        thread.start();
    }

    /** Adds a runtime, which starts in its turn. */
    void add(InJvmRuntime runtime) {
        waiting.add(runtime);
    }

    private void run() {
        try {
            while (true) {
                InJvmRuntime next = waiting.take();
                next.start();
                starting.add(next);
                awaitCore();
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private void awaitCore() throws InterruptedException {
        for (int looks = 0; looks < MOST_LOOKS; looks++) {
            starting.removeIf(InJvmRuntime::hasStarted);
            if (starting.stream().filter(InJvmRuntime::works).count() < CORES) {
                return;
            }
            Thread.sleep(LOOK_MILLIS);
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
