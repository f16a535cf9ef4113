// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.states.run;

import dev.stoker.local.states.jsonata.Expression;
import dev.stoker.local.states.jsonata.Expression.Query;
import dev.stoker.local.states.jsonata.Expression.QueryFailed;
import dev.stoker.local.states.jsonata.Json;
import dev.stoker.local.states.jsonata.Json.JsonArray;
import dev.stoker.local.states.jsonata.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The value of a field, which may contain expressions. */
public sealed interface FieldValue
        permits FieldValue.Constant, FieldValue.Computed, FieldValue.OfObject, FieldValue.OfArray {

    /**
     * The value with all expressions evaluated.
     *
     * @throws StateFailed with States.QueryEvaluationError if one of them has no value
     */
    Object render(Bindings bindings);

    /**
     * The value, which must have a certain type.
     *
     * @param type JSONata's name of the type
     * @throws StateFailed with States.QueryEvaluationError if it has another type
     */
    default Object renderAs(String type, Bindings bindings) {
        return render(bindings); // what is no expression was looked at when the definition was read
    }

    /**
     * A value without expressions.
     *
     * @param value the value
     */
    record Constant(Object value) implements FieldValue {
        @Override
        public Object render(Bindings bindings) {
            return value;
        }
    }

    /**
     * An expression.
     *
     * @param expression the expression
     * @param field its path, such as {@code Output/x}, for error messages
     */
    record Computed(Expression expression, String field) implements FieldValue {
        @Override
        public Object render(Bindings bindings) {
            Query query = expression.query(bindings::value);
            Optional<Object> value;
            try {
                value = bindings.evaluate(query);
                bindings.evaluated(this, query, value.orElse(null), null);
            } catch (QueryFailed e) {
                bindings.evaluated(this, query, null, e.getMessage());
                throw failed(bindings, "threw an error during evaluation" + e.ending());
            } catch (Json.Unsupported e) {
                throw failed(bindings, "returned an unsupported result type.");
            }
            return value.orElseThrow(() -> failed(bindings, "returned nothing (undefined)."));
        }

        @Override
        public Object renderAs(String type, Bindings bindings) {
            Object value = render(bindings);
            String actual = Json.typeName(value);
            if (!actual.equals(type)) {
                throw failed(
                        bindings,
                        "returned an unexpected result type. Expected '" + type + "', but was '" + actual
                                + "' for value: " + Json.text(value));
            }
            return value;
        }

        /** An error with the text that was recorded on AWS. */
        StateFailed failed(Bindings bindings, String what) {
            return bindings.evaluationFailed(
                    field,
                    "The JSONata expression '" + expression.source() + "' specified for the field '" + field + "' "
                            + what);
        }
    }

    /**
     * An object with expressions.
     *
     * @param members its members, in their order
     */
    record OfObject(Map<String, FieldValue> members) implements FieldValue {
        @Override
        public JsonObject render(Bindings bindings) {
            Map<String, Object> values = new LinkedHashMap<>();
            members.forEach((name, template) -> values.put(name, template.render(bindings)));
            return JsonObject.of(values);
        }
    }

    /**
     * An array with expressions.
     *
     * @param elements its elements
     */
    record OfArray(List<FieldValue> elements) implements FieldValue {
        @Override
        public JsonArray render(Bindings bindings) {
            List<Object> values = new ArrayList<>();
            for (FieldValue element : elements) {
                values.add(element.render(bindings));
            }
            return JsonArray.of(values);
        }
    }

    /**
     * A field with a whole number, or an expression for one: TimeoutSeconds, HeartbeatSeconds, MaxConcurrency.
     *
     * @param field its name
     * @param template its value
     * @param least the minimum
     */
    record WholeNumber(String field, FieldValue template, int least) {

        /** Source: Amazon States Language, the largest value of TimeoutSeconds. */
        public static final int MOST = 99_999_999;

        /**
         * The number.
         *
         * @throws StateFailed with States.QueryEvaluationError if it is not a number, not whole, or out of range
         */
        int render(Bindings bindings) {
            Object value = template.renderAs("number", bindings);
            if (!fits(value, least)) {
                throw bindings.evaluationFailed(
                        field,
                        "The field '" + field + "' must be a whole number from " + least + " to " + MOST + ", but was "
                                + Json.text(value) + ".");
            }
            return ((Number) value).intValue();
        }

        /** Whether a value is a whole number in range. */
        public static boolean fits(Object value, int least) {
            return value instanceof Integer number && number >= least && number <= MOST;
        }
    }
}
