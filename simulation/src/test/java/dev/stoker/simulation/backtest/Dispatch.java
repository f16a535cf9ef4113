// SPDX-License-Identifier: Apache-2.0
package dev.stoker.simulation.backtest;

import java.util.Random;

/** How long a sleep task's request takes to reach an environment: 60 ms and up to 100 ms more, as in the first benchmarks. */
final class Dispatch {
    private static final long LEAST_MILLIS = 60;
    private static final long SPREAD_MILLIS = 100;

    private Dispatch() {}

    static long millis(Random random) {
        return random.nextLong(LEAST_MILLIS, LEAST_MILLIS + SPREAD_MILLIS + 1);
    }
}
