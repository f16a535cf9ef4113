// SPDX-License-Identifier: Apache-2.0
package dev.stoker.warmable;

import java.security.SecureRandom;

/** The clocks, the random source and the wait that the sleep task uses. A simulation replaces them. */
public class Host {
    /** Uses the clocks of this process. */
    public Host() {}

    /** The current time on both clocks. */
    public final Moment now() {
        return new Moment(epochMillis(), nanos());
    }

    /** The wall clock, epoch milliseconds. */
    public long epochMillis() {
        return System.currentTimeMillis();
    }

    /** The monotonic clock, nanoseconds: only differences have a meaning. */
    public long nanos() {
        return System.nanoTime();
    }

    /** Milliseconds since this process started, or -1 if that is unknown. */
    public long processAgeMillis() {
        return ProcessAge.millis();
    }

    /** Bytes from a cryptographically secure random source. */
    public byte[] randomBytes(int count) {
        byte[] bytes = new byte[count];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }

    /**
     * Waits by the monotonic clock.
     *
     * @param millis 0 or more
     * @throws InterruptedException if the thread is interrupted before or during the wait
     */
    void sleep(long millis) throws InterruptedException {
        Thread.sleep(millis);
    }
}
