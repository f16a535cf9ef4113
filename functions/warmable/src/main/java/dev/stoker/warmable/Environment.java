// SPDX-License-Identifier: Apache-2.0
package dev.stoker.warmable;

import java.security.SecureRandom;
import java.util.Base64;

/**
 * What an execution environment knows of itself: who it is, since when it lives, and what users had of it since the last
 * warm event.
 *
 * <p>Thread-safe: on Managed Instances invocations come at the same time. A user's invocation is counted when it ends,
 * with all its time, so each is counted once.
 */
final class Environment {
    /** Nine random bytes are twelve characters of base64url. */
    private static final int ID_BYTES = 9;

    /** A user who comes so soon after INIT, milliseconds, is taken for the one that INIT ran for. */
    private static final long WAITED_WITHIN_MILLIS = 1000;

    private static final long NANOS_PER_MILLI = 1_000_000;

    private final String initializationType;
    private final EnvironmentClock clock;
    private final Moment initialized;
    private final Long initMillis;

    private String id;
    private boolean invoked;
    private boolean userColdStart;
    private Moment intervalStart;
    private long served;
    private long busyNanos;

    /** To be called at the end of INIT. */
    Environment(Settings settings, EnvironmentClock clock) {
        this.initializationType = settings.initializationType();
        this.clock = clock;
        this.initMillis = initMillis(settings, clock);
        this.initialized = clock.now();
        this.intervalStart = initialized;
    }

    /** A restored snapshot is a process that started in another environment's INIT. */
    private static Long initMillis(Settings settings, EnvironmentClock clock) {
        if (!settings.ownProcess() || settings.initializationType().equals(Settings.SNAP_START)) {
            return null;
        }
        long age = clock.processAgeMillis();
        return age < 0 ? null : Long.valueOf(age);
    }

    /** A user's invocation begins; gives what {@link #userLeaves} wants back. */
    synchronized Moment userArrives() {
        Moment now = clock.now();
        if (!invoked) {
            invoked = true;
            userColdStart = initialized.millisAcrossFreezesUntil(now) < WAITED_WITHIN_MILLIS;
        }
        return now;
    }

    /** A user's invocation is over, however it ended. */
    synchronized void userLeaves(Moment arrived) {
        served++;
        busyNanos += arrived.nanosUntil(clock.now());
    }

    /** A warm event arrives: closes the interval that it reports on. */
    synchronized Visit warmArrives() {
        Moment now = clock.now();
        Visit visit = new Visit(
                id(),
                !invoked,
                initialized.epochMillis(),
                initMillis,
                now,
                Math.max(1, intervalStart.millisAcrossFreezesUntil(now)),
                busyNanos / NANOS_PER_MILLI,
                served,
                userColdStart,
                initializationType);
        invoked = true;
        userColdStart = false;
        served = 0;
        busyNanos = 0;
        return visit;
    }

    /** A warm event is answered: the next interval opens. */
    synchronized Moment warmLeaves() {
        intervalStart = clock.now();
        return intervalStart;
    }

    /** Made by the first warm event, hence never in INIT: a SnapStart snapshot would hand one id to many environments. */
    private String id() {
        if (id == null) {
            byte[] random = new byte[ID_BYTES];
            new SecureRandom().nextBytes(random);
            id = Base64.getUrlEncoder().encodeToString(random);
        }
        return id;
    }
}
