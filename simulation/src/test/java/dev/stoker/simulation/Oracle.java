// SPDX-License-Identifier: Apache-2.0
package dev.stoker.simulation;

import java.util.Arrays;
import java.util.Random;

/**
 * A yardstick for what cycles hold: is given the distribution of arrivals, which no cycle knows, and tries every hold and every
 * number of spare slots.
 *
 * <p>A round costs what its slots hold: from the arrival to the end of the hold, and a millisecond at least, which is what
 * Lambda bills. It proves N if the Nth of its N + spare arrivals comes before the end of the hold. Rounds are repeated with
 * the same choice until one does, so a choice costs (cost of a round) / (chance that a round suffices). The best choice is
 * one that proves 99.9 % of N on average in the three rounds that a cycle has, as every cycle must.
 */
final class Oracle {
    private static final int MOST_SPARES_TRIED = 20;
    private static final long SEED = 20_261_126;
    private static final int ROUNDS_OF_A_CYCLE = 3;
    private static final double MOST_UNPROVEN = 0.001;

    private final Arrivals arrivals;
    private final int n;
    private final int rounds;

    /**
     * An oracle.
     *
     * @param n how many environments a round is to prove, 2 or more: one slot alone proves itself, however late
     * @param rounds how many are drawn for each number of spares; an error of about 1 / (2 * sqrt(rounds)) of the chance
     */
    Oracle(Arrivals arrivals, int n, int rounds) {
        this.arrivals = arrivals;
        this.n = n;
        this.rounds = rounds;
    }

    /**
     * A choice and its price.
     *
     * @param holdMillis from the opening of a round
     * @param spare slots beyond N
     * @param held billed milliseconds for each of N environments until N are proven
     */
    record Choice(long holdMillis, int spare, double held) {}

    /** The cheapest choice with at most so many spares. */
    Choice best(int maxSpare, long maxHoldMillis) {
        int step = Math.max(1, maxSpare / MOST_SPARES_TRIED);
        Choice best = new Choice(0, 0, Double.POSITIVE_INFINITY);
        for (int spare = 0; spare <= maxSpare; spare += step) {
            Choice choice = bestHold(spare, maxHoldMillis, true);
            best = choice.held < best.held ? choice : best;
        }
        return best;
    }

    /** The cheapest hold with exactly so many spares, however many rounds it takes. */
    Choice bestHold(int spare, long maxHoldMillis) {
        return bestHold(spare, maxHoldMillis, false);
    }

    private Choice bestHold(int spare, long maxHoldMillis, boolean asCyclesMust) {
        Random random = new Random(SEED);
        int[] arrivedAt = new int[Math.toIntExact(maxHoldMillis) + 1];
        int[] enoughAt = new int[arrivedAt.length];
        long[][] drawn = new long[rounds][];
        for (int round = 0; round < rounds; round++) {
            long[] arrived = arrivals.draw(n + spare, random);
            Arrays.sort(arrived);
            drawn[round] = arrived;
            for (int i = 0; i < arrived.length && arrived[i] < arrivedAt.length; i++) {
                arrivedAt[(int) arrived[i]]++;
            }
            if (arrived[n - 1] < enoughAt.length) {
                enoughAt[(int) arrived[n - 1]]++;
            }
        }
        int leastHold = asCyclesMust ? leastHoldThatProves(drawn, arrivedAt.length - 1) : 1;
        return cheapest(spare, leastHold, arrivedAt, enoughAt);
    }

    /** The shortest hold by which what three rounds leave unproven is within bounds; the longest where none is. */
    private int leastHoldThatProves(long[][] drawn, int longest) {
        int tooShort = 0;
        int enough = longest;
        while (enough - tooShort > 1) {
            int hold = (tooShort + enough) / 2;
            if (unproven(drawn, hold) <= MOST_UNPROVEN) {
                enough = hold;
            } else {
                tooShort = hold;
            }
        }
        return enough;
    }

    /** The share of N that the best of three rounds leaves unproven on average. */
    private double unproven(long[][] drawn, int hold) {
        int[] roundsMissing = new int[n + 1];
        for (long[] arrived : drawn) {
            int i = 0;
            while (i < n && arrived[i] < hold) {
                i++;
            }
            roundsMissing[n - i]++;
        }
        double expected = 0;
        int atLeast = 0;
        for (int missing = n; missing > 0; missing--) {
            atLeast += roundsMissing[missing];
            expected += Math.pow((double) atLeast / rounds, ROUNDS_OF_A_CYCLE); // P(best >= missing), added up
        }
        return expected / n;
    }

    /**
     * Goes through all holds, a millisecond longer each time.
     *
     * @param leastHold the first one that may be chosen
     * @param arrivedAt how many slots arrived at each millisecond
     * @param enoughAt in how many rounds the Nth did
     */
    private Choice cheapest(int spare, int leastHold, int[] arrivedAt, int[] enoughAt) {
        Choice best = new Choice(0, spare, Double.POSITIVE_INFINITY);
        long slots = (long) rounds * (n + spare);
        long arrived = 0;
        long sumOfArrivals = 0;
        long proven = 0;
        for (int hold = 1; hold < arrivedAt.length; hold++) {
            arrived += arrivedAt[hold - 1];
            sumOfArrivals += (long) arrivedAt[hold - 1] * (hold - 1);
            proven += enoughAt[hold - 1];
            if (hold == leastHold
                    || (hold > leastHold && enoughAt[hold - 1] > 0)) { // else the shorter hold proved as much
                long held = arrived * hold - sumOfArrivals + (slots - arrived);
                double price = (double) held / n / proven;
                best = price < best.held ? new Choice(hold, spare, price) : best;
            }
        }
        return best;
    }

    /** The mean of (latest arrival - arrival) in a round of N: what no rendezvous without spares can do without. */
    double meanWaitForTheLatest() {
        Random random = new Random(SEED);
        double sum = 0;
        for (int round = 0; round < rounds; round++) {
            long[] arrived = arrivals.draw(n, random);
            sum += Arrays.stream(arrived).max().orElseThrow()
                    - Arrays.stream(arrived).average().orElseThrow();
        }
        return sum / rounds;
    }

    /** When the slots of one round arrive, in milliseconds since it was opened. */
    @FunctionalInterface
    interface Arrivals {
        long[] draw(int slots, Random random);
    }
}
