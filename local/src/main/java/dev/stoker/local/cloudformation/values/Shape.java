// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.cloudformation.values;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stoker.local.account.AwsError;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The allowed form of a property. A shape checks the values in the template. The results of intrinsic functions are
 * known only when the resource is created.
 */
public sealed interface Shape {
    /** Any value. It is stored without effect. */
    Shape ANYTHING = new Anything();

    /** A text, a number or a boolean. */
    Shape SCALAR = new Scalar();

    /** A list of tags, each with a key and a value. */
    Shape TAGS = listOf(fields(Map.of("Key!", SCALAR, "Value!", SCALAR)));

    /** Adds the problems of a value. */
    void check(String place, Value value, Problems problems);

    /** One of several texts. */
    static Shape oneOf(String... texts) {
        return new OneOf(new TreeSet<>(Set.of(texts)));
    }

    /** A list. */
    static Shape listOf(Shape item) {
        return new Items(item);
    }

    /** A mapping with any names. */
    static Shape mapOf(Shape value) {
        return new Entries(value);
    }

    /** A mapping with certain fields. A name with an exclamation mark at its end is required. */
    static Shape fields(Map<String, Shape> fields) {
        Map<String, Shape> plain = new TreeMap<>();
        Set<String> required = new TreeSet<>();
        fields.forEach((name, shape) -> {
            String bare = name.endsWith("!") ? name.substring(0, name.length() - 1) : name;
            plain.put(bare, shape);
            if (!bare.equals(name)) {
                required.add(bare);
            }
        });
        return new Mapping(plain, required);
    }

    /** Checks only the names of a mapping's fields. Their values are read elsewhere. */
    static void checkFields(Shape shape, String place, JsonNode node, Problems problems) {
        Map<String, Value> fields = new LinkedHashMap<>();
        node.properties().forEach(field -> fields.put(field.getKey(), new Value.Literal(field.getValue())));
        shape.check(place, new Value.MapOf(fields), problems);
    }

    /** A text or a mapping. */
    static Shape textOr(Shape mapping) {
        return new TextOr(mapping);
    }

    /** See {@link #ANYTHING}. */
    record Anything() implements Shape {
        @Override
        public void check(String place, Value value, Problems problems) {
            // nothing can be wrong
        }
    }

    /** See {@link #SCALAR}. */
    record Scalar() implements Shape {
        @Override
        public void check(String place, Value value, Problems problems) {
            if (value instanceof Value.ListOf || value instanceof Value.MapOf) {
                problems.add(place, "must be a text or a number", "a list or a mapping", "Write one value.");
            }
        }
    }

    /** See {@link #oneOf}. */
    record OneOf(Set<String> texts) implements Shape {
        @Override
        public void check(String place, Value value, Problems problems) {
            SCALAR.check(place, value, problems);
            if (value instanceof Value.Literal literal
                    && !texts.contains(literal.scalar().asText())) {
                problems.uncovered(place, literal.scalar().asText(), texts);
            }
        }
    }

    /** See {@link #listOf}. */
    record Items(Shape item) implements Shape {
        @Override
        public void check(String place, Value value, Problems problems) {
            if (value instanceof Value.ListOf list) {
                List<Value> items = list.items();
                for (int i = 0; i < items.size(); i++) {
                    item.check(place + "[" + i + "]", items.get(i), problems);
                }
            } else if (value instanceof Value.Literal || value instanceof Value.MapOf) {
                problems.add(place, "must be a list", "something else", "Write it like [a, b].");
            }
        }
    }

    /** See {@link #mapOf}. */
    record Entries(Shape entry) implements Shape {
        @Override
        public void check(String place, Value value, Problems problems) {
            if (value instanceof Value.MapOf mapping) {
                mapping.fields().forEach((name, field) -> entry.check(place + "." + name, field, problems));
            } else if (value instanceof Value.Literal || value instanceof Value.ListOf) {
                problems.add(place, "must be a mapping", "something else", "Write it like {name: value}.");
            }
        }
    }

    /** See {@link #fields}. */
    record Mapping(Map<String, Shape> fields, Set<String> required) implements Shape {
        @Override
        public void check(String place, Value value, Problems problems) {
            if (value instanceof Value.MapOf mapping) {
                mapping.fields().forEach((name, field) -> {
                    Shape shape = fields.get(name);
                    if (shape == null) {
                        problems.uncovered(place, name, fields.keySet());
                    } else {
                        shape.check(place + "." + name, field, problems);
                    }
                });
                required.stream()
                        .filter(name -> !mapping.fields().containsKey(name))
                        .forEach(name -> problems.add(place + "." + name, "must be there", "nothing", "Add it."));
            } else if (value instanceof Value.Literal || value instanceof Value.ListOf) {
                problems.add(place, "must be a mapping of " + fields.keySet(), "something else", "Write a mapping.");
            }
        }
    }

    /** See {@link #textOr}. */
    record TextOr(Shape mapping) implements Shape {
        @Override
        public void check(String place, Value value, Problems problems) {
            if (!(value instanceof Value.Literal)) {
                mapping.check(place, value, problems);
            }
        }
    }

    /** Collects the problems of a template, so that one error lists all of them. */
    static final class Problems {
        private final List<String> found = new ArrayList<>();

        /** Adds a problem: {@code place: rule, got value. Remedy.} */
        public void add(String place, String rule, Object got, String remedy) {
            found.add(place + ": " + rule + ", got " + got + ". " + remedy);
        }

        /** Adds a problem with a complete message. */
        public void add(String sentence) {
            found.add(sentence);
        }

        /** Adds a problem for something that AWS supports and the embedded AWS does not. */
        public void uncovered(String place, String what, Iterable<String> covered) {
            add(
                    place,
                    "the embedded AWS covers " + String.join(", ", covered),
                    what,
                    "Leave it out, or deploy to AWS.");
        }

        /** Throws a ValidationError with all problems, if there are any. */
        public void throwIfAny() {
            if (!found.isEmpty()) {
                throw new AwsError("ValidationError", "Template error: " + String.join("\n", found));
            }
        }
    }
}
