// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.cloudformation.values;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.stoker.local.account.AwsError;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A value in a template: a plain value, or an intrinsic function that is resolved when the stack is created. */
public sealed interface Value {
    /**
     * Resolves the value.
     *
     * @return a missing node if it is AWS::NoValue
     * @throws AwsError if it cannot be resolved
     */
    JsonNode resolve(Scope scope);

    /**
     * The names that it refers to.
     *
     * @param holds whether a condition is true; for an If, only the names in the selected branch count
     */
    Stream<String> names(Predicate<String> holds);

    /** The text of a resolved value. Throws an AwsError ValidationError if it is not a text, a number or a boolean. */
    static String textOf(JsonNode value, String where) {
        if (!value.isValueNode()) {
            throw new AwsError("ValidationError", where + ": must be a text, got " + shown(value) + ".");
        }
        return value.asText();
    }

    private static String shown(JsonNode value) {
        return value.isMissingNode() ? "AWS::NoValue" : value.toString();
    }

    /** A resolved value that must be a list. Throws an AwsError ValidationError otherwise. */
    static JsonNode listOf(JsonNode value, String where) {
        if (!value.isArray()) {
            throw new AwsError("ValidationError", where + ": must be a list, got " + shown(value) + ".");
        }
        return value;
    }

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

    /** A list. Items that are AWS::NoValue are removed. */
    record ListOf(List<Value> items) implements Value {
        @Override
        public JsonNode resolve(Scope scope) {
            ArrayNode list = JsonNodeFactory.instance.arrayNode();
            for (Value item : items) {
                JsonNode resolved = item.resolve(scope);
                if (!resolved.isMissingNode()) {
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

    /** A mapping. Fields that are AWS::NoValue are removed. */
    record MapOf(Map<String, Value> fields) implements Value {
        @Override
        public ObjectNode resolve(Scope scope) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            fields.forEach((name, field) -> {
                JsonNode resolved = field.resolve(scope);
                if (!resolved.isMissingNode()) {
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

    /** {@code Fn::Sub}, parsed: texts and the values between them. */
    record Sub(List<Value> parts) implements Value {
        @Override
        public JsonNode resolve(Scope scope) {
            return TextNode.valueOf(parts.stream()
                    .map(part -> textOf(part.resolve(scope), "Fn::Sub"))
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
            listOf(list.resolve(scope), "Fn::Join").forEach(item -> texts.add(textOf(item, "Fn::Join")));
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
            String whole = textOf(text.resolve(scope), "Fn::Split");
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
            JsonNode items = listOf(list.resolve(scope), "Fn::Select");
            if (index >= items.size()) {
                throw new AwsError(
                        "ValidationError",
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
            String first = textOf(top.resolve(scope), "Fn::FindInMap");
            String last = textOf(second.resolve(scope), "Fn::FindInMap");
            JsonNode found = mapping.path(first).path(last);
            if (found.isMissingNode()) {
                throw new AwsError(
                        "ValidationError",
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

    /** A condition of a template. It can refer to parameters and other conditions, but not to resources. */
    sealed interface Condition {
        /** Whether it is true. */
        boolean test(Scope scope);

        /** {@code Fn::Equals}; both sides as texts. */
        record Equals(Value left, Value right) implements Condition {
            @Override
            public boolean test(Scope scope) {
                return text(left.resolve(scope)).equals(text(right.resolve(scope)));
            }

            private static String text(JsonNode value) {
                return value.isValueNode() ? value.asText() : value.toString();
            }
        }

        /** {@code Fn::Contains}, only in rules: whether a list contains a text. */
        record Contains(Value list, Value text) implements Condition {
            @Override
            public boolean test(Scope scope) {
                for (JsonNode item : list.resolve(scope)) {
                    if (Equals.text(item).equals(Equals.text(text.resolve(scope)))) {
                        return true;
                    }
                }
                return false;
            }
        }

        /** {@code Fn::Not}. */
        record Not(Condition condition) implements Condition {
            @Override
            public boolean test(Scope scope) {
                return !condition.test(scope);
            }
        }

        /** {@code Fn::And}. */
        record And(List<Condition> conditions) implements Condition {
            @Override
            public boolean test(Scope scope) {
                return conditions.stream().allMatch(condition -> condition.test(scope));
            }
        }

        /** {@code Fn::Or}. */
        record Or(List<Condition> conditions) implements Condition {
            @Override
            public boolean test(Scope scope) {
                return conditions.stream().anyMatch(condition -> condition.test(scope));
            }
        }

        /** {@code Condition}: another one by its name. */
        record Named(String name) implements Condition {
            @Override
            public boolean test(Scope scope) {
                return scope.holds(name);
            }
        }
    }

    /** The values of names while a stack is created or updated. */
    interface Scope {
        /** A parameter, a pseudo parameter or a resource; a missing node for AWS::NoValue. */
        JsonNode ref(String name);

        /** An attribute of a resource. */
        String attribute(String resource, String attribute);

        /** Whether a condition is true. */
        boolean holds(String condition);
    }
}
