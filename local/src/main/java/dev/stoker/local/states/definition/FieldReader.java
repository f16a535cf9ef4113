// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.states.definition;

import dev.stoker.local.states.definition.DefinitionReader.Problem;
import dev.stoker.local.states.jsonata.Expression;
import dev.stoker.local.states.jsonata.Expression.ExpressionCompiler;
import dev.stoker.local.states.jsonata.Expression.QueryFailed;
import dev.stoker.local.states.jsonata.Json;
import dev.stoker.local.states.jsonata.Json.JsonArray;
import dev.stoker.local.states.jsonata.JsonObject;
import dev.stoker.local.states.run.FieldValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the values of fields and their expressions. */
final class FieldReader {

    private static final String OPEN = "{%";
    private static final String CLOSE = "%}";

    private final ExpressionCompiler compiler;
    private final DefinitionProblems problems;

    FieldReader(ExpressionCompiler compiler, DefinitionProblems problems) {
        this.compiler = compiler;
        this.problems = problems;
    }

    /**
     * Reads a value.
     *
     * @param value the value in the definition
     * @param field its path within the state, such as {@code Output/x}
     * @param path its path in the definition
     * @param reach the members of {@code $states} that its expressions may use
     */
    FieldValue read(Object value, String field, String path, Reach reach) {
        if (isExpression(value)) {
            return computed((String) value, field, path, reach);
        }
        if (value instanceof JsonObject object) {
            return object(object, field, path, reach);
        }
        if (value instanceof JsonArray array) {
            return array(array, field, path, reach);
        }
        return new FieldValue.Constant(value);
    }

    /** Whether a value is a text with the delimiters of an expression. Any other value is a literal. */
    static boolean isExpression(@Nullable Object value) {
        return value instanceof String text && text.length() >= 4 && text.startsWith(OPEN) && text.endsWith(CLOSE);
    }

    private FieldValue computed(String text, String field, String path, Reach reach) {
        String source =
                text.substring(OPEN.length(), text.length() - CLOSE.length()).strip();
        try {
            Expression expression = compiler.compile(source);
            checkReferences(expression, path, reach);
            return new FieldValue.Computed(expression, field);
        } catch (QueryFailed e) {
            problems.add(Problem.JSONATA, e.sentence(), path);
            return new FieldValue.Constant(Json.NULL);
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

    private FieldValue object(JsonObject object, String field, String path, Reach reach) {
        Map<String, FieldValue> members = new LinkedHashMap<>();
        boolean literal = true;
        for (Map.Entry<String, Object> member : object.entrySet()) {
            String name = member.getKey();
            FieldValue template = read(member.getValue(), field + "/" + name, path + "/" + name, reach);
            literal &= template instanceof FieldValue.Constant;
            members.put(name, template);
        }
        return literal ? new FieldValue.Constant(object) : new FieldValue.OfObject(members);
    }

    private FieldValue array(JsonArray array, String field, String path, Reach reach) {
        List<FieldValue> elements = new ArrayList<>();
        boolean literal = true;
        for (Object element : array) {
            String index = "[" + elements.size() + "]";
            FieldValue template = read(element, field + index, path + index, reach);
            literal &= template instanceof FieldValue.Constant;
            elements.add(template);
        }
        return literal ? new FieldValue.Constant(array) : new FieldValue.OfArray(elements);
    }
}
