// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.cloudformation.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.stoker.local.cloudformation.values.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parses both forms of {@code Fn::Sub}: a text, and a text with its own variables. */
final class SubReader {
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([^}]*)}");

    private final Names names;
    private final ValueReader values;

    SubReader(Names names, ValueReader values) {
        this.names = names;
        this.values = values;
    }

    Value read(String place, JsonNode node) {
        if (node.isTextual()) {
            return parts(place, node.asText(), Map.of());
        }
        if (node.isArray()
                && node.size() == 2
                && node.get(0).isTextual()
                && node.get(1).isObject()) {
            return parts(place, node.get(0).asText(), values.fields(place, node.get(1)));
        }
        return values.wrong(
                place, "Fn::Sub must be a text, or a text and its variables", node, "Write it like '${Name}'.");
    }

    private Value parts(String place, String text, Map<String, Value> variables) {
        List<Value> parts = new ArrayList<>();
        Matcher variable = VARIABLE.matcher(text);
        int end = 0;
        while (variable.find()) {
            parts.add(literal(text.substring(end, variable.start())));
            parts.add(part(place, variable.group(1).strip(), variables));
            end = variable.end();
        }
        parts.add(literal(text.substring(end)));
        return new Value.Sub(parts);
    }

    private Value part(String place, String name, Map<String, Value> variables) {
        if (name.startsWith("!")) {
            return literal("${" + name.substring(1) + "}");
        }
        if (variables.containsKey(name)) {
            return variables.get(name);
        }
        int point = name.indexOf('.');
        if (point < 0) {
            names.checkRef(place, name);
            return new Value.Ref(name);
        }
        Value.GetAtt attribute = new Value.GetAtt(name.substring(0, point), name.substring(point + 1));
        names.checkAttribute(place, attribute.resource(), attribute.attribute());
        return attribute;
    }

    private static Value literal(String text) {
        return new Value.Literal(TextNode.valueOf(text));
    }
}
