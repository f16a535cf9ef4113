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
 * What a property may look like. A shape looks at what stands in the template; what an intrinsic function gives is known only when
 * the resource is made.
 */
public sealed interface Shape {
    /** Any value: it is kept and not acted upon. */
    Shape ANYTHING = new Anything();

    /** A text, a number or a boolean. */
    Shape SCALAR = new Scalar();

    /** Notes what is wrong with a value. */
    void check(String place, Value value, Problems problems);

    /** A text out of a list. */
    static Shape oneOf(String... texts) {
        return new OneOf(new TreeSet<>(Set.of(texts)));
    }

    /** A list. */
    static Shape listOf(Shape item) {
        return new Items(item);
    }

    /** A mapping with names of its own choice. */
    static Shape mapOf(Shape value) {
        return new Entries(value);
    }

    /** A mapping with certain fields: a name with an exclamation mark behind it must be there. */
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

    /** Looks at the names of a mapping's fields alone: what stands behind them is read where it belongs. */
    static void checkFields(Shape shape, String place, JsonNode node, Problems problems) {
        Map<String, Value> fields = new LinkedHashMap<>();
        node.properties().forEach(field -> fields.put(field.getKey(), new Value.Literal(field.getValue())));
        shape.check(place, new Value.Fields(fields), problems);
    }

    /** A text, or else a mapping. */
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
            if (value instanceof Value.ListOf || value instanceof Value.Fields) {
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
            } else if (value instanceof Value.Literal || value instanceof Value.Fields) {
                problems.add(place, "must be a list", "something else", "Write it like [a, b].");
            }
        }
    }

    /** See {@link #mapOf}. */
    record Entries(Shape entry) implements Shape {
        @Override
        public void check(String place, Value value, Problems problems) {
            if (value instanceof Value.Fields mapping) {
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
            if (value instanceof Value.Fields mapping) {
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

    /** What is wrong with a template, gathered so that it can all be told at once. */
    static final class Problems {
        private final List<String> found = new ArrayList<>();

        /** One more problem: {@code place: rule, got value. Remedy.} */
        public void add(String place, String rule, Object got, String remedy) {
            found.add(place + ": " + rule + ", got " + got + ". " + remedy);
        }

        /** One more problem, said whole. */
        public void add(String sentence) {
            found.add(sentence);
        }

        /** Something that AWS knows and the embedded AWS does not cover. */
        public void uncovered(String place, String what, Iterable<String> covered) {
            add(
                    place,
                    "the embedded AWS covers " + String.join(", ", covered),
                    what,
                    "Leave it out, or deploy to AWS.");
        }

        /** Ends it, if anything was found: with a ValidationError that tells all of it. */
        public void throwIfAny() {
            if (!found.isEmpty()) {
                throw new AwsError("ValidationError", "Template error: " + String.join("\n", found));
            }
        }
    }
}
