// SPDX-License-Identifier: Apache-2.0
package dev.stoker.warmable;

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
    private final Host host;
    private final Moment initialized;
    private final Long initMillis;

    private String id;
    private boolean invoked;
    private boolean userColdStart;
    private Moment intervalStart;
    private long served;
    private long busyNanos;

    /** To be called at the end of INIT. */
    Environment(Settings settings, Host host) {
        this.initializationType = settings.initializationType();
        this.host = host;
        this.initMillis = initMillis(settings, host);
        this.initialized = host.now();
        this.intervalStart = initialized;
    }

    /** A restored snapshot is a process that started in another environment's INIT. */
    private static Long initMillis(Settings settings, Host host) {
        if (!settings.ownProcess() || settings.initializationType().equals(Settings.SNAP_START)) {
            return null;
        }
        long age = host.processAgeMillis();
        return age < 0 ? null : Long.valueOf(age);
    }

    /** A user's invocation begins; gives what {@link #userLeaves} wants back. */
    synchronized Moment userArrives() {
        Moment now = host.now();
        if (!invoked) {
            invoked = true;
            userColdStart = initialized.millisAcrossFreezesUntil(now) < WAITED_WITHIN_MILLIS;
        }
        return now;
    }

    /** A user's invocation is over, however it ended. */
    synchronized void userLeaves(Moment arrived) {
        served++;
        busyNanos += arrived.nanosUntil(host.now());
    }

    /**
     * A warm event has arrived: closes the interval that it reports on.
     *
     * @param holdMillis how long it is to hold, 0 or more
     */
    synchronized Visit warmArrives(Moment now, long holdMillis) {
        Visit visit = new Visit(
                id(),
                !invoked,
                initialized.epochMillis(),
                initMillis,
                now,
                holdMillis,
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
        intervalStart = host.now();
        return intervalStart;
    }

    /** Made by the first warm event, hence never in INIT: a SnapStart snapshot would hand one id to many environments. */
    private String id() {
        if (id == null) {
            id = Base64.getUrlEncoder().encodeToString(host.randomBytes(ID_BYTES));
        }
        return id;
    }
}
