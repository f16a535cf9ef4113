// SPDX-License-Identifier: Apache-2.0
package dev.stoker.warmable;

import java.security.SecureRandom;

/** What the sleep task takes from the machine it runs on: clocks, chance, and a wait. A simulation puts its own in its place. */
public class Host {
    /** The machine of this process. */
    public Host() {}

    /** Now, as both clocks show it. */
    public Moment now() {
        return new Moment(System.currentTimeMillis(), System.nanoTime());
    }

    /** Milliseconds since this process started, or -1 where that cannot be known. */
    public long processAgeMillis() {
        return ProcessAge.millis();
    }

    /** Bytes that nobody can guess. */
    public byte[] randomBytes(int count) {
        byte[] bytes = new byte[count];
        new SecureRandom().nextBytes(bytes);
        return bytes;
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
}
