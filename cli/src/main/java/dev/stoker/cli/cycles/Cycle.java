// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.cycles;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * A cycle that a log or a file contains.
 *
 * @param output the execution's output, possibly with its cost
 * @param cost in US dollars, if known
 */
public record Cycle(JsonNode output, Optional<BigDecimal> cost) {
    /** Whether a document is the output of a cycle. */
    public static boolean looksLike(JsonNode document) {
        JsonNode targets = document.path("targets");
        return targets.isArray() && !targets.isEmpty() && targets.path(0).has("requested");
    }

    /** When its first round opened, milliseconds since the epoch; empty if no round opened. */
    public OptionalLong openedAt() {
        long first = Long.MAX_VALUE;
        for (JsonNode target : output.path("targets")) {
            if (target.path("openedAt").isIntegralNumber()) {
                first = Math.min(first, target.path("openedAt").asLong());
            }
        }
        return first == Long.MAX_VALUE ? OptionalLong.empty() : OptionalLong.of(first);
    }

    /** Whether fewer environments of a target were proven than requested. */
    public boolean fellShort() {
        for (JsonNode target : output.path("targets")) {
            if (fellShort(target)) {
                return true;
            }
        }
        return false;
    }

    /** Whether fewer environments were proven than requested, in a target's part of an output. */
    public static boolean fellShort(JsonNode target) {
        return target.path("warm").asLong() < target.path("requested").asLong();
    }

    /** Whether a cycle only sent probes to a target, because users keep its environments warm. */
    public static boolean rested(JsonNode target) {
        return target.path("demand").has("rest");
    }

    /** A sum over its targets. */
    public long sum(String field) {
        long sum = 0;
        for (JsonNode target : output.path("targets")) {
            sum += target.path(field).asLong();
        }
        return sum;
    }

    /**
     * The identity of its rounds. The log contains the execution of one target in addition to that of the whole cycle.
     */
    Set<String> rounds() {
        Set<String> rounds = new HashSet<>();
        for (JsonNode target : output.path("targets")) {
            rounds.add(target.path("function").asText() + " "
                    + target.path("openedAt").asText());
        }
        return rounds;
    }
}
