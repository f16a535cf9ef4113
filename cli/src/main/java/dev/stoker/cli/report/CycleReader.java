// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
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
 * Finds the cycles in a text, whatever of these it is: the JSON of {@code stoker run}, several of them a line each, what
 * {@code aws logs filter-log-events} or {@code get-query-results} prints, or the messages of log events a line each.
 */
final class CycleReader {
    private final Function<JsonNode, Optional<BigDecimal>> price;
    private final List<Cycle> cycles = new ArrayList<>();
    private long others;

    /** @param price what a cycle cost that does not tell it itself */
    CycleReader(Function<JsonNode, Optional<BigDecimal>> price) {
        this.price = price;
    }

    /** Reads a whole text. */
    void read(String text) {
        try {
            document(Json.read(text));
        } catch (JsonProcessingException several) {
            text.lines().filter(line -> !line.isBlank()).forEach(this::message);
        }
    }

    /** Reads the message of one log event. */
    void message(String message) {
        // Where AWS prints messages as plain lines, a time may stand before the JSON.
        int brace = message.indexOf('{');
        try {
            document(Json.read(brace < 0 ? message : message.substring(brace)));
        } catch (JsonProcessingException noJson) {
            others++;
        }
    }

    /** The cycles, the oldest first; one that is contained in another is left out. */
    List<Cycle> cycles() {
        List<Cycle> largestFirst = new ArrayList<>(cycles);
        // Of two that tell the same rounds, a cycle's event and the cause of its shortfall, the longer one tells more.
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

    /** Lines and events that were no cycle. */
    long others() {
        return others;
    }

    private void document(JsonNode document) {
        if (Cycle.looksLike(document)) {
            cycles.add(new Cycle(document, CycleCost.told(document).or(() -> price.apply(document))));
        } else if (document.path("events").isArray()) {
            document.path("events")
                    .forEach(event -> message(event.path("message").asText()));
        } else if (document.path("results").isArray()) {
            document.path("results").forEach(this::queried);
        } else {
            execution(document);
        }
    }

    /** A row of Logs Insights: fields with their values. */
    private void queried(JsonNode row) {
        for (JsonNode field : row) {
            if (field.path("field").asText().equals("@message")) {
                message(field.path("value").asText());
                return;
            }
        }
        others++;
    }

    /** What Step Functions logs of an execution's end: the output, or the cause of a shortfall, as a text. */
    private void execution(JsonNode event) {
        JsonNode details = event.path("details");
        String ended = details.path("output").asText(details.path("cause").asText());
        try {
            JsonNode output = ended.isEmpty() ? details : Json.read(ended);
            if (Cycle.looksLike(output)) {
                document(output);
                return;
            }
        } catch (JsonProcessingException noCycle) {
            // The end of another execution.
        }
        others++;
    }
}
