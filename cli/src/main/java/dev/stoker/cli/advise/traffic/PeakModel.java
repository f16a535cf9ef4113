// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.advise.traffic;

import java.util.Random;

/**
 * Draws the largest number of requests at once, where only their number and duration are known. Requests arrive at random (Poisson).
 * Then the number at once is a birth and death process whose stationary distribution is Poisson with the mean number at once, whatever
 * the durations are. The time until it first exceeds n is nearly exponential; its mean, from the mean number on, is the sum over
 * k up to n of P(at most k) / (rate P(k)). A test compares the draws with simulated requests.
 *
 * <p>Requests that take longer than an interval are drawn as if intervals were independent, so that cold starts are rather too many.
 */
final class PeakModel {
    /** Probabilities below this share of the largest one change nothing. */
    private static final double NEGLIGIBLE = 1e-17;

    private final Random random;

    PeakModel(long seed) {
        random = new Random(seed);
    }

    /**
     * The largest number at once.
     *
     * @param mean the mean number at once
     * @param requests requests that begin in this time, on average
     */
    int draw(double mean, double requests) {
        double chance = random.nextDouble();
        if (mean <= 0 || requests <= 0) {
            return 0;
        }
        int level = (int) mean;
        double here = Math.exp(-mean + level * Math.log(mean) - logFactorial(level));
        double atMost = atMost(mean, level, here);
        // The mean time until the level is exceeded, in mean times between two requests.
        double until = 0;
        while (true) {
            until += atMost / here;
            if (Math.min(1, atMost) * Math.exp(-requests / until) >= chance || here < Double.MIN_NORMAL) {
                return level;
            }
            level++;
            here *= mean / level;
            atMost += here;
        }
    }

    private static double atMost(double mean, int level, double here) {
        double sum = 0;
        double term = here;
        for (int k = level; k >= 0 && term > here * NEGLIGIBLE; k--) {
            sum += term;
            term *= k / mean;
        }
        return sum;
    }

    /** Stirling's series; exact below its reach. */
    private static double logFactorial(int n) {
        if (n < 20) {
            double log = 0;
            for (int k = 2; k <= n; k++) {
                log += Math.log(k);
            }
            return log;
        }
        return n * Math.log(n) - n + Math.log(2 * Math.PI * n) / 2 + 1.0 / (12.0 * n) - 1.0 / (360.0 * n * n * n);
    }
}
