// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.lambda.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * Starts environments in the order in which they were asked for, no more at once than there are cores, because on Lambda each
 * has a CPU of its own: a hundred that share two cores would all be ready at the same late moment, and none soon.
 *
 * <p>An INIT that only waits, as for a database, needs no core and holds nobody up.
 */
final class StartQueue implements AutoCloseable {
    private static final int CORES = Runtime.getRuntime().availableProcessors();

    /** How often is looked whether a core is free. */
    private static final long LOOK_MILLIS = 1;

    /** An INIT may also be long work: after so many looks another one may begin beside it. */
    private static final int MOST_LOOKS = 1000;

    private final BlockingQueue<InJvmRuntime> waiting = new LinkedBlockingQueue<>();
    private final List<InJvmRuntime> starting = new ArrayList<>();
    private final Thread thread = new Thread(this::run, "start-environments");

    StartQueue() {
        thread.setDaemon(true);
        thread.start();
    }

    /** Starts it when its turn has come. */
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
