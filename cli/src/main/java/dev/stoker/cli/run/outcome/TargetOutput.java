// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.run.outcome;

import dev.stoker.cli.aws.FunctionName;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The output of a cycle for one target. Times are in milliseconds, and null if the results of the target were lost.
 *
 * @param function the function's name in the input
 * @param requested environments requested
 * @param warm environments proven warm in the best round
 * @param unproven slots of the best round whose answer does not identify the environment
 * @param rounds rounds that opened
 * @param holdMillis hold of the best round
 * @param reachMillis from the opening of the best round to its latest warm arrival
 * @param spreadMillis from its first to its latest warm arrival
 * @param coldStarts cold starts over all rounds
 * @param failed failed slots, without throttled ones, over all rounds
 * @param throttled slots that were throttled, over all rounds
 * @param errors the number of errors of each name, over all rounds
 * @param limitKnown whether the function's reserved concurrency could be read; null if the output does not say
 * @param primed environments that were primed, over all rounds; null in outputs of earlier versions
 * @param primeFailed environments whose priming failed, over all rounds; null in outputs of earlier versions
 * @param demand the number that follows demand, and the reason; null if the number is given
 * @param protocol the protocol of the warm event; null for Stoker's own
 * @param reason the reason of a shortfall, if the state machine knows it
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
        @Nullable Long primed,
        @Nullable Long primeFailed,
        @Nullable DemandChoice demand,
        @Nullable String protocol,
        String reason) {
    TargetOutput {
        function = Objects.requireNonNullElse(function, "?");
        requested = Objects.requireNonNullElse(requested, 0L);
        warm = Objects.requireNonNullElse(warm, 0L);
        errors = errors == null ? Map.of() : new TreeMap<>(errors);
    }

    /** The target's name for people. */
    String name() {
        return FunctionName.shortOf(function);
    }

    /** The number of missing environments. */
    long shortfall() {
        return Math.max(0, requested - warm);
    }

    /** The number of slots that answered, proven or not. */
    long answered() {
        return warm + orZero(unproven);
    }

    /** A number, or zero if it is missing. */
    static long orZero(@Nullable Long number) {
        return number == null ? 0 : number;
    }
}
