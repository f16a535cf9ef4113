// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.http;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** A service of the protocol Query: a form comes in, XML goes out. */
public final class QueryApi implements Api {
    private final String service;
    private final String version;
    private final String namespace;
    private final Map<String, Action> actions = new TreeMap<>();

    /** An action: which fields its form may have, and what it writes into its result. */
    private record Action(Set<String> fields, BiConsumer<Form, Xml> body) {}

    /**
     * A service without an action.
     *
     * @param service its name in signatures
     * @param version of the API, a date: tells services apart where a request is not signed
     */
    public QueryApi(String service, String version, String namespace) {
        this.service = service;
        this.version = version;
        this.namespace = namespace;
    }

    /** With an action. */
    public QueryApi with(String name, Set<String> fields, BiConsumer<Form, Xml> body) {
        actions.put(name, new Action(Set.copyOf(fields), body));
        return this;
    }

    @Override
    public String service() {
        return service;
    }

    @Override
    public boolean serves(WireRequest request) {
        return isForm(request) && version.equals(Form.of(request).get("Version"));
    }

    /** Whether the protocol is Query. */
    static boolean isForm(WireRequest request) {
        return request.query().containsKey("Action")
                || request.header("Content-Type")
                        .filter(type -> type.startsWith("application/x-www-form-urlencoded"))
                        .isPresent();
    }

    @Override
    public void answer(WireRequest request, Consumer<WireResponse> reply) {
        Form form = Form.of(request);
        String name = form.required("Action");
        Action action = actions.get(name);
        if (action == null) {
            throw new AwsError(
                    "InvalidAction",
                    service + " " + name + ": the embedded AWS does not cover it. It covers "
                            + String.join(", ", actions.keySet()) + ".");
        }
        Set<String> others = form.namesBut(action.fields());
        if (!others.isEmpty()) {
            throw new AwsError(
                    "ValidationError",
                    name + ": the embedded AWS does not cover the field(s) " + String.join(", ", others)
                            + ". Leave them out.");
        }
        Xml xml = Xml.root(
                name + "Response",
                namespace,
                response -> response.add(
                                name + "Result", result -> action.body().accept(form, result))
                        .add("ResponseMetadata", metadata -> metadata.add("RequestId", request.id())));
        reply.accept(WireResponse.xml(200, xml).with("x-amzn-RequestId", request.id()));
    }

    @Override
    public WireResponse refusal(WireRequest request, AwsError error) {
        return WireResponse.xml(error.status(), error(request, error, namespace))
                .with("x-amzn-RequestId", request.id());
    }

    /** An error in the protocol's shape. */
    static Xml error(WireRequest request, AwsError error, String namespace) {
        return Xml.root(
                "ErrorResponse",
                namespace,
                response -> response.add(
                                "Error",
                                details -> details.add("Type", error.isSenders() ? "Sender" : "Receiver")
                                        .add("Code", error.code())
                                        .add("Message", error.getMessage()))
                        .add("RequestId", request.id()));
    }
}
