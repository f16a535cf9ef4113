// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.lambda.runtime;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Limits how many JVMs start at the same time, because on Lambda each environment has its own CPU: if a hundred started
 * at once on two cores, each would need a minute and exceed Lambda's limit of 10 s.
 *
 * <p>A start counts until INIT ends or only waits, for example for a database, and needs no core. This is determined by
 * the CPU time of the process, because the elapsed time is not meaningful on a busy machine.
 */
final class StartGate {
    private static final int PLACES_PER_CORE = 2;

    /** A process that used less than {@link #LEAST_CPU_MILLIS} of CPU time in this time, milliseconds, is waiting. */
    private static final long LOOK_MILLIS = 300;

    /** Two ticks of Linux's accounting. */
    private static final long LEAST_CPU_MILLIS = 20;

    /** The maximum number of checks of one process, 10 s in all, because INIT may also compute for a long time. */
    private static final int MOST_LOOKS = 33;

    private final Semaphore places;

    private StartGate(int places) {
        this.places = new Semaphore(places, true);
    }

    static StartGate forThisMachine() {
        return new StartGate(PLACES_PER_CORE * Runtime.getRuntime().availableProcessors());
    }

    /**
     * Waits until a start is allowed, starts, and counts as starting until INIT ends or waits.
     *
     * @param cpuMillis the CPU time of the started process; always 0 if unknown
     */
    void pass(Runnable start, CountDownLatch initialized, LongSupplier cpuMillis) throws InterruptedException {
        places.acquire();
        try {
            start.run();
            long used = 0;
            for (int looks = 0; looks < MOST_LOOKS; looks++) {
                if (initialized.await(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                    return;
                }
                long now = cpuMillis.getAsLong();
                if (now - used < LEAST_CPU_MILLIS) {
                    return;
                }
                used = now;
            }
        } finally {
            places.release();
        }
    }
}
