// SPDX-License-Identifier: Apache-2.0
package dev.stoker.sample;

/** A wait. Tests write down how long it would have been. */
interface Pause {
    /** The real one. An interrupt ends it and stays visible in the thread's flag. */
    Pause REAL = millis -> {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    };

    /** Waits so many milliseconds, 0 or more. */
    void millis(long millis);
}
