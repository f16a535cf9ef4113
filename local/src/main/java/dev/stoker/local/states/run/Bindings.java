// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.states.run;

import dev.stoker.local.states.jsonata.Expression.Query;
import dev.stoker.local.states.jsonata.Expression.QueryFailed;
import dev.stoker.local.states.jsonata.Json;
import dev.stoker.local.states.jsonata.JsonObject;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The variables and {@code $states} for an expression.
 *
 * @param visit the visit of the expression's state, for error messages
 * @param scope the variables
 * @param states the value of {@code $states}
 */
record Bindings(Visit visit, VariableScope scope, JsonObject states) {

    /** The value of a variable, including {@code states}, or null if it has none. */
    @Nullable
    Object value(String name) {
        return name.equals("states") ? states : scope.value(name);
    }

    /** The same, with another member of {@code $states}: result or errorOutput. */
    Bindings with(String member, Object value) {
        return new Bindings(visit, scope, states.with(member, value));
    }

    /**
     * The value of an expression; empty if it is undefined. Other events may run while it is evaluated.
     *
     * @throws Visit.Left if the state was left during the evaluation
     */
    Optional<Object> evaluate(Query query) throws QueryFailed {
        try {
            return visit.execution().meanwhile(() -> Optional.ofNullable(query.evaluate()));
        } finally {
            visit.requireStay();
        }
    }

    /** Reports the result or the error of an expression to the observer. */
    void evaluated(FieldValue.Computed computed, Query query, @Nullable Object value, @Nullable String error) {
        visit.execution().evaluated(this, computed, query, value, error);
    }

    /** An error with AWS's text: the state, the event at which it was entered, and the problem. */
    StateFailed failed(String error, String what) {
        return new StateFailed(error, visit.describe() + " " + what);
    }

    /** An error of a field's expression, which is recorded as EvaluationFailed. The field is null if the state has none. */
    StateFailed evaluationFailed(@Nullable String field, String what) {
        StateFailed failure = failed(StateFailed.QUERY_EVALUATION_ERROR, what);
        visit.recordEvaluationFailed(failure, field);
        return failure;
    }

    /**
     * The variables of an execution, or of one iteration of a Map or one branch, which can also read the outer variables.
     *
     * <p>An inner scope never assigns a name of an outer one: definitions that do are rejected.
     */
    static final class VariableScope {

        /** Source: Step Functions developer guide, "Passing data between states with variables", limits: 10 MiB an execution. */
        private static final long MOST_BYTES = 10L * 1_048_576;

        private final @Nullable VariableScope outer;
        private final Map<String, Object> variables = new HashMap<>();

        /** The size of all variables of the execution in bytes; only the outermost scope uses it. */
        private long held;

        /** An empty scope; the outermost has no outer one. */
        VariableScope(@Nullable VariableScope outer) {
            this.outer = outer;
        }

        /** A variable's value, or null if it has none. */
        @Nullable
        Object value(String name) {
            Object own = variables.get(name);
            return own != null || outer == null ? own : outer.value(name);
        }

        /** Whether the variables of the execution stay within the limit if these are assigned. */
        boolean hasRoomFor(Map<String, Object> values) {
            return outermost().held + growth(values) <= MOST_BYTES;
        }

        void assign(Map<String, Object> values) {
            outermost().held += growth(values);
            variables.putAll(values);
        }

        /** Removes all variables of this scope, whose iteration, branch or execution has ended. */
        void clear() {
            variables.values().forEach(value -> outermost().held -= Json.size(value));
            variables.clear();
        }

        private VariableScope outermost() {
            return outer == null ? this : outer.outermost();
        }

        private long growth(Map<String, Object> values) {
            long growth = 0;
            for (Map.Entry<String, Object> each : values.entrySet()) {
                Object before = variables.get(each.getKey());
                growth += Json.size(each.getValue()) - (before == null ? 0 : Json.size(before));
            }
            return growth;
        }
    }
}
