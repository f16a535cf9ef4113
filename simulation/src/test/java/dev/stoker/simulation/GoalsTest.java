// SPDX-License-Identifier: Apache-2.0
package dev.stoker.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The goals of the held time in each {@link Situation}, for each requested environment: 200 cycles of the deployed
 * files, compared with the oracle. -Dstoker.goals=100 runs other sizes, -Dstoker.goals.seed=2 another seed.
 */
final class GoalsTest {
    private static final String SIZES = "5,20,100";

    /** For other sizes the results are written, but there are no goals. */
    private static final Set<Integer> WITH_GOALS = Set.of(5, 20, 100, 1000);

    static IntStream sizes() {
        return Arrays.stream(System.getProperty("stoker.goals", SIZES).split(",", -1))
                .mapToInt(Integer::parseInt);
    }

    @ParameterizedTest
    @MethodSource("sizes")
    @Thorough
    void cycles_hold_little_longer_than_one_who_knows_the_distribution_would(int n) {
        List<String> lines = new ArrayList<>();
        List<String> missed = new ArrayList<>();
        lines.add("N = " + n + ", " + GoalRun.CYCLES + " cycles after the first " + GoalRun.LEARNING
                + ", maxHoldMillis " + Yardstick.MAX_HOLD_MILLIS + ", offset 60 ms, seed " + GoalRun.SEED
                + "; held for each environment asked for and cycle.");
        for (Situation situation : Situation.all()) {
            GoalRun run = GoalRun.run(situation, n);
            Yardstick yardstick = Yardstick.of(situation, n);
            lines.add(run.line(yardstick));
            run.missed(yardstick).forEach(goal -> missed.add(situation.name() + ": " + goal));
        }
        if (GoalRun.SEED == 1) {
            Results.same("goals-" + n + ".txt", lines);
        } else {
            lines.forEach(System.out::println);
        }
        if (WITH_GOALS.contains(n)) {
            assertThat(missed).isEmpty();
        }
    }

    /** One situation of each of the other sizes, since all of them would take minutes. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 10})
    @Thorough
    void other_sizes_hold_with_a_long_tail_as_their_files_say(int n) {
        assumeTrue(GoalRun.SEED == 1, "The files are those of seed 1.");
        Situation tail = Situation.all().stream()
                .filter(situation -> situation.name().equals("log-normal 100 ms, sigma 1.0"))
                .findFirst()
                .orElseThrow();

        Results.among("goals-" + n + ".txt", List.of(GoalRun.run(tail, n).line(Yardstick.of(tail, n))));
    }
}
