// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.promote;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** A clock that begins now and goes on with each pause only; at the pauses a test does what others do in this time. */
final class HeldPace implements Pace {
    private final Deque<Runnable> meanwhile = new ArrayDeque<>();
    private Instant now = Instant.now();
    private int pauses;

    /** At the next pause that has nothing to do yet. */
    HeldPace then(Runnable others) {
        meanwhile.add(others);
        return this;
    }

    int pauses() {
        return pauses;
    }

    @Override
    public Instant now() {
        return now;
    }

    @Override
    public void pause(Duration time) {
        pauses++;
        now = now.plus(time);
        if (!meanwhile.isEmpty()) {
            meanwhile.remove().run();
        }
    }
}
