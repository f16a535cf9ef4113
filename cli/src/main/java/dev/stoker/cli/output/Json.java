// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.output;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** Reads and makes JSON: one document, nothing after it, numbers as they were written, unknown fields passed over. */
public final class Json {
    /** What may come in is bounded in bytes by whoever reads it, so depth and the lengths of names and numbers need no bound. */
    private static final StreamReadConstraints NO_FURTHER_BOUNDS = StreamReadConstraints.builder()
            .maxNestingDepth(Integer.MAX_VALUE)
            .maxNameLength(Integer.MAX_VALUE)
            .maxNumberLength(Integer.MAX_VALUE)
            .build();

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(NO_FURTHER_BOUNDS)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private Json() {}

    /** An object to fill. */
    public static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    /**
     * Reads one document.
     *
     * @throws JsonProcessingException if the text is no JSON, or more than one document, or empty
     */
    public static JsonNode read(String text) throws JsonProcessingException {
        return MAPPER.readValue(text, JsonNode.class);
    }

    /** Reads one document into a record; nothing if the text is no JSON, does not fit, or is null. */
    public static <T> Optional<T> read(String text, Class<T> shape) {
        try {
            return Optional.ofNullable(MAPPER.readValue(text, shape));
        } catch (JsonProcessingException other) {
            return Optional.empty();
        }
    }
}
