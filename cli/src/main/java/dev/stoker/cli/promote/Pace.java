// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.promote;

import java.time.Duration;
import java.time.Instant;

/** The clock of a promotion, and its pauses. A test holds both. */
public interface Pace {
    /** The time now. */
    Instant now();

    /** Waits. */
    void pause(Duration time);

    /** This machine's clock. */
    static Pace ofThisMachine() {
        return new Pace() {
            @Override
            public Instant now() {
                return Instant.now();
            }

            @Override
            public void pause(Duration time) {
                try {
                    Thread.sleep(time.toMillis());
                } catch (InterruptedException ending) {
                    Thread.currentThread().interrupt();
                }
            }
        };
    }
}
