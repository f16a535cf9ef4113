// SPDX-License-Identifier: Apache-2.0
package dev.stoker.simulation;

import java.util.Locale;

/**
 * What a run is measured by: the oracle's price in its situation, what waiting for the latest of N costs, and what may be held.
 *
 * @param held the oracle's price, the mean over the cycles; milliseconds for each environment asked for
 * @param choice what the oracle takes in most cycles
 * @param latest the mean of (latest arrival - arrival) in rounds of N, milliseconds
 * @param limit what may be held, milliseconds for each environment asked for
 */
record Yardstick(double held, Oracle.Choice choice, double latest, double limit) {
    static final long MAX_HOLD_MILLIS = 3000;

    /** The size for which the table of goals is made. */
    private static final int TABLE = 100;

    /** Arrivals that the oracle draws for each number of spares, so many rounds of N as they make. */
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

    /** What was held as a ratio to both. */
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
