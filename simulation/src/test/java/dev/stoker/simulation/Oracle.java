// SPDX-License-Identifier: Apache-2.0
package dev.stoker.simulation;

import java.util.Arrays;
import java.util.Random;

/**
 * An optimum to compare the held time with. It knows the distribution of arrivals, unlike a cycle, and tries every hold
 * and every number of spare slots.
 *
 * <p>A round costs the time that its slots hold: from the arrival to the end of the hold, at least one millisecond, as
 * Lambda bills. It proves N if the Nth of its N + spare arrivals is before the end of the hold. Rounds are repeated
 * with the same choice until one succeeds, so a choice costs (cost of a round) / (probability that a round succeeds).
 * The best choice must prove 99.9 % of N on average in the three rounds of a cycle, as every cycle must.
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
     * Creates an oracle.
     *
     * @param n the number of environments to prove, 2 or more, because a single slot always proves itself
     * @param rounds the number of random rounds for each number of spare slots; the error of the probability is about 1
     *     / (2 * sqrt(rounds))
     */
    Oracle(Arrivals arrivals, int n, int rounds) {
        this.arrivals = arrivals;
        this.n = n;
        this.rounds = rounds;
    }

    /**
     * A choice and its price.
     *
     * @param holdMillis the hold from the opening of a round
     * @param spare the number of spare slots
     * @param held billed milliseconds for each of N environments until N are proven
     */
    record Choice(long holdMillis, int spare, double held) {}

    /** The cheapest choice with at most this number of spare slots. */
    Choice best(int maxSpare, long maxHoldMillis) {
        int step = Math.max(1, maxSpare / MOST_SPARES_TRIED);
        Choice best = new Choice(0, 0, Double.POSITIVE_INFINITY);
        for (int spare = 0; spare <= maxSpare; spare += step) {
            Choice choice = bestHold(spare, maxHoldMillis, true);
            best = choice.held < best.held ? choice : best;
        }
        return best;
    }

    /** The cheapest hold with exactly this number of spare slots, for any number of rounds. */
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

    /** The shortest hold with which three rounds prove enough; the longest hold if there is none. */
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

    /** The mean share of N that the best of three rounds does not prove. */
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
     * Tries all holds in steps of a millisecond.
     *
     * @param leastHold the shortest allowed hold
     * @param arrivedAt the number of slots that arrived at each millisecond
     * @param enoughAt the number of rounds in which the Nth slot arrived at each millisecond
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

    /** The mean of (latest arrival - arrival) in a round of N: the minimum for a rendezvous without spare slots. */
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

    /** The arrivals of the slots of one round, in milliseconds since its opening. */
    @FunctionalInterface
    interface Arrivals {
        long[] draw(int slots, Random random);
    }
}
