// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.run.outcome;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stoker.cli.output.ExitCode;
import dev.stoker.cli.output.Failure;
import dev.stoker.cli.output.Json;
import dev.stoker.cli.output.OneLine;
import java.util.List;
import java.util.Objects;

/**
 * The cause of {@code Stoker.InvalidInput}, as the state machine writes it.
 *
 * @param problems the problems of the input
 * @param truncated whether there are more problems than the cause can contain
 */
record InvalidInput(List<Problem> problems, boolean truncated) {
    /**
     * A problem.
     *
     * @param field its path, such as {@code targets[0].concurrency}; empty for the input itself
     * @param rule the rule for the value
     * @param value the value; null if the field is missing
     * @param remedy what to write instead
     */
    record Problem(String field, String rule, JsonNode value, String remedy) {
        /** {@code targets[0].concurrency: must be a whole number from 1 to 10,000, got 0. Ask for at least 1.} */
        String sentence() {
            String place = field == null || field.isEmpty() ? "input" : OneLine.of(field);
            String got = value == null ? "nothing" : OneLine.of(value.toString());
            return (place + ": " + OneLine.of(rule) + ", got " + got + ". " + OneLine.of(remedy)).strip();
        }
    }

    InvalidInput {
        problems = problems == null
                ? List.of()
                : problems.stream().filter(Objects::nonNull).toList();
    }

    /** The failure with all problems, or with the cause itself if it cannot be parsed. */
    static Failure explain(String cause) {
        InvalidInput read = Json.read(cause, InvalidInput.class).orElse(new InvalidInput(List.of(), false));
        List<String> problems = read.problems.isEmpty()
                ? List.of(OneLine.of(cause))
                : read.problems.stream().map(Problem::sentence).toList();
        String number = problems.size() == 1 ? "a problem" : problems.size() + " problems";
        return new Failure(
                ExitCode.WRONG_USE,
                "Stoker.InvalidInput",
                "The input has " + number + (read.truncated ? ", and more than can be listed" : "")
                        + "; nothing was invoked.",
                problems);
    }
}
