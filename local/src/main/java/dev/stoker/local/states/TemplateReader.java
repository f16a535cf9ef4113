// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.states;

import dev.stoker.local.states.jsonata.Expression;
import dev.stoker.local.states.jsonata.ExpressionCompiler;
import dev.stoker.local.states.jsonata.Json;
import dev.stoker.local.states.jsonata.JsonArray;
import dev.stoker.local.states.jsonata.JsonObject;
import dev.stoker.local.states.jsonata.QueryFailed;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the values of fields, with the expressions in them. */
final class TemplateReader {

    private static final String OPEN = "{%";
    private static final String CLOSE = "%}";

    private final ExpressionCompiler compiler;
    private final Problems problems;

    TemplateReader(ExpressionCompiler compiler, Problems problems) {
        this.compiler = compiler;
        this.problems = problems;
    }

    /**
     * Reads a value.
     *
     * @param value as it stands in the definition
     * @param field where it stands within its state, such as {@code Output/x}
     * @param path where it stands in the definition
     * @param reach what its expressions may use
     */
    Template read(Object value, String field, String path, Reach reach) {
        if (isExpression(value)) {
            return computed((String) value, field, path, reach);
        }
        if (value instanceof JsonObject object) {
            return object(object, field, path, reach);
        }
        if (value instanceof JsonArray array) {
            return array(array, field, path, reach);
        }
        return new Template.Literal(value);
    }

    /** Whether a value is text that begins and ends as an expression does; anything else is taken as it is. */
    static boolean isExpression(Object value) {
        return value instanceof String text && text.length() >= 4 && text.startsWith(OPEN) && text.endsWith(CLOSE);
    }

    private Template computed(String text, String field, String path, Reach reach) {
        String source =
                text.substring(OPEN.length(), text.length() - CLOSE.length()).strip();
        try {
            Expression expression = compiler.compile(source);
            checkReferences(expression, path, reach);
            return new Template.Computed(expression, field);
        } catch (QueryFailed e) {
            problems.add(Problem.JSONATA, e.sentence(), path);
            return new Template.Literal(Json.NULL);
        }
    }

    private void checkReferences(Expression expression, String path, Reach reach) {
        for (String name : expression.references()) {
            if (name.startsWith("states.") && !reach.allows(name.substring("states.".length()))) {
                problems.add(Problem.SCHEMA, "The variable '$" + name + "' is not available in this field", path);
            } else if (name.equals("$")) {
                problems.add(Problem.JSONATA, "'$$' is not supported: an expression has no context item", path);
            }
        }
    }

    private Template object(JsonObject object, String field, String path, Reach reach) {
        Map<String, Template> members = new LinkedHashMap<>();
        boolean literal = true;
        for (Map.Entry<String, Object> member : object.entrySet()) {
            String name = member.getKey();
            Template template = read(member.getValue(), field + "/" + name, path + "/" + name, reach);
            literal &= template instanceof Template.Literal;
            members.put(name, template);
        }
        return literal ? new Template.Literal(object) : new Template.OfObject(members);
    }

    private Template array(JsonArray array, String field, String path, Reach reach) {
        List<Template> elements = new ArrayList<>();
        boolean literal = true;
        for (int i = 0; i < array.size(); i++) {
            Template template = read(array.get(i), field + "[" + i + "]", path + "[" + i + "]", reach);
            literal &= template instanceof Template.Literal;
            elements.add(template);
        }
        return literal ? new Template.Literal(array) : new Template.OfArray(elements);
    }
}
