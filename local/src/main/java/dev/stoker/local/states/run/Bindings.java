// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.states.run;

import dev.stoker.local.states.jsonata.Expression.Query;
import dev.stoker.local.states.jsonata.Expression.QueryFailed;
import dev.stoker.local.states.jsonata.JsonObject;
import java.util.HashMap;
import java.util.Map;

/**
 * The variables and {@code $states} for an expression.
 *
 * @param visit the visit of the expression's state, for error messages
 * @param scope the variables
 * @param states the value of {@code $states}
 */
record Bindings(Visit visit, VariableScope scope, JsonObject states) {

    /** The value of a variable, including {@code states}, or null if it has none. */
    Object value(String name) {
        return name.equals("states") ? states : scope.value(name);
    }

    /** The same, with another member of {@code $states}: result or errorOutput. */
    Bindings with(String member, Object value) {
        return new Bindings(visit, scope, states.with(member, value));
    }

    /**
     * What an expression gives. Other events may run while it is evaluated.
     *
     * @throws Visit.Left if the state has been left meanwhile
     */
    Object evaluate(Query query) throws QueryFailed {
        try {
            return visit.execution().meanwhile(query::evaluate);
        } finally {
            visit.requireStay();
        }
    }

    /** Reports the result or the error of an expression to the observer. */
    void evaluated(FieldValue.Computed computed, Query query, Object value, String error) {
        visit.execution().evaluated(this, computed, query, value, error);
    }

    /** An error with AWS's text: the state, the event at which it was entered, and the problem. */
    StateFailed failed(String error, String what) {
        return new StateFailed(error, visit.describe() + " " + what);
    }

    /**
     * The variables of an execution, or of one iteration of a Map, which can also read the outer variables.
     *
     * <p>An inner scope never assigns a name of an outer one: definitions that do are rejected.
     */
    static final class VariableScope {

        private final VariableScope outer;
        private final Map<String, Object> variables = new HashMap<>();

        /** An empty scope; the outermost has no outer one. */
        VariableScope(VariableScope outer) {
            this.outer = outer;
        }

        /** A variable's value, or null if it has none. */
        Object value(String name) {
            Object own = variables.get(name);
            return own != null || outer == null ? own : outer.value(name);
        }

        void assign(Map<String, Object> values) {
            variables.putAll(values);
        }
    }
}
