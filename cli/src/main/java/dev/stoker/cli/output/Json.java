// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.output;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;

/**
 * Reads and creates JSON. A text must contain exactly one document. Numbers stay as they are written, and unknown
 * fields are ignored.
 */
public final class Json {
    /**
     * Callers limit the size of the input in bytes, so the depth and the lengths of names and numbers need no limit.
     */
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

    private static final MathContext BRIEF = new MathContext(6);

    private Json() {}

    /** An empty object. */
    public static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    /** A number with six significant digits, for a document. */
    public static BigDecimal brief(double number) {
        BigDecimal rounded = new BigDecimal(number).round(BRIEF).stripTrailingZeros();
        return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
    }

    /**
     * Reads one document.
     *
     * @throws JsonProcessingException if the text is not JSON, has more than one document, or is empty
     */
    public static JsonNode read(String text) throws JsonProcessingException {
        return MAPPER.readValue(text, JsonNode.class);
    }

    /** Reads one document into a record. Empty if the text is not JSON, does not match the record, or is null. */
    public static <T> Optional<T> read(String text, Class<T> shape) {
        try {
            return Optional.ofNullable(MAPPER.readValue(text, shape));
        } catch (JsonProcessingException other) {
            return Optional.empty();
        }
    }

    /** The problem that a JSON parser found, and its position: {@code line 2, column 15: Unexpected character ...}. */
    public static String problem(JsonProcessingException bad) {
        JsonLocation at = bad.getLocation();
        String where = at == null ? "" : "line " + at.getLineNr() + ", column " + at.getColumnNr() + ": ";
        return where + OneLine.of(bad.getOriginalMessage());
    }

    /**
     * Reads the value that begins at a position in a text. Anything may follow it.
     *
     * @param text the whole text
     * @param begin where the value begins
     */
    public static ValueInText readFrom(char[] text, int begin) {
        try (JsonParser parser = MAPPER.getFactory().createParser(text, begin, text.length - begin)) {
            try {
                JsonNode value = MAPPER.reader()
                        .without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                        .readTree(parser);
                return new ValueInText(Optional.ofNullable(value), begin + offset(parser));
            } catch (JsonProcessingException noJson) {
                return new ValueInText(Optional.empty(), begin + offset(parser));
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static int offset(JsonParser parser) {
        return (int) parser.currentLocation().getCharOffset();
    }

    /**
     * A value within a longer text.
     *
     * @param value empty if there is no JSON
     * @param end the position after the value, or the position of the error
     */
    public record ValueInText(Optional<JsonNode> value, int end) {}
}
