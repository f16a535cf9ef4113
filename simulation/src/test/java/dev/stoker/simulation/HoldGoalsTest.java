// SPDX-License-Identifier: Apache-2.0
package dev.stoker.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stoker.local.lambda.faults.Faults.Delay;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The goals of the hold over 50 cycles of 100 environments, after the first 5. The results are written to a file. */
final class HoldGoalsTest {
    private static final long OFFSET_MILLIS = 60;
    private static final double LEAST_PROVEN_PERCENT = 99.9;

    @Test
    @Thorough
    void a_learned_hold_proves_them_all_and_holds_little_longer_than_it_must() {
        List<String> lines = new ArrayList<>(
                List.of(
                        "Per environment and cycle, " + HoldRun.CYCLES + " cycles after the first " + HoldRun.LEARNING
                                + ", N = " + HoldRun.N + ", maxHoldMillis 3000, offset " + OFFSET_MILLIS
                                + " ms, seed 1.",
                        "goal: 1.5 x mean (latest arrival - arrival) + 15 ms. worst cycle: held minus the goal of that cycle."));
        for (long millis : new long[] {20, 100, 400, 1600}) {
            HoldRun run = HoldRun.run("uniform 0.." + millis + " ms", new Delay.Uniform(millis).after(OFFSET_MILLIS));
            lines.add(run.line());
            assertThat(run.provenPercent()).as(run.line()).isGreaterThanOrEqualTo(LEAST_PROVEN_PERCENT);
            assertThat(run.held()).as(run.line()).isLessThanOrEqualTo(run.goal());
        }
        for (double sigma : new double[] {0.5, 1.0}) {
            HoldRun run = HoldRun.run(
                    "log-normal 100 ms, sigma " + sigma, new Delay.LogNormal(100, sigma).after(OFFSET_MILLIS));
            lines.add(run.line());
        }
        Results.same("hold.txt", lines);
    }
}
