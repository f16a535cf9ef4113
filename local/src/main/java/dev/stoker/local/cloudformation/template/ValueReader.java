// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.cloudformation.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.stoker.local.cloudformation.values.Shape.Problems;
import dev.stoker.local.cloudformation.values.Value;
import dev.stoker.local.cloudformation.values.Value.Condition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;

/** Reads values from a template's tree, and collects their problems. */
final class ValueReader {
    /** The placeholder for an invalid value while problems are collected. */
    private static final Value WRONG = new Value.Literal(TextNode.valueOf(""));

    private final Names names;
    private final Problems problems;
    private final Map<String, BiFunction<String, JsonNode, Value>> intrinsics = new TreeMap<>();

    ValueReader(Names names) {
        this.names = names;
        this.problems = names.problems();
        intrinsics.put("Ref", this::ref);
        intrinsics.put("Fn::FindInMap", this::findInMap);
        intrinsics.put("Fn::GetAtt", this::getAtt);
        intrinsics.put("Fn::If", this::ifElse);
        intrinsics.put("Fn::Join", this::join);
        intrinsics.put("Fn::Select", this::select);
        intrinsics.put("Fn::Split", this::split);
        intrinsics.put("Fn::Sub", (place, node) -> new SubReader(names, this).read(place, node));
    }

    /** Reads a value. For an invalid value, adds the problem and returns a placeholder. */
    Value read(String place, JsonNode node) {
        if (node.isArray()) {
            List<Value> items = new ArrayList<>();
            for (int i = 0; i < node.size(); i++) {
                items.add(read(place + "[" + i + "]", node.get(i)));
            }
            return new Value.ListOf(items);
        }
        if (node.isObject()) {
            String name = node.size() == 1 ? node.fieldNames().next() : "";
            return name.equals("Ref") || name.startsWith("Fn::")
                    ? intrinsic(place, name, node.get(name))
                    : new Value.MapOf(fields(place, node));
        }
        if (node.isNull()) {
            problems.add(place, "must have a value", "null", "Write one, or leave the field out.");
        }
        return new Value.Literal(node);
    }

    private Value intrinsic(String place, String name, JsonNode node) {
        BiFunction<String, JsonNode, Value> reader = intrinsics.get(name);
        if (reader == null) {
            problems.uncovered(place, name, intrinsics.keySet());
            return WRONG;
        }
        return reader.apply(place, node);
    }

    /** The fields of a mapping, each read. */
    Map<String, Value> fields(String place, JsonNode node) {
        Map<String, Value> fields = new LinkedHashMap<>();
        node.properties()
                .forEach(field -> fields.put(field.getKey(), read(place + "." + field.getKey(), field.getValue())));
        return fields;
    }

    Value wrong(String place, String rule, Object got, String remedy) {
        problems.add(place, rule, got, remedy);
        return WRONG;
    }

    private Value ref(String place, JsonNode node) {
        names.checkRef(place, node.asText());
        return new Value.Ref(node.asText());
    }

    private Value getAtt(String place, JsonNode node) {
        String path = node.isArray() && node.size() == 2
                ? node.get(0).asText() + "." + node.get(1).asText()
                : node.asText();
        int point = path.indexOf('.');
        if (point < 0) {
            return wrong(place, "Fn::GetAtt must name a resource and an attribute", node, "Write it like Name.Arn.");
        }
        Value.GetAtt value = new Value.GetAtt(path.substring(0, point), path.substring(point + 1));
        names.checkAttribute(place, value.resource(), value.attribute());
        return value;
    }

    private Value ifElse(String place, JsonNode node) {
        if (!node.isArray() || node.size() != 3) {
            return wrong(
                    place, "Fn::If must have a condition and two values", node, "Write it like [Condition, a, b].");
        }
        names.checkCondition(place, node.get(0));
        return new Value.If(
                node.get(0).asText(), read(place + ".If[1]", node.get(1)), read(place + ".If[2]", node.get(2)));
    }

    private Value join(String place, JsonNode node) {
        if (!isPair(node) || !node.get(0).isTextual()) {
            return wrong(place, "Fn::Join must have a delimiter and a list", node, "Write it like [',', [a, b]].");
        }
        return new Value.Join(node.get(0).asText(), read(place, node.get(1)));
    }

    private Value split(String place, JsonNode node) {
        if (!isPair(node) || node.get(0).asText().isEmpty()) {
            return wrong(place, "Fn::Split must have a delimiter and a text", node, "Write it like [',', 'a,b'].");
        }
        return new Value.Split(node.get(0).asText(), read(place, node.get(1)));
    }

    private Value select(String place, JsonNode node) {
        if (!isPair(node) || !node.get(0).asText().matches("[0-9]{1,6}")) {
            return wrong(place, "Fn::Select must have a number and a list", node, "Write it like [0, [a, b]].");
        }
        return new Value.Select(node.get(0).asInt(), read(place, node.get(1)));
    }

    private Value findInMap(String place, JsonNode node) {
        if (!node.isArray() || node.size() != 3) {
            return wrong(place, "Fn::FindInMap must have a mapping and two keys", node, "Write it like [Map, a, b].");
        }
        JsonNode mapping = names.mappings().path(node.get(0).asText());
        if (mapping.isMissingNode()) {
            return wrong(place, "Fn::FindInMap must name a mapping", node.get(0), "Declare it under Mappings.");
        }
        return new Value.FindInMap(node.get(0).asText(), mapping, read(place, node.get(1)), read(place, node.get(2)));
    }

    private static boolean isPair(JsonNode node) {
        return node.isArray() && node.size() == 2;
    }

    /** Reads the conditions of a template. */
    Map<String, Condition> conditions(JsonNode node) {
        Map<String, Condition> conditions = new HashMap<>();
        ConditionReader reader = ConditionReader.ofConditions(names, this);
        node.properties()
                .forEach(field ->
                        conditions.put(field.getKey(), reader.read("Conditions." + field.getKey(), field.getValue())));
        return conditions;
    }
}
