// SPDX-License-Identifier: Apache-2.0
package dev.stoker.sample;

/** A wait. Tests record its length instead of waiting. */
interface Pause {
    /** Waits. An interrupt ends the wait, and the interrupt flag of the thread stays set. */
    Pause REAL = millis -> {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    };

    /** Waits for this time, 0 or more milliseconds. */
    void millis(long millis);
}
