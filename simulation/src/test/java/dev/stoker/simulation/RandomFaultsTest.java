// SPDX-License-Identifier: Apache-2.0
package dev.stoker.simulation;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Random faults from seeds, on virtual time: the same guarantees apply to every cycle. */
final class RandomFaultsTest {
    private static final long SEEDS = Long.getLong("stoker.seeds", Thorough.ON ? 500 : 50);
    private static final String ONE_SEED = "stoker.seed";

    @Test
    void the_promises_hold_for_every_seed() {
        Long one = Long.getLong(ONE_SEED);
        LongStream seeds = one == null ? LongStream.rangeClosed(1, SEEDS) : LongStream.of(one);
        seeds.forEach(seed -> {
            RandomRun run = new RandomRun(seed);
            try {
                run.run();
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError(
                        "seed " + seed + " broke a promise (" + e.getMessage() + "). It was " + run
                                + ". Run it again with -D" + ONE_SEED + "=" + seed,
                        e);
            }
        });
    }
}
