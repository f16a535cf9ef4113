// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.history;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stoker.cli.aws.FunctionName;
import dev.stoker.cli.cycles.Cycle;
import dev.stoker.cli.cycles.WarmShare;
import dev.stoker.cli.output.Count;
import dev.stoker.cli.output.OneLine;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/**
 * One function in all its cycles.
 *
 * @param function its name in the cycles
 * @param outputs its part of each cycle's output, the oldest first; at least one
 */
record TargetHistory(String function, List<JsonNode> outputs) {
    TargetHistory {
        outputs = List.copyOf(outputs);
    }

    /** All functions, in the order in which they were first warmed. */
    static List<TargetHistory> of(List<Cycle> cycles) {
        Map<String, List<JsonNode>> byFunction = new LinkedHashMap<>();
        for (Cycle cycle : cycles) {
            for (JsonNode target : cycle.output().path("targets")) {
                byFunction
                        .computeIfAbsent(target.path("function").asText(), name -> new ArrayList<>())
                        .add(target);
            }
        }
        return byFunction.entrySet().stream()
                .map(one -> new TargetHistory(one.getKey(), one.getValue()))
                .toList();
    }

    /** Its name for people. */
    String name() {
        return OneLine.of(FunctionName.shortOf(function));
    }

    /** Such as {@code orders:live: 19–20 of 20 environments proven warm in 360 cycles; 99.98 % of ...}. */
    String sentence() {
        return name() + ": " + range("warm") + " of " + range("requested") + " environments proven warm in "
                + Count.of(outputs.size(), "cycle") + ", " + Count.plain(shortfalls()) + " of which fell short"
                + (rests() == 0 ? "" : " and " + Count.plain(rests()) + " rested") + ". "
                + users().sentence();
    }

    /** How many cycles only sent probes, because users kept all environments warm. */
    long rests() {
        return outputs.stream().filter(Cycle::rested).count();
    }

    /** The least and the most of a number in all cycles that did not rest, such as {@code 19–20}. */
    String range(String field) {
        long least = least(field);
        long most = most(field);
        return Count.plain(least) + (least == most ? "" : "–" + Count.plain(most));
    }

    /** How many cycles proved fewer environments than requested. */
    long shortfalls() {
        return outputs.stream().filter(Cycle::fellShort).count();
    }

    WarmShare users() {
        return new WarmShare(sum("served"), sum("userColdStarts"));
    }

    long sum(String field) {
        return outputs.stream().mapToLong(field(field)).sum();
    }

    long least(String field) {
        return awake().mapToLong(field(field)).min().orElse(0);
    }

    long most(String field) {
        return awake().mapToLong(field(field)).max().orElse(0);
    }

    private Stream<JsonNode> awake() {
        return outputs.stream().filter(output -> !Cycle.rested(output));
    }

    private static ToLongFunction<JsonNode> field(String name) {
        return output -> output.path(name).asLong();
    }
}
