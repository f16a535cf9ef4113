// SPDX-License-Identifier: Apache-2.0
package dev.stoker.contract;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a cycle says of one target. Those of the best round are null where the target's own execution was lost; those in
 * milliseconds after "At" or "Until" are since the epoch.
 *
 * @param function as the input named it
 * @param requested environments asked for
 * @param warm distinct environments seen in the best round
 * @param unproven slots of the best round that something else answered
 * @param rounds opened
 * @param bestRound which of them the numbers are of
 * @param openedAt when the best round was opened
 * @param holdUntil when it ended
 * @param holdMillis from the one to the other
 * @param reachMillis from its opening to its latest warm arrival, null without one
 * @param spreadMillis from its first to its latest warm arrival, null without one
 * @param coldStarts over all rounds, as all that follow but the environments
 * @param failed slots, without the throttled
 * @param throttled slots
 * @param errors a count for each error name; null where a truncated cause left them out
 * @param used environments that served users
 * @param served users' invocations
 * @param busyMillis users' time
 * @param userColdStarts users who seem to have waited
 * @param primed environments that were primed
 * @param primeFailed environments whose priming failed
 * @param heldMillis the sum of released minus arrived
 * @param slots of the best round, spare ones included: fewer than requested where users' concurrency or Lambda's scaling allows no more
 * @param spare slots of the best round beyond those that it had to prove
 * @param late warm arrivals of the best round after its hold had ended
 * @param sleepTasks sent in all rounds
 * @param executions of state machines for this target: of keep-warm, and of fan-out in all rounds
 * @param arrivals of the best round that were warm, counted by the upper edge of their interval in milliseconds
 * @param reservedConcurrency of the function; null where there is none, or none known
 * @param limitKnown whether it could be read
 * @param demand the number that follows demand; null where the number is given
 * @param reason why fewer than asked were proven, in a sentence; else null
 * @param environments of the best round; null where left out
 */
record TargetOutput(
        @JsonProperty(required = true) String function,
        @JsonProperty(required = true) int requested,
        @JsonProperty(required = true) int warm,
        @JsonProperty(required = true) int unproven,
        @JsonProperty(required = true) int rounds,
        @JsonProperty(required = true) Integer bestRound,
        @JsonProperty(required = true) Long openedAt,
        @JsonProperty(required = true) Long holdUntil,
        @JsonProperty(required = true) Long holdMillis,
        @JsonProperty(required = true) Long reachMillis,
        @JsonProperty(required = true) Long spreadMillis,
        @JsonProperty(required = true) int coldStarts,
        @JsonProperty(required = true) int failed,
        @JsonProperty(required = true) int throttled,
        Map<String, Integer> errors,
        @JsonProperty(required = true) int used,
        @JsonProperty(required = true) int served,
        @JsonProperty(required = true) long busyMillis,
        @JsonProperty(required = true) int userColdStarts,
        @JsonProperty(required = true) int primed,
        @JsonProperty(required = true) int primeFailed,
        @JsonProperty(required = true) long heldMillis,
        @JsonProperty(required = true) int slots,
        @JsonProperty(required = true) int spare,
        @JsonProperty(required = true) int late,
        @JsonProperty(required = true) int sleepTasks,
        @JsonProperty(required = true) int executions,
        @JsonProperty(required = true) Map<String, Integer> arrivals,
        @JsonProperty(required = true) Integer reservedConcurrency,
        @JsonProperty(required = true) boolean limitKnown,
        Demand demand,
        String reason,
        List<EnvironmentRow> environments) {
    /** What maxHoldMillis may be at most. */
    private static final long LONGEST_HOLD_MILLIS = 3000;

    TargetOutput {
        errors = errors == null ? null : Map.copyOf(errors);
        environments = environments == null ? null : List.copyOf(environments);
    }

    /**
     * What was chosen, and why; numbers are null where no environment reported.
     *
     * @param mean the users' mean concurrency since the last cycle
     * @param peak the environments that users needed at once, of those that were kept
     * @param fixed a guess: a quantile of earlier peaks
     * @param reactive a guess from the last intervals
     * @param profile a guess from the hours of the week, null until they are known
     * @param by which guess was chosen
     * @param chosen the number
     */
    record Demand(
            @JsonProperty(required = true) Double mean,
            @JsonProperty(required = true) Integer peak,
            @JsonProperty(required = true) Integer fixed,
            @JsonProperty(required = true) Integer reactive,
            @JsonProperty(required = true) Integer profile,
            @JsonProperty(required = true) String by,
            @JsonProperty(required = true) int chosen,
            Rest rest) {}

    /**
     * A cycle that only sent probes.
     *
     * @param notProven environments that users keep warm
     * @param left cycles that may rest after it
     * @param servedPerMinute how often users used a probed environment
     * @param before the same in the last full cycle
     */
    record Rest(
            @JsonProperty(required = true) int notProven,
            @JsonProperty(required = true) int left,
            @JsonProperty(required = true) double servedPerMinute,
            @JsonProperty(required = true) double before) {}

    /** Whether it is short, and a sleep task came after the longest hold that there is: so no hold could have met them all. */
    boolean missedTheLongestHold() {
        return warm < requested
                && reachMillis != null
                && holdMillis == LONGEST_HOLD_MILLIS
                && reachMillis > LONGEST_HOLD_MILLIS;
    }

    /** The ids of the environments, where they are there. */
    Set<String> ids() {
        return environments.stream().map(EnvironmentRow::id).collect(Collectors.toSet());
    }
}
