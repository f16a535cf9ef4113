// SPDX-License-Identifier: Apache-2.0
package dev.stoker.warmable;

/**
 * One instant as two clocks show it.
 *
 * @param epochMillis the wall clock: may be set forwards and backwards
 * @param nanos the monotonic clock: never set, but it may stand still while Lambda freezes the environment
 */
public record Moment(long epochMillis, long nanos) {
    private static final long NANOS_PER_MILLI = 1_000_000;

    /** Nanoseconds from here to a later moment of the same invocation, by the clock that nobody sets. */
    long nanosUntil(Moment later) {
        return Math.max(0, later.nanos - nanos);
    }

    /** Milliseconds from here to a later moment of the same invocation, by the clock that nobody sets. */
    long millisUntil(Moment later) {
        return nanosUntil(later) / NANOS_PER_MILLI;
    }

    /**
     * Milliseconds from here to a later moment with freezes between: the longer of what the two clocks say, because the
     * monotonic one may have stood still and the wall clock may have been set back.
     */
    long millisAcrossFreezesUntil(Moment later) {
        return Math.max(millisUntil(later), later.epochMillis - epochMillis);
    }
}
