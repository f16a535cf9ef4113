// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.states.jsonata;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import dev.stoker.local.states.jsonata.Json.JsonArray;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads JSON text into values. */
final class JsonReader {

    /** Callers limit the size of the text, so names and numbers need no limit. */
    private static final StreamReadConstraints NO_FURTHER_BOUNDS = StreamReadConstraints.builder()
            .maxNameLength(Integer.MAX_VALUE)
            .maxNumberLength(Integer.MAX_VALUE)
            .build();

    private static final JsonReader LENIENT = new JsonReader(
            JsonFactory.builder().streamReadConstraints(NO_FURTHER_BOUNDS).build());
    private static final JsonReader STRICT = new JsonReader(JsonFactory.builder()
            .streamReadConstraints(NO_FURTHER_BOUNDS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build());

    private final JsonFactory factory;

    private JsonReader(JsonFactory factory) {
        this.factory = factory;
    }

    /** For duplicate names in an object, the later one counts. */
    static JsonReader lenient() {
        return LENIENT;
    }

    /** Duplicate names in an object are an error. */
    static JsonReader strict() {
        return STRICT;
    }

    Object read(String text) throws Json.MalformedJson {
        try (JsonParser parser = factory.createParser(text)) {
            if (parser.nextToken() == null) {
                throw new Json.MalformedJson("No content to map due to end-of-input");
            }
            Object value = value(parser);
            if (parser.nextToken() != null) {
                throw new Json.MalformedJson("Trailing token (of type " + parser.currentToken()
                        + ") found after value: one JSON document is allowed");
            }
            return value;
        } catch (JsonProcessingException e) {
            throw new Json.MalformedJson(e.getOriginalMessage());
        } catch (IOException e) {
            throw new UncheckedIOException("reading from a string cannot fail", e);
        }
    }

    private static Object value(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> array(parser);
            case VALUE_STRING -> parser.getText();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> Json.NULL;
            default -> Numbers.normal(parser.getNumberValue());
        };
    }

    private static JsonObject object(JsonParser parser) throws IOException {
        Map<String, Object> members = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            members.put(name, value(parser));
        }
        return JsonObject.of(members);
    }

    private static JsonArray array(JsonParser parser) throws IOException {
        List<Object> elements = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            elements.add(value(parser));
        }
        return JsonArray.of(elements);
    }
}
