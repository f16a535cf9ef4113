// SPDX-License-Identifier: Apache-2.0
package dev.stoker.simulation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.stoker.local.states.run.ExecutionObserver.ExecutionResult;

/**
 * A cycle that has ended.
 *
 * @param result its result
 */
public record Cycle(ExecutionResult result) {
    private static final JsonMapper JSON = new JsonMapper();

    boolean succeeded() {
        return result.status() == ExecutionResult.Status.SUCCEEDED;
    }

    long millis() {
        return result.stopMillis() - result.startMillis();
    }

    /** The output, or the cause of a shortfall, which has the same format. */
    public JsonNode report() {
        return json(result.outputOrCause());
    }

    /** The only target, or the first. */
    public JsonNode target() {
        return report().path("targets").path(0);
    }

    int warm() {
        return target().path("warm").asInt(-1);
    }

    /** A field of the only target, as a whole number; 0 if it is missing. */
    public int number(String field) {
        return target().path(field).asInt();
    }

    String reason() {
        return target().path("reason").asText();
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("no JSON: " + text, e);
        }
    }
}
