// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.run.outcome;

import dev.stoker.cli.aws.FunctionName;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * What a cycle tells of one target. Times are in milliseconds, and null where the target was lost before there were any.
 *
 * @param function as the input named it
 * @param requested environments asked for
 * @param warm environments proven warm in the best round
 * @param unproven slots of the best round that answered without naming an environment
 * @param rounds rounds that opened
 * @param holdMillis hold of the best round
 * @param reachMillis from opening the best round to its latest warm arrival
 * @param spreadMillis from its first to its latest warm arrival
 * @param coldStarts over all rounds
 * @param failed slots that failed, throttled ones not among them, over all rounds
 * @param throttled slots that were throttled, over all rounds
 * @param errors how many of each name, over all rounds
 * @param limitKnown whether the function's reserved concurrency could be read; null where nothing is said of it
 * @param reason why there is a shortfall, where the state machine knows it
 */
record TargetOutput(
        String function,
        Long requested,
        Long warm,
        Long unproven,
        Long rounds,
        Long holdMillis,
        Long reachMillis,
        Long spreadMillis,
        Long coldStarts,
        Long failed,
        Long throttled,
        Map<String, Long> errors,
        Boolean limitKnown,
        String reason) {
    TargetOutput {
        function = Objects.requireNonNullElse(function, "?");
        requested = Objects.requireNonNullElse(requested, 0L);
        warm = Objects.requireNonNullElse(warm, 0L);
        errors = errors == null ? Map.of() : new TreeMap<>(errors);
    }

    /** What people call the target. */
    String name() {
        return FunctionName.shortOf(function);
    }

    /** How many are missing. */
    long shortfall() {
        return Math.max(0, requested - warm);
    }

    /** How many answered, with proof or without. */
    long answered() {
        return warm + orZero(unproven);
    }

    /** A number, zero where it is missing. */
    static long orZero(Long number) {
        return number == null ? 0 : number;
    }
}
