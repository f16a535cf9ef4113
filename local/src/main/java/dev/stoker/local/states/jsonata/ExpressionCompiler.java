// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.states.jsonata;

import java.util.Random;
import java.util.function.LongSupplier;

/** Makes expressions that share one clock and one source of randomness. */
public final class ExpressionCompiler {

    private final Functions functions;

    /**
     * A compiler of expressions whose {@code $millis} and {@code $now} read this clock, once in each evaluation, and whose
     * {@code $random}, {@code $uuid} and {@code $shuffle} draw from this source.
     */
    public ExpressionCompiler(LongSupplier nowMillis, Random random) {
        this.functions = new Functions(nowMillis, random);
    }

    /**
     * Parses an expression.
     *
     * @param source its text, without the delimiters
     * @throws QueryFailed if it cannot be parsed
     */
    public Expression compile(String source) throws QueryFailed {
        return Expression.compile(source, functions);
    }
}
