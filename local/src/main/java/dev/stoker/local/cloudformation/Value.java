// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.cloudformation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A value in a template: plain, or an intrinsic function that is worked out when the stack is made. */
sealed interface Value {
    /**
     * Works it out.
     *
     * @return null if it is AWS::NoValue
     * @throws ResourceFailed if it cannot be
     */
    JsonNode resolve(Scope scope);

    /** The names that it needs, given what holds: of an If only the branch that is taken. */
    Stream<String> names(Predicate<String> holds);

    /** A text, a number or a boolean. */
    record Literal(JsonNode scalar) implements Value {
        @Override
        public JsonNode resolve(Scope scope) {
            return scalar;
        }

        @Override
        public Stream<String> names(Predicate<String> holds) {
            return Stream.empty();
        }
    }

    /** A list; what is AWS::NoValue drops out. */
    record ListOf(List<Value> items) implements Value {
        @Override
        public JsonNode resolve(Scope scope) {
            ArrayNode list = JsonNodeFactory.instance.arrayNode();
            for (Value item : items) {
                JsonNode resolved = item.resolve(scope);
                if (resolved != null) {
                    list.add(resolved);
                }
            }
            return list;
        }

        @Override
        public Stream<String> names(Predicate<String> holds) {
            return items.stream().flatMap(item -> item.names(holds));
        }
    }

    /** A mapping; what is AWS::NoValue drops out. */
    record Fields(Map<String, Value> fields) implements Value {
        @Override
        public ObjectNode resolve(Scope scope) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            fields.forEach((name, field) -> {
                JsonNode resolved = field.resolve(scope);
                if (resolved != null) {
                    object.set(name, resolved);
                }
            });
            return object;
        }

        @Override
        public Stream<String> names(Predicate<String> holds) {
            return fields.values().stream().flatMap(field -> field.names(holds));
        }
    }

    /** {@code Ref}. */
    record Ref(String name) implements Value {
        @Override
        public JsonNode resolve(Scope scope) {
            return scope.ref(name);
        }

        @Override
        public Stream<String> names(Predicate<String> holds) {
            return Stream.of(name);
        }
    }

    /** {@code Fn::GetAtt}. */
    record GetAtt(String resource, String attribute) implements Value {
        @Override
        public JsonNode resolve(Scope scope) {
            return TextNode.valueOf(scope.attribute(resource, attribute));
        }

        @Override
        public Stream<String> names(Predicate<String> holds) {
            return Stream.of(resource);
        }
    }

    /** {@code Fn::Sub}, taken apart: texts and the values between them. */
    record Sub(List<Value> parts) implements Value {
        @Override
        public JsonNode resolve(Scope scope) {
            return TextNode.valueOf(parts.stream()
                    .map(part -> ResourceFailed.textOf(part.resolve(scope), "Fn::Sub"))
                    .collect(Collectors.joining()));
        }

        @Override
        public Stream<String> names(Predicate<String> holds) {
            return parts.stream().flatMap(part -> part.names(holds));
        }
    }

    /** {@code Fn::Join}. */
    record Join(String delimiter, Value list) implements Value {
        @Override
        public JsonNode resolve(Scope scope) {
            List<String> texts = new ArrayList<>();
            ResourceFailed.listOf(list.resolve(scope), "Fn::Join")
                    .forEach(item -> texts.add(ResourceFailed.textOf(item, "Fn::Join")));
            return TextNode.valueOf(String.join(delimiter, texts));
        }

        @Override
        public Stream<String> names(Predicate<String> holds) {
            return list.names(holds);
        }
    }

    /** {@code Fn::Split}. */
    record Split(String delimiter, Value text) implements Value {
        @Override
        public JsonNode resolve(Scope scope) {
            ArrayNode list = JsonNodeFactory.instance.arrayNode();
            String whole = ResourceFailed.textOf(text.resolve(scope), "Fn::Split");
            for (String part : whole.split(Pattern.quote(delimiter), -1)) {
                list.add(part);
            }
            return list;
        }

        @Override
        public Stream<String> names(Predicate<String> holds) {
            return text.names(holds);
        }
    }

    /** {@code Fn::Select}. */
    record Select(int index, Value list) implements Value {
        @Override
        public JsonNode resolve(Scope scope) {
            JsonNode items = ResourceFailed.listOf(list.resolve(scope), "Fn::Select");
            if (index >= items.size()) {
                throw new ResourceFailed(
                        "Template error: Fn::Select cannot select nonexistent value at index " + index);
            }
            return items.get(index);
        }

        @Override
        public Stream<String> names(Predicate<String> holds) {
            return list.names(holds);
        }
    }

    /** {@code Fn::FindInMap}, with the mapping that it names. */
    record FindInMap(String name, JsonNode mapping, Value top, Value second) implements Value {
        @Override
        public JsonNode resolve(Scope scope) {
            String first = ResourceFailed.textOf(top.resolve(scope), "Fn::FindInMap");
            String last = ResourceFailed.textOf(second.resolve(scope), "Fn::FindInMap");
            JsonNode found = mapping.path(first).path(last);
            if (found.isMissingNode()) {
                throw new ResourceFailed(
                        "Template error: Unable to get mapping for " + name + "::" + first + "::" + last);
            }
            return found;
        }

        @Override
        public Stream<String> names(Predicate<String> holds) {
            return Stream.concat(top.names(holds), second.names(holds));
        }
    }

    /** {@code Fn::If}. */
    record If(String condition, Value then, Value otherwise) implements Value {
        @Override
        public JsonNode resolve(Scope scope) {
            return (scope.holds(condition) ? then : otherwise).resolve(scope);
        }

        @Override
        public Stream<String> names(Predicate<String> holds) {
            return (holds.test(condition) ? then : otherwise).names(holds);
        }
    }
}
