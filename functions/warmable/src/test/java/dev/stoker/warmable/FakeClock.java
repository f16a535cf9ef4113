// SPDX-License-Identifier: Apache-2.0
package dev.stoker.warmable;

import java.util.ArrayList;
import java.util.List;

/** A clock that a test holds: it moves when the test says so, and a sleep moves it at once. */
final class FakeClock extends Host {
    static final long START = 1_795_360_868_000L;

    final List<Long> sleeps = new ArrayList<>();
    long processAgeMillis = 1850;
    Wait duringSleep = millis -> {};

    private long epochMillis = START;
    private long nanos = -5_000_000_000L; // any number: only differences mean something

    /** What happens while the environment sleeps. */
    interface Wait {
        void sleeping(long millis) throws InterruptedException;
    }

    /** Time passes. */
    void pass(long millis) {
        passNanos(millis * 1_000_000);
    }

    void passNanos(long more) {
        nanos += more;
        epochMillis += more / 1_000_000;
    }

    /** Lambda freezes the environment; in the worst case the monotonic clock stands still. */
    void freeze(long millis) {
        epochMillis += millis;
    }

    /** The machine sets its wall clock. */
    void setWallClock(long millisLater) {
        epochMillis += millisLater;
    }

    @Override
    public long epochMillis() {
        return epochMillis;
    }

    @Override
    public long nanos() {
        return nanos;
    }

    @Override
    void sleep(long millis) throws InterruptedException {
        sleeps.add(millis);
        duringSleep.sleeping(millis);
        pass(millis);
    }

    @Override
    public long processAgeMillis() {
        return processAgeMillis;
    }
}
