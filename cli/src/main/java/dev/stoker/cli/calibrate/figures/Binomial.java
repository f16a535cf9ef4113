// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.calibrate.figures;

import java.util.function.DoubleUnaryOperator;

/**
 * Exact confidence limits of a share, where each of some trials succeeds or not.
 *
 * <p>Source: C. J. Clopper and E. S. Pearson, "The use of confidence or fiducial limits illustrated in the case of the
 * binomial", Biometrika 26 (1934). A limit is wrong with at most the requested probability, and for most shares with
 * less.
 *
 * @param trials 1 or more
 * @param successes 0 to trials
 */
record Binomial(int trials, int successes) {
    /** Halvings of an interval: more than a double can tell apart. */
    private static final int HALVINGS = 60;

    /** The lower limit: with at most this probability, the true share is below it. */
    double lower(double error) {
        return successes == 0 ? 0 : root(share -> atLeast(successes, share) - error);
    }

    /** The upper limit: with at most this probability, the true share is above it. */
    double upper(double error) {
        return successes == trials ? 1 : root(share -> error - (1 - atLeast(successes + 1, share)));
    }

    /** Where a function that rises with the share is 0. */
    private static double root(DoubleUnaryOperator rising) {
        double low = 0;
        double high = 1;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            if (rising.applyAsDouble(middle) < 0) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    /** The probability of so many successes or more, 1 or more, at a share between 0 and 1. */
    private double atLeast(int least, double share) {
        double logOdds = Math.log(share) - Math.log1p(-share);
        double logTerm = trials * Math.log1p(-share);
        double below = 0;
        for (int count = 0; count < least; count++) {
            below += Math.exp(logTerm);
            logTerm += Math.log((double) (trials - count) / (count + 1)) + logOdds;
        }
        return Math.max(0, 1 - below);
    }
}
