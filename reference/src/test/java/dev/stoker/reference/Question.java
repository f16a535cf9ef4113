// SPDX-License-Identifier: Apache-2.0
package dev.stoker.reference;

import dev.stoker.local.states.jsonata.Expression;
import dev.stoker.local.states.jsonata.Expression.ExpressionCompiler;
import dev.stoker.local.states.jsonata.Expression.QueryFailed;
import dev.stoker.local.states.jsonata.JsonObject;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One expression with all that it sees, and what it must give.
 *
 * @param place where the expression stands
 * @param says what is odd about this row of the table
 * @param expression the text that stands there
 * @param bindings its variables by name, $states among them
 * @param now what $millis() gives
 * @param expected what it must give
 * @param localStack why LocalStack gives something else, or null if it does not
 */
record Question(
        Place place,
        String says,
        String expression,
        JsonObject bindings,
        long now,
        Outcome expected,
        @Nullable String localStack) {

    /** The names that an expression speaks of. */
    static Set<String> references(String expression) {
        try {
            return new ExpressionCompiler(() -> 0, new Random(1))
                    .compile(expression)
                    .references();
        } catch (QueryFailed e) {
            throw new IllegalStateException(expression, e);
        }
    }

    /**
     * What the embedded AWS makes of it.
     *
     * @param depth how deep it nested
     */
    record Evaluated(Outcome outcome, int depth) {}

    /** Evaluates it as the embedded AWS does. */
    Evaluated onEmbedded() {
        Expression compiled;
        try {
            compiled = new ExpressionCompiler(() -> now, new Random(1)).compile(expression);
        } catch (QueryFailed e) {
            throw new IllegalStateException(expression, e);
        }
        Expression.Query query = compiled.query(bindings::get);
        try {
            Outcome outcome = Outcome.of(query.evaluate());
            return new Evaluated(outcome, query.depth());
        } catch (QueryFailed e) {
            return new Evaluated(Outcome.failed(String.valueOf(e.getMessage())), query.depth());
        }
    }

    /** Whether an outcome is the expected one; of an error the code alone counts. */
    boolean isMetBy(Outcome outcome) {
        String code = expected.error();
        String error = outcome.error();
        return code == null ? outcome.equals(expected) : error != null && error.startsWith(code + ": ");
    }

    @Override
    public String toString() {
        return place.state() + " / " + place.field() + ": " + says;
    }
}
