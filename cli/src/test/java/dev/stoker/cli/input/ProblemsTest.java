// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stoker.cli.output.Failure;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProblemsTest {
    private final Problems problems = new Problems();

    @Test
    void valid_values_are_returned_and_nothing_is_refused() {
        assertThat(problems.within("--passes", 3, 1, 100, "")).isEqualTo(3);
        assertThat(problems.positive("--scale", 0.5, 100, "")).isEqualTo(0.5);
        assertThat(problems.share("--share", 0.95, "")).isEqualTo(0.95);
        assertThat(problems.duration("--since", "7d", "", Duration.ofDays(7), Duration.ofDays(63)))
                .isEqualTo(Duration.ofDays(7));

        problems.refuse();
        problems.refuse("No plan.");
        assertThat(problems.all()).isEmpty();
    }

    @Test
    void each_problem_has_a_place_a_rule_the_value_and_a_remedy() {
        problems.within("--memory", 64, 128, 10_240, "Give MB.");
        problems.positive("--scale", Double.NaN, 1_000_000, "Give a factor.");
        problems.share("--share", 1, "Write 0.95.");
        problems.duration("--since", "1d\n", "", Duration.ofDays(7), Duration.ofDays(63));
        problems.addFailure(() -> {
            throw Failure.wrongUse("--prime: must be JSON, got {. Quote it.");
        });

        assertThat(problems.all())
                .containsExactly(
                        "--memory: must be from 128 to 10,240, got 64. Give MB.",
                        "--scale: must be above 0 and at most 1,000,000, got NaN. Give a factor.",
                        "--share: must be between 0 and 1, got 1.0. Write 0.95.",
                        "--since: must be a time from 7d to 63d, got 1d. Write a number with ms, s, m, h or d, such as 7d.",
                        "--prime: must be JSON, got {. Quote it.");
        assertThatThrownBy(() -> problems.refuse("Stoker.InvalidPrices", "No list."))
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.problems()).isEqualTo(problems.all()));
    }

    @Test
    void a_single_problem_is_the_message_and_several_are_counted() {
        problems.add("FUNCTION", "is required", "nothing", "Name one.");
        assertThatThrownBy(problems::refuse).hasMessage("FUNCTION: is required, got nothing. Name one.");

        problems.add("--to", "is required", "nothing", "Give one.");
        assertThatThrownBy(problems::refuse).hasMessage("The command has 2 problems; nothing was changed.");
    }
}
