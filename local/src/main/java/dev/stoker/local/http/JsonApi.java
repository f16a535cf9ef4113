// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stoker.local.account.AwsError;
import dev.stoker.local.http.Api.WireRequest;
import dev.stoker.local.http.Api.WireResponse;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;

/** A service with the protocol AWS JSON 1.0 or 1.1. The header X-Amz-Target names the operation. */
public final class JsonApi implements Api {
    private static final String TARGET = "X-Amz-Target";

    private final String service;
    private final String target;
    private final String contentType;
    private final Map<String, Operation> operations = new TreeMap<>();

    /** An operation: the allowed fields of its input, and its implementation. */
    private record Operation(Set<String> fields, BiConsumer<JsonInput, Consumer<JsonNode>> body) {}

    /**
     * Creates a service without operations.
     *
     * @param service its name in signatures
     * @param target the prefix of the operation's name in X-Amz-Target, without the dot
     * @param version 1.0 or 1.1
     */
    public JsonApi(String service, String target, String version) {
        this.service = service;
        this.target = target + ".";
        this.contentType = "application/x-amz-json-" + version;
    }

    /** Adds an operation that answers at once. */
    public JsonApi with(String name, Set<String> fields, Function<JsonInput, JsonNode> body) {
        return withLater(name, fields, (input, reply) -> reply.accept(body.apply(input)));
    }

    /** Adds an operation that may answer later. */
    public JsonApi withLater(String name, Set<String> fields, BiConsumer<JsonInput, Consumer<JsonNode>> body) {
        operations.put(name, new Operation(Set.copyOf(fields), body));
        return this;
    }

    @Override
    public String service() {
        return service;
    }

    @Override
    public boolean serves(WireRequest request) {
        return request.header(TARGET).filter(name -> name.startsWith(target)).isPresent();
    }

    @Override
    public void answer(WireRequest request, Consumer<WireResponse> reply) {
        String name = request.header(TARGET).orElseThrow().substring(target.length());
        Operation operation = operations.get(name);
        if (operation == null) {
            throw new AwsError(
                    "UnknownOperationException",
                    service + " " + name + ": the embedded AWS does not cover it. It covers "
                            + String.join(", ", operations.keySet()) + ".");
        }
        JsonInput input = JsonInput.read(request.text()).allowing(name, operation.fields());
        operation.body().accept(input, output -> reply.accept(response(request, 200, output)));
    }

    @Override
    public WireResponse refusal(WireRequest request, AwsError error) {
        JsonNode body = JsonText.object().put("__type", error.code()).put("message", error.getMessage());
        return response(request, error.status(), body).with("x-amzn-ErrorType", error.code());
    }

    private WireResponse response(WireRequest request, int status, JsonNode body) {
        return WireResponse.json(status, body).with("Content-Type", contentType).with("x-amzn-RequestId", request.id());
    }

    /**
     * The input of a JSON request.
     *
     * @param node the object
     */
    public record JsonInput(JsonNode node) {
        /**
         * Parses a body. An empty body is an empty object.
         *
         * @throws AwsError SerializationException if it is not a JSON object
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
         * Rejects unsupported fields, because ignoring a field would give wrong results.
         *
         * @throws AwsError ValidationException with their names
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

        /** A text, if it is given. */
        public Optional<String> text(String field) {
            return Optional.of(node.path(field))
                    .filter(value -> !value.isMissingNode() && !value.isNull())
                    .map(JsonNode::asText);
        }

        /** A required text. */
        public String required(String field) {
            return text(field)
                    .orElseThrow(() -> new AwsError(
                            "ValidationException",
                            "1 validation error detected: Value at '" + field
                                    + "' failed to satisfy constraint: Member must not be null"));
        }

        /** A list of texts; empty if it is missing. */
        public List<String> texts(String field) {
            List<String> texts = new ArrayList<>();
            node.path(field).forEach(item -> texts.add(item.asText()));
            return texts;
        }

        /** A whole number, or the default if it is missing. */
        public long number(String field, long otherwise) {
            return node.path(field).asLong(otherwise);
        }

        /** Whether the field is true; false if it is missing. */
        public boolean flag(String field) {
            return node.path(field).asBoolean();
        }
    }

    /** JSON text and trees of it. */
    public static final class JsonText {
        /** A text of any length: what a request may have at most, its operation says. */
        private static final JsonFactory ANY_LENGTH = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxStringLength(Integer.MAX_VALUE)
                        .build())
                .build();

        private static final JsonMapper MAPPER = JsonMapper.builder(ANY_LENGTH)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                .build();

        private JsonText() {}

        /** An object without members. */
        public static ObjectNode object() {
            return JsonNodeFactory.instance.objectNode();
        }

        /** Compact JSON. */
        public static String of(JsonNode node) {
            try {
                return MAPPER.writeValueAsString(node);
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("a tree can always be written", e);
            }
        }

        /**
         * Reads one JSON document.
         *
         * @throws IllegalArgumentException if the text is not one JSON document; the message contains the reason
         */
        public static JsonNode read(String text) {
            try {
                return MAPPER.readTree(text);
            } catch (JsonProcessingException e) {
                throw new IllegalArgumentException(e.getOriginalMessage(), e);
            }
        }

        /** A timestamp in AWS's JSON protocols: seconds with decimals for milliseconds. */
        public static BigDecimal seconds(long epochMillis) {
            return BigDecimal.valueOf(epochMillis, 3);
        }
    }
}
