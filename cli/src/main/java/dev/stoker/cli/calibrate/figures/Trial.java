// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.calibrate.figures;

/**
 * One environment left idle once.
 *
 * @param waitMillis for how long, as planned
 * @param outcome what became of it
 * @param ageMillis its age at the end, from the end of its INIT
 */
public record Trial(long waitMillis, Outlived outcome, long ageMillis) {
    /** A wait that is longer than planned by less than this share of it counts. */
    private static final double TOLERANCE = 0.05;

    /** So does one that is longer by less than this. */
    private static final long LEAST_TOLERANCE_MILLIS = 30_000;

    /** Clocks of environments and of Step Functions may differ by this. */
    private static final long CLOCKS_MILLIS = 2_000;

    /** What became of an environment. */
    public enum Outlived {
        /** It answered after the wait. */
        YES,
        /** It is gone. */
        NO,
        /** It answered, but served users during the wait, so it was not idle. */
        USED,
        /** It did not answer, and whether it is gone cannot be known. */
        UNKNOWN,
        /** It was idle for another time than planned. */
        MISTIMED
    }

    /** The longest time that an environment may have been idle to count for this wait. */
    public static long latestMillis(long waitMillis) {
        return waitMillis + Math.max(LEAST_TOLERANCE_MILLIS, Math.round(waitMillis * TOLERANCE));
    }

    /** Whether a time for which an environment was idle counts for this wait. */
    static boolean isInTime(long waitMillis, long idleMillis) {
        return idleMillis >= waitMillis - CLOCKS_MILLIS && idleMillis <= latestMillis(waitMillis);
    }

    /** Whether it tells how long idle environments live. */
    boolean counts() {
        return outcome == Outlived.YES || outcome == Outlived.NO;
    }
}
