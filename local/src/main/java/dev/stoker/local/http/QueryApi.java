// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.http;

import dev.stoker.local.account.AwsError;
import dev.stoker.local.http.Api.WireRequest;
import dev.stoker.local.http.Api.WireResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A service with the protocol Query: requests are forms, answers are XML. */
public final class QueryApi implements Api {
    private final String service;
    private final String version;
    private final String namespace;
    private final Map<String, Action> actions = new TreeMap<>();

    /** An action: the allowed fields of its form, and its implementation, which writes the result. */
    private record Action(Set<String> fields, BiConsumer<Form, Xml> body) {}

    /**
     * Creates a service without actions.
     *
     * @param service its name in signatures
     * @param version the version of the API, a date, which identifies the service if a request is not signed
     */
    public QueryApi(String service, String version, String namespace) {
        this.service = service;
        this.version = version;
        this.namespace = namespace;
    }

    /** Adds an action. */
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
        return isForm(request) && Form.of(request).get("Version").equals(Optional.of(version));
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

    /** An error in the protocol's format. */
    static Xml error(WireRequest request, AwsError error, @Nullable String namespace) {
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

    /** The input of a Query request: fields by name, lists as {@code Name.member.1} and so on. */
    public static final class Form {
        private final Map<String, String> fields;

        Form(Map<String, String> fields) {
            this.fields = fields;
        }

        static Form of(WireRequest request) {
            return new Form(request.body().length > 0 ? WireRequest.decoded(request.text()) : request.query());
        }

        /** A field, if it is given. */
        public Optional<String> get(String name) {
            return Optional.ofNullable(fields.get(name));
        }

        /**
         * A required field.
         *
         * @throws AwsError ValidationError
         */
        public String required(String name) {
            String value = fields.get(name);
            if (value == null || value.isEmpty()) {
                throw new AwsError(
                        "ValidationError",
                        "1 validation error detected: Value null at '" + Character.toLowerCase(name.charAt(0))
                                + name.substring(1) + "' failed to satisfy constraint: Member must not be null");
            }
            return value;
        }

        /** A list of texts. */
        public List<String> list(String name) {
            List<String> list = new ArrayList<>();
            for (int i = 1; fields.containsKey(name + ".member." + i); i++) {
                list.add(fields.get(name + ".member." + i));
            }
            return list;
        }

        /** A list of pairs as a map. */
        public Map<String, String> pairs(String name, String key, String value) {
            Map<String, String> pairs = new LinkedHashMap<>();
            for (int i = 1; fields.containsKey(name + ".member." + i + "." + key); i++) {
                String member = name + ".member." + i + ".";
                pairs.put(fields.get(member + key), fields.getOrDefault(member + value, ""));
            }
            return pairs;
        }

        /** The names of fields and lists that are not in this set. */
        Set<String> namesBut(Set<String> known) {
            Set<String> names = new TreeSet<>();
            fields.forEach((name, value) -> {
                if (!value.isEmpty()) {
                    names.add(name.replaceFirst("\\..*", ""));
                }
            });
            names.removeAll(known);
            names.removeAll(Set.of("Action", "Version"));
            return names;
        }
    }

    /** Writes XML with elements and texts, as in AWS's answers. */
    public static final class Xml {
        private final StringBuilder text = new StringBuilder();

        /** A document whose root element has this namespace; null for none. */
        public static Xml root(String name, @Nullable String namespace, Consumer<Xml> content) {
            Xml xml = new Xml();
            xml.text.append('<').append(name);
            if (namespace != null) {
                xml.text.append(" xmlns=\"").append(namespace).append('"');
            }
            xml.text.append('>');
            content.accept(xml);
            xml.text.append("</").append(name).append('>');
            return xml;
        }

        /** An element with a text. */
        public Xml add(String name, Object value) {
            return add(name, content -> content.append(value.toString()));
        }

        /** An element with a text, if there is a value. */
        public Xml add(String name, Optional<?> value) {
            value.ifPresent(given -> add(name, given));
            return this;
        }

        /** An element with elements. */
        public Xml add(String name, Consumer<Xml> content) {
            text.append('<').append(name).append('>');
            content.accept(this);
            text.append("</").append(name).append('>');
            return this;
        }

        /** Text. */
        public void append(String value) {
            escaped(value);
        }

        /** An element with one element {@code member} for each item. */
        public <T> Xml members(String name, Iterable<T> items, BiConsumer<Xml, T> content) {
            return add(name, list -> items.forEach(item -> list.add("member", member -> content.accept(member, item))));
        }

        String document() {
            return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + text;
        }

        private void escaped(String value) {
            for (int i = 0; i < value.length(); i++) {
                char c = value.charAt(i);
                switch (c) {
                    case '<' -> text.append("&lt;");
                    case '>' -> text.append("&gt;");
                    case '&' -> text.append("&amp;");
                    case '"' -> text.append("&quot;");
                    case '\r' -> text.append("&#xD;");
                    default -> text.append(isAllowed(c) ? c : '\uFFFD');
                }
            }
        }

        /** Other control characters cannot be written in XML 1.0. */
        private static boolean isAllowed(char c) {
            return c >= ' ' || c == '\n' || c == '\t';
        }
    }
}
