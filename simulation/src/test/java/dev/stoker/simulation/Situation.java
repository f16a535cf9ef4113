// SPDX-License-Identifier: Apache-2.0
package dev.stoker.simulation;

import dev.stoker.local.lambda.faults.Faults.Delay;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * The arrivals of the slots of a round in each cycle, and the goal of the held time.
 *
 * @param name for people
 * @param slot the delay of each slot
 * @param between the delay in the cycles from {@link #CHANGES_AT} until {@link #CHANGES_BACK_AT}
 * @param shard the delay of each nested execution
 * @param goal for N = 100: the maximum held time for each requested environment, milliseconds; 0 if only the oracle
 *     counts
 * @param timesOracle the maximum held time as a multiple of the oracle's
 */
record Situation(String name, Delay slot, Delay between, Delay shard, long goal, double timesOracle) {
    static final int CHANGES_AT = 60;
    static final int CHANGES_BACK_AT = 120;

    private static final long OFFSET_MILLIS = 60;
    private static final int MOST_SLOTS_OF_A_MAP = 32;
    private static final int MOST_SLOTS_OF_TWO_LEVELS = 1024;
    private static final double USUAL_TIMES_ORACLE = 1.25;

    /** The table of situations. */
    static List<Situation> all() {
        Delay seldomLate = mixture(0.97, new Delay.Uniform(50), new Delay.Uniform(1000).after(1000));
        return List.of(
                steady("uniform 20 ms", new Delay.Uniform(20), 20),
                steady("uniform 100 ms", new Delay.Uniform(100), 60),
                steady("uniform 400 ms", new Delay.Uniform(400), 235),
                steady("uniform 1,600 ms", new Delay.Uniform(1600), 950),
                steady("log-normal 100 ms, sigma 0.5", new Delay.LogNormal(100, 0.5), 160),
                steady("log-normal 100 ms, sigma 1.0", new Delay.LogNormal(100, 1.0), 480),
                steady("97 % in 50 ms, 3 % in 1 to 2 s", seldomLate, 60),
                new Situation(
                        "shard log-normal 30 ms, sigma 0.8, slot uniform 50 ms",
                        new Delay.Uniform(50),
                        new Delay.Uniform(50),
                        new Delay.LogNormal(30, 0.8),
                        0,
                        1.3),
                new Situation(
                        "uniform 100 ms, 200 ms in cycles 60 to 119",
                        new Delay.Uniform(100),
                        new Delay.Uniform(200),
                        Delay.none(),
                        0,
                        USUAL_TIMES_ORACLE));
    }

    private static Situation steady(String name, Delay slot, long goal) {
        return new Situation(name, slot, slot, Delay.none(), goal, USUAL_TIMES_ORACLE);
    }

    private static Delay mixture(double share, Delay often, Delay seldom) {
        return random -> (random.nextDouble() < share ? often : seldom).draw(random);
    }

    /** Whether the cycles in the middle differ. */
    boolean changes() {
        return !slot.equals(between);
    }

    /** The delay of a slot of this cycle, including the time from the opening of a round to its dispatch. */
    Delay dispatch(int cycle) {
        return (cycle >= CHANGES_AT && cycle < CHANGES_BACK_AT ? between : slot).after(OFFSET_MILLIS);
    }

    /**
     * The arrivals of the slots of a round as sent by the deployed files: in one Map, in shards, or in shards of
     * shards.
     */
    Oracle.Arrivals arrivals(int cycle) {
        Delay dispatch = dispatch(cycle);
        return (slots, random) -> {
            long[] arrivals = new long[slots];
            fill(arrivals, 0, slots, dispatch, random);
            return arrivals;
        };
    }

    private void fill(long[] arrivals, int from, int to, Delay dispatch, Random random) {
        int slots = to - from;
        if (slots <= MOST_SLOTS_OF_A_MAP) {
            for (int i = from; i < to; i++) {
                arrivals[i] += dispatch.draw(random);
            }
            return;
        }
        int most = slots > MOST_SLOTS_OF_TWO_LEVELS ? MOST_SLOTS_OF_TWO_LEVELS : MOST_SLOTS_OF_A_MAP;
        int parts = (slots + most - 1) / most;
        for (int part = 0; part < parts; part++) {
            int begin = from + part * slots / parts;
            int end = from + (part + 1) * slots / parts;
            long late = shard.draw(random);
            Arrays.fill(arrivals, begin, end, arrivals[begin] + late);
            fill(arrivals, begin, end, dispatch, random);
        }
    }
}
