// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;

/** A service of the protocols AWS JSON 1.0 and 1.1: the operation stands in the header X-Amz-Target. */
public final class JsonApi implements Api {
    private static final String TARGET = "X-Amz-Target";

    private final String service;
    private final String target;
    private final String contentType;
    private final Map<String, Operation> operations = new TreeMap<>();

    /** An operation: which fields its input may have, and what it does. */
    private record Operation(Set<String> fields, BiConsumer<JsonInput, Consumer<JsonNode>> body) {}

    /**
     * A service without an operation.
     *
     * @param service its name in signatures
     * @param target what stands before the operation's name in X-Amz-Target, without the point
     * @param version 1.0 or 1.1
     */
    public JsonApi(String service, String target, String version) {
        this.service = service;
        this.target = target + ".";
        this.contentType = "application/x-amz-json-" + version;
    }

    /** With an operation that answers at once. */
    public JsonApi with(String name, Set<String> fields, Function<JsonInput, JsonNode> body) {
        return withLater(name, fields, (input, reply) -> reply.accept(body.apply(input)));
    }

    /** With an operation that may answer later. */
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
}
