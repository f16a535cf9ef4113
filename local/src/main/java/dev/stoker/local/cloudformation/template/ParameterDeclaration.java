// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.cloudformation.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.stoker.local.cloudformation.values.Shape;
import dev.stoker.local.cloudformation.values.Shape.Problems;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

/**
 * A parameter of a template.
 *
 * @param name as it is referred to
 * @param type String, Number, CommaDelimitedList, or the name of a parameter of Systems Manager
 * @param preset the default; empty if a value must be given
 * @param allowed the values that it may have; empty for any
 * @param pattern the pattern for the whole value, or for each part of a list; empty for any value
 * @param rule the pattern in words
 */
record ParameterDeclaration(
        String name, Type type, Optional<String> preset, List<String> allowed, Optional<Pattern> pattern, String rule) {
    /** The maximum length of a value, bytes. Source: CloudFormation user guide, "CloudFormation quotas". */
    private static final int MOST_BYTES = 4_096;

    private static final Map<String, Shape> FIELDS = Map.of(
            "Type!",
            Shape.oneOf(Stream.of(Type.values()).map(Type::text).toArray(String[]::new)),
            "Default",
            Shape.SCALAR,
            "AllowedValues",
            Shape.listOf(Shape.SCALAR),
            "AllowedPattern",
            Shape.SCALAR,
            "ConstraintDescription",
            Shape.SCALAR,
            "Description",
            Shape.SCALAR);

    /** The types that are covered. */
    public enum Type {
        /** A text. */
        STRING("String"),
        /** A number, whose value is a text. */
        NUMBER("Number"),
        /** A text, whose value is a list. */
        LIST("CommaDelimitedList"),
        /** The name of a parameter of Systems Manager, whose value is the value. */
        STORED("AWS::SSM::Parameter::Value<String>");

        private final String text;

        Type(String text) {
            this.text = text;
        }

        /** Its name in templates. */
        public String text() {
            return text;
        }
    }

    static ParameterDeclaration read(String name, JsonNode node, ValueReader values, Problems problems) {
        String place = "Parameters." + name;
        Shape.fields(FIELDS).check(place, values.read(place, node), problems);
        List<String> allowed = new ArrayList<>();
        node.path("AllowedValues").forEach(value -> allowed.add(value.asText()));
        Type type = Stream.of(Type.values())
                .filter(one -> one.text().equals(node.path("Type").asText()))
                .findFirst()
                .orElse(Type.STRING);
        Optional<String> preset =
                node.has("Default") ? Optional.of(node.get("Default").asText()) : Optional.empty();
        Optional<Pattern> pattern = pattern(place, node, problems);
        String rule = node.path("ConstraintDescription")
                .asText("must match " + pattern.map(Pattern::pattern).orElse("anything"));
        return new ParameterDeclaration(name, type, preset, allowed, pattern, rule);
    }

    private static Optional<Pattern> pattern(String place, JsonNode node, Problems problems) {
        if (!node.has("AllowedPattern")) {
            return Optional.empty();
        }
        try {
            return Optional.of(Pattern.compile(node.get("AllowedPattern").asText()));
        } catch (PatternSyntaxException e) {
            problems.add(
                    place + ".AllowedPattern",
                    "must be a regular expression",
                    node.get("AllowedPattern"),
                    "Correct it: " + e.getDescription() + ".");
            return Optional.empty();
        }
    }

    /**
     * The value for references.
     *
     * @param stored finds the value of a parameter of Systems Manager
     */
    JsonNode value(String given, Function<String, Optional<String>> stored, Problems problems) {
        String place = "Parameters." + name;
        List<String> parts = type == Type.LIST ? parts(given) : List.of(given);
        Set<String> strangers = new TreeSet<>(parts);
        strangers.removeAll(allowed);
        if (!allowed.isEmpty() && !strangers.isEmpty()) {
            problems.add(place, "must be one of " + String.join(", ", allowed), given, "Give one of these.");
        }
        parts.stream()
                .filter(part ->
                        pattern.isPresent() && !pattern.get().matcher(part).matches())
                .forEach(part -> problems.add(place, rule, part, "Give a value that does."));
        int bytes = given.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > MOST_BYTES) {
            problems.add(place, "must have at most " + MOST_BYTES + " bytes", bytes, "Shorten it.");
        }
        if (type == Type.NUMBER && !given.matches("[-+]?[0-9]+(\\.[0-9]+)?")) {
            problems.add(place, "must be a number", given, "Give a number.");
        }
        if (type == Type.STORED) {
            return TextNode.valueOf(stored.apply(given).orElseGet(() -> {
                problems.add(
                        place, "must name a parameter of Systems Manager", given, "Create it, or correct the name.");
                return "";
            }));
        }
        if (type != Type.LIST) {
            return TextNode.valueOf(given);
        }
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        parts.forEach(list::add);
        return list;
    }

    /** An empty text is a list of one empty text, as on AWS. */
    private static List<String> parts(String given) {
        List<String> parts = new ArrayList<>();
        for (String part : given.split(",", -1)) {
            parts.add(part.strip());
        }
        return parts;
    }
}
