// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.cycles;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.stoker.cli.output.Json;
import dev.stoker.cli.price.CycleCost;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Finds the cycles in a text. It accepts the JSON of {@code stoker run}, the AWS CLI's output for logs
 * ({@code filter-log-events}, {@code get-query-results}, {@code tail}) or for executions ({@code start-sync-execution},
 * {@code describe-execution}, {@code get-execution-history}), the messages of log events, or several of these: in an
 * array, one per line, or one after another.
 */
public final class CycleReader {
    private final Function<JsonNode, Optional<BigDecimal>> price;
    private final List<Cycle> cycles = new ArrayList<>();
    private long others;

    /**
     * A reader that has read nothing yet.
     *
     * @param price computes the cost of a cycle whose output does not contain it
     */
    public CycleReader(Function<JsonNode, Optional<BigDecimal>> price) {
        this.price = price;
    }

    /** Reads a whole text. */
    public void read(String text) {
        try {
            document(Json.read(text));
        } catch (JsonProcessingException several) {
            new JsonInText(text).forEach(this::document, () -> others++);
        }
    }

    /** The cycles, the oldest first, without those that are part of another one. */
    public List<Cycle> cycles() {
        List<Cycle> largestFirst = new ArrayList<>(cycles);
        // If a cycle's event and the cause of its shortfall describe the same rounds, the longer one has more data.
        largestFirst.sort(
                Comparator.comparingInt((Cycle cycle) -> cycle.rounds().size())
                        .thenComparingInt(cycle -> cycle.output().toString().length())
                        .reversed());
        Set<String> seen = new HashSet<>();
        List<Cycle> kept = new ArrayList<>();
        for (Cycle cycle : largestFirst) {
            if (cycle.openedAt().isEmpty() || !seen.containsAll(cycle.rounds())) {
                seen.addAll(cycle.rounds());
                kept.add(cycle);
            }
        }
        kept.sort(Comparator.comparingLong(cycle -> cycle.openedAt().orElse(0)));
        return kept;
    }

    /** The number of lines and events that are not cycles. */
    public long others() {
        return others;
    }

    private void document(JsonNode document) {
        if (Cycle.looksLike(document)) {
            cycles.add(new Cycle(document, CycleCost.readFrom(document).or(() -> price.apply(document))));
        } else if (document.isTextual()) {
            read(document.textValue());
        } else if (document.isArray() && document.path(0).has("field")) {
            queried(document);
        } else if (document.isArray()) {
            document.forEach(this::document);
        } else if (document.path("events").isArray()) {
            document.path("events").forEach(this::document);
        } else if (document.path("results").isArray()) {
            document.path("results").forEach(this::document);
        } else if (document.path("message").isTextual()) {
            read(document.path("message").textValue());
        } else {
            execution(document);
        }
    }

    /** A row of Logs Insights: fields with their values. */
    private void queried(JsonNode row) {
        for (JsonNode field : row) {
            if (field.path("field").asText().equals("@message")) {
                read(field.path("value").asText());
                return;
            }
        }
        others++;
    }

    /**
     * The result of an execution in a response or a log event of Step Functions: the output or the cause of a
     * shortfall, as a text in the object itself or in its details.
     */
    private void execution(JsonNode event) {
        if (!ended(event)) {
            for (JsonNode details : event) {
                if (details.isObject() && ended(details)) {
                    return;
                }
            }
            others++;
        }
    }

    private boolean ended(JsonNode details) {
        if (Cycle.looksLike(details)) {
            document(details);
            return true;
        }
        try {
            String text = details.path("output").asText(details.path("cause").asText());
            JsonNode output = text.isEmpty() ? MissingNode.getInstance() : Json.read(text);
            if (Cycle.looksLike(output)) {
                document(output);
                return true;
            }
        } catch (JsonProcessingException otherExecution) {
            // The result is not the output of a cycle.
        }
        return false;
    }
}
