// SPDX-License-Identifier: Apache-2.0
package dev.stoker.warmable;

/**
 * One instant on two clocks.
 *
 * @param epochMillis the wall clock, which may be set forwards and backwards
 * @param nanos the monotonic clock, which is never set, but may stand still while Lambda freezes the environment
 */
public record Moment(long epochMillis, long nanos) {
    private static final long NANOS_PER_MILLI = 1_000_000;

    /** Nanoseconds until a later moment of the same invocation, by the monotonic clock. */
    long nanosUntil(Moment later) {
        return Math.max(0, later.nanos - nanos);
    }

    /** Milliseconds until a later moment of the same invocation, by the monotonic clock. */
    long millisUntil(Moment later) {
        return nanosUntil(later) / NANOS_PER_MILLI;
    }

    /**
     * Milliseconds until a later moment, if Lambda may have frozen the environment between them: the longer of the
     * times on the two clocks, because the monotonic clock may have stood still and the wall clock may have been set
     * back.
     */
    long millisAcrossFreezesUntil(Moment later) {
        return Math.max(millisUntil(later), later.epochMillis - epochMillis);
    }
}
