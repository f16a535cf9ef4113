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
 * the same choice until one does, so a choice costs (cost of a round) / (chance that a round suffices).
 */
final class Oracle {
    private static final int MOST_SPARES_TRIED = 20;
    private static final long SEED = 20_261_126;

    private final Arrivals arrivals;
    private final int n;
    private final int rounds;

    /**
     * An oracle.
     *
     * @param n how many environments a round is to prove
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
            Choice choice = bestHold(spare, maxHoldMillis);
            best = choice.held < best.held ? choice : best;
        }
        return best;
    }

    /** The cheapest hold with exactly so many spares. */
    Choice bestHold(int spare, long maxHoldMillis) {
        Random random = new Random(SEED);
        int slots = n + spare;
        long[] all = new long[rounds * slots];
        long[] enough = new long[rounds];
        for (int round = 0; round < rounds; round++) {
            long[] arrived = arrivals.draw(slots, random);
            Arrays.sort(arrived);
            enough[round] = arrived[n - 1];
            System.arraycopy(arrived, 0, all, round * slots, slots);
        }
        Arrays.sort(all);
        Arrays.sort(enough);
        return cheapest(spare, maxHoldMillis, all, enough);
    }

    /** Only the instants after a round's Nth arrival need to be tried: between two of them more hold buys nothing. */
    private Choice cheapest(int spare, long maxHoldMillis, long[] all, long[] enough) {
        Choice best = new Choice(0, spare, Double.POSITIVE_INFINITY);
        int before = 0;
        long sum = 0;
        for (int i = 0; i < rounds; i++) {
            long hold = enough[i] + 1;
            if (hold > maxHoldMillis || (i + 1 < rounds && enough[i + 1] == enough[i])) {
                continue;
            }
            while (before < all.length && all[before] < hold) {
                sum += all[before++];
            }
            long held = before * hold - sum + (all.length - before);
            double perRound = (double) held / rounds / n;
            double price = perRound * rounds / (i + 1);
            best = price < best.held ? new Choice(hold, spare, price) : best;
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
