// SPDX-License-Identifier: Apache-2.0
package dev.stoker.warmable;

/** The time of an execution environment. Tests put a clock of their own in its place. */
class EnvironmentClock {
    /** Now, as both clocks show it. */
    Moment now() {
        return new Moment(System.currentTimeMillis(), System.nanoTime());
    }

    /**
     * Waits by the monotonic clock.
     *
     * @param millis 0 or more
     * @throws InterruptedException if the thread is interrupted before or meanwhile
     */
    void sleep(long millis) throws InterruptedException {
        Thread.sleep(millis);
    }

    /** Milliseconds since this process started, or -1 where that cannot be known. */
    long processAgeMillis() {
        return ProcessAge.millis();
    }
}
