// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a JSON request asks for.
 *
 * @param node the object
 */
public record JsonInput(JsonNode node) {
    /**
     * Reads a body; an empty one is an empty object.
     *
     * @throws AwsError SerializationException if it is no JSON object
     */
    public static JsonInput read(String body) {
        try {
            JsonNode node = body.isBlank() ? JsonText.object() : JsonText.read(body);
            if (node.isObject()) {
                return new JsonInput(node);
            }
            throw new AwsError("SerializationException", "the body must be a JSON object, got " + body);
        } catch (IllegalArgumentException e) {
            throw new AwsError("SerializationException", "the body must be JSON: " + e.getMessage());
        }
    }

    /**
     * Refuses fields that the embedded AWS does not cover: one that is passed over would be a lie.
     *
     * @throws AwsError ValidationException that names them
     */
    public JsonInput allowing(String operation, Set<String> fields) {
        Set<String> others = new TreeSet<>();
        node.fieldNames().forEachRemaining(others::add);
        others.removeAll(fields);
        others.removeIf(name -> node.get(name).isNull());
        if (!others.isEmpty()) {
            throw new AwsError(
                    "ValidationException",
                    operation + ": the embedded AWS does not cover the field(s) " + String.join(", ", others)
                            + ". Leave them out.");
        }
        return this;
    }

    /** A text; null if it is not there. */
    public String text(String field) {
        JsonNode value = node.path(field);
        return value.isMissingNode() || value.isNull() ? null : value.asText();
    }

    /** A text that must be there. */
    public String required(String field) {
        String value = text(field);
        if (value == null) {
            throw new AwsError(
                    "ValidationException",
                    "1 validation error detected: Value at '" + field
                            + "' failed to satisfy constraint: Member must not be null");
        }
        return value;
    }

    /** A list of texts; empty if it is not there. */
    public List<String> texts(String field) {
        List<String> texts = new ArrayList<>();
        node.path(field).forEach(item -> texts.add(item.asText()));
        return texts;
    }

    /** A whole number, or the default if it is not there. */
    public long number(String field, long otherwise) {
        return node.path(field).asLong(otherwise);
    }

    /** True only if it is there and true. */
    public boolean flag(String field) {
        return node.path(field).asBoolean();
    }
}
