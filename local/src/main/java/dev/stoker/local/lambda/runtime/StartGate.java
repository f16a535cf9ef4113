// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.lambda.runtime;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Lets a few JVMs boot at once, because on Lambda each environment has a CPU of its own: a hundred at a time on two cores
 * would each seem to take a minute to initialise, and pass Lambda's limit of 10 s.
 *
 * <p>A place is held until INIT ends or only waits, as for a database: then it needs no core. That is seen by the CPU time
 * of its process, and not by how long it takes, which on a busy machine says nothing.
 */
final class StartGate {
    private static final int PLACES_PER_CORE = 2;

    /** A process that used less than {@link #LEAST_CPU_MILLIS} of CPU in so many milliseconds is waiting. */
    private static final long LOOK_MILLIS = 300;

    /** Two ticks of Linux's accounting. */
    private static final long LEAST_CPU_MILLIS = 20;

    /** Looks at one process, 10 s in all: INIT may also be long work. */
    private static final int MOST_LOOKS = 33;

    private final Semaphore places;

    private StartGate(int places) {
        this.places = new Semaphore(places, true);
    }

    static StartGate forThisMachine() {
        return new StartGate(PLACES_PER_CORE * Runtime.getRuntime().availableProcessors());
    }

    /**
     * Waits for a place, starts, and holds the place.
     *
     * @param cpuMillis CPU time that the started process has used; always 0 where that cannot be known
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
