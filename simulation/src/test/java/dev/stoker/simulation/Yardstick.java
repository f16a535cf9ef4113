// SPDX-License-Identifier: Apache-2.0
package dev.stoker.simulation;

import java.util.Locale;

/**
 * The values that a run is compared with: the oracle's held time, the cost of waiting for the latest of N, and the
 * maximum.
 *
 * @param held the oracle's mean held time, milliseconds for each requested environment
 * @param choice the oracle's choice in most cycles
 * @param latest the mean of (latest arrival - arrival) in rounds of N, milliseconds
 * @param limit the maximum held time, milliseconds for each requested environment
 */
record Yardstick(double held, Oracle.Choice choice, double latest, double limit) {
    static final long MAX_HOLD_MILLIS = 3000;

    /** The size for the table of goals. */
    private static final int TABLE = 100;

    /** The number of random arrivals for each number of spare slots, divided into rounds of N. */
    private static final int ARRIVALS = 400_000;

    /** The default of the field maxSpare: a tenth of N, at least 1. */
    static int maxSpare(int n) {
        return Math.max(1, n / 10);
    }

    static Yardstick of(Situation situation, int n) {
        if (n == 1) {
            // Any arrival proves the one environment: nothing needs to be held, and Lambda bills a millisecond.
            return new Yardstick(1, new Oracle.Choice(1, 0, 1), 0, situation.timesOracle());
        }
        Oracle usual = new Oracle(situation.arrivals(0), n, ARRIVALS / n);
        Oracle.Choice choice = usual.best(maxSpare(n), MAX_HOLD_MILLIS);
        double held = choice.held();
        double latest = usual.meanWaitForTheLatest();
        if (situation.changes()) {
            double share = (double) (Situation.CHANGES_BACK_AT - Situation.CHANGES_AT) / GoalRun.CYCLES;
            Oracle meanwhile = new Oracle(situation.arrivals(Situation.CHANGES_AT), n, ARRIVALS / n);
            held += share * (meanwhile.best(maxSpare(n), MAX_HOLD_MILLIS).held() - held);
            latest += share * (meanwhile.meanWaitForTheLatest() - latest);
        }
        boolean inTable = n == TABLE && situation.goal() > 0;
        return new Yardstick(held, choice, latest, inTable ? situation.goal() : situation.timesOracle() * held);
    }

    /** The held time as a ratio to both values. */
    String against(double measured) {
        return String.format(
                Locale.ROOT,
                "oracle %6.1f ms (hold %4d, spare %3d) = %4.2f x  latest %6.1f ms = %4.2f x",
                held,
                choice.holdMillis(),
                choice.spare(),
                measured / held,
                latest,
                measured / latest);
    }
}
