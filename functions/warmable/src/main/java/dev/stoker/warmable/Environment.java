// SPDX-License-Identifier: Apache-2.0
package dev.stoker.warmable;

import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * The state of one execution environment: its ID, when it was initialized, and how users have used it since the last
 * warm event.
 *
 * <p>Thread-safe, because Managed Instances run several invocations at the same time. A user's invocation is counted
 * when it ends, with its whole duration, so each is counted once.
 */
final class Environment {
    /** Nine random bytes are twelve characters of base64url. */
    private static final int ID_BYTES = 9;

    /** If a user's invocation starts within this time after INIT, milliseconds, INIT probably ran for this user. */
    private static final long WAITED_WITHIN_MILLIS = 1000;

    private static final long NANOS_PER_MILLI = 1_000_000;

    private final String initializationType;
    private final Host host;
    private final Moment initialized;
    private final @Nullable Long initMillis;

    private @Nullable String id;
    private volatile boolean invoked;
    private boolean userColdStart;
    private Moment intervalStart;
    private long served;
    private long busyNanos;

    /** Call this at the end of INIT. */
    Environment(Settings settings, Host host) {
        this.initializationType = settings.initializationType();
        this.host = host;
        this.initMillis = initMillis(settings, host);
        this.initialized = host.now();
        this.intervalStart = initialized;
    }

    /** Null, as the answer has it, where it is unknown: with SnapStart the process was started in the INIT of another environment. */
    private static @Nullable Long initMillis(Settings settings, Host host) {
        if (!settings.ownProcess() || settings.initializationType().equals(Settings.SNAP_START)) {
            return null;
        }
        long age = host.processAgeMillis();
        return age < 0 ? null : Long.valueOf(age);
    }

    /**
     * Begins a user's invocation. After the first one, it reads one clock and takes no lock, because users wait for it.
     *
     * @return the argument for {@link #userLeaves}
     */
    long userArrives() {
        if (!invoked) {
            firstArrives();
        }
        return host.nanos();
    }

    private synchronized void firstArrives() {
        if (!invoked) {
            invoked = true;
            userColdStart = initialized.millisAcrossFreezesUntil(host.now()) < WAITED_WITHIN_MILLIS;
        }
    }

    /** Ends a user's invocation, whether it succeeded or not. */
    void userLeaves(long arrivedNanos) {
        add(Math.max(0, host.nanos() - arrivedNanos));
    }

    private synchronized void add(long nanos) {
        served++;
        busyNanos += nanos;
    }

    /**
     * Ends the interval that the answer to this warm event reports.
     *
     * @param request what the warm event requests
     * @param holdMillis how long to hold, 0 or more milliseconds
     */
    synchronized Visit warmArrives(Moment now, HoldRequest request, long holdMillis) {
        Visit visit = new Visit(
                id(),
                !invoked,
                initialized.epochMillis(),
                initMillis,
                now,
                request,
                holdMillis,
                null,
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

    /** Begins the next interval, after the answer to a warm event. */
    synchronized Moment warmLeaves() {
        intervalStart = host.now();
        return intervalStart;
    }

    /**
     * Created by the first warm event and never during INIT: with a SnapStart snapshot, many environments would have
     * the same ID.
     */
    private String id() {
        String made = id;
        if (made == null) {
            made = Base64.getUrlEncoder().encodeToString(host.randomBytes(ID_BYTES));
            id = made;
        }
        return made;
    }
}
