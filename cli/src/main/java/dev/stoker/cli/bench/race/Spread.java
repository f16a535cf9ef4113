// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.bench.race;

import dev.stoker.local.lambda.faults.Faults.Delay;
import java.util.Arrays;
import java.util.Random;

/** How long requests take to reach an environment. */
public enum Spread {
    /** No time. */
    NONE("0", "0 ms", Delay.none()),
    /** Up to 100 ms. */
    UNIFORM_100("uniform-100", "uniform 100 ms", new Delay.Uniform(100)),
    /** Up to 400 ms. */
    UNIFORM_400("uniform-400", "uniform 400 ms", new Delay.Uniform(400)),
    /** A tail. */
    LOGNORMAL_05("lognormal-100-0.5", "log-normal 100 ms, sigma 0.5", new Delay.LogNormal(100, 0.5)),
    /** A long tail. */
    LOGNORMAL_10("lognormal-100-1.0", "log-normal 100 ms, sigma 1.0", new Delay.LogNormal(100, 1.0));

    private static final int ROUNDS = 2_000;

    private final String id;
    private final String text;

    @SuppressWarnings("ImmutableEnumChecker") // all are records
    private final Delay delay;

    Spread(String id, String text, Delay delay) {
        this.id = id;
        this.text = text;
        this.delay = delay;
    }

    /** Its name in names of files. */
    public String id() {
        return id;
    }

    /** Its name for people. */
    public String text() {
        return text;
    }

    /** The delay. */
    public Delay delay() {
        return delay;
    }

    /**
     * The mean wait of an environment in the cheapest round that holds all N at once: for the Nth arrival of N + spare. See
     * docs/benchmarks/race/limit.md.
     *
     * @param spare slots beyond N; those that come after the Nth arrival wait for nothing
     */
    public double limit(int n, int spare) {
        Random random = new Random(1);
        double sum = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long[] arrivals = new long[n + spare];
            Arrays.setAll(arrivals, i -> delay.draw(random));
            Arrays.sort(arrivals);
            for (long arrival : arrivals) {
                sum += Math.max(0, arrivals[n - 1] - arrival);
            }
        }
        return sum / ROUNDS / n;
    }

    /** The smallest limit with up to a tenth of N spare slots, as many as Stoker may send; at least the millisecond that Lambda bills. */
    public double limit(int n) {
        double least = limit(n, 0);
        for (int spare = 1; n > 1 && spare <= Math.max(1, n / 10); spare++) {
            least = Math.min(least, limit(n, spare));
        }
        return Math.max(1, least);
    }
}
