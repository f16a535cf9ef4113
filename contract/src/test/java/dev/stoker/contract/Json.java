// SPDX-License-Identifier: Apache-2.0
package dev.stoker.contract;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;

/**
 * Parses the output of a cycle strictly: no additional or missing fields, no text instead of a number, no 7.0 instead
 * of 7.
 */
final class Json {
    /** Any JSON value may have names as long as an input. */
    private static final JsonFactory LONG_NAMES = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNameLength(Integer.MAX_VALUE)
                    .build())
            .build();

    private static final JsonMapper STRICT = JsonMapper.builder(LONG_NAMES)
            .enable(
                    DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                    DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                    DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                    DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .build();

    private static final ObjectWriter WIDE = STRICT.writer(
                    new DefaultPrettyPrinter().withObjectIndenter(new DefaultPrettyPrinter.NopIndenter()))
            .with(JsonWriteFeature.ESCAPE_NON_ASCII);

    private Json() {}

    /**
     * @throws IllegalArgumentException if the text is not JSON or has another format, with the place
     */
    static <T> T read(String text, Class<T> shape) {
        try {
            return STRICT.readValue(text, shape);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    static JsonNode tree(String text) {
        return read(text, JsonNode.class);
    }

    static String write(Object value) {
        return write(STRICT.writer(), value);
    }

    /** Writes JSON with spaces between all tokens, in ASCII only. */
    static String writeWidely(Object value) {
        return write(WIDE, value);
    }

    private static String write(ObjectWriter writer, Object value) {
        try {
            return writer.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }
}
