// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.states.run;

import dev.stoker.local.states.jsonata.Expression;
import java.util.function.Function;

/**
 * One evaluation of an expression.
 *
 * @param machine the name of the state machine
 * @param state the name of the state
 * @param field where the expression stands within the state, such as {@code Output/x}
 * @param expression the expression
 * @param variables gives the value of a variable by its name, also that of {@code $states}, or null if it has none; to be
 *     asked only while the observer is told
 * @param nowMillis what {@code $millis()} gave
 * @param value what it gave, or null if that is undefined or an error
 * @param error what JSONata says of the error, or null if there was none
 */
public record Evaluation(
        String machine,
        String state,
        String field,
        Expression expression,
        Function<String, Object> variables,
        long nowMillis,
        Object value,
        String error) {}
