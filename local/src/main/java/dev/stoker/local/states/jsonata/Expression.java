// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.states.jsonata;

import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A JSONata expression, read once and evaluated often, also several times at once. Each evaluation uses a separate
 * parsed program; free programs are reused.
 */
public final class Expression {

    private final String source;
    private final Set<String> references;
    private final Supplier<JsonataFunctions> functions;
    private final Deque<Program> free = new ConcurrentLinkedDeque<>();

    private Expression(String source, Supplier<JsonataFunctions> functions) {
        this.source = source;
        this.functions = functions;
        this.references = References.of(source);
    }

    static Expression compile(String source, Supplier<JsonataFunctions> functions) throws QueryFailed {
        Expression expression = new Expression(source, functions);
        expression.free.add(Program.parse(source, functions.get()));
        return expression;
    }

    private Program program() {
        Program program = free.poll();
        try {
            return program == null ? Program.parse(source, functions.get()) : program;
        } catch (QueryFailed e) {
            throw new IllegalStateException("what could be parsed once can be parsed again: " + source, e);
        }
    }

    /** The text, without the delimiters. */
    public String source() {
        return source;
    }

    /** The names that it uses: {@code a} for {@code $a}, also {@code states.result} for {@code $states.result}. */
    public Set<String> references() {
        return references;
    }

    /**
     * Prepares an evaluation with its variables and the clock.
     *
     * @param variables returns a variable's value by its name, or null; it is called now
     */
    public Query query(Function<String, Object> variables) {
        Map<String, Object> given = new LinkedHashMap<>();
        for (String name : references) {
            Object value = variables.apply(name);
            if (value != null) {
                given.put(name, value);
            }
        }
        Program program = program();
        program.readClock();
        return new Query(this, program, given);
    }

    /**
     * Prepares and runs an evaluation.
     *
     * @return the value, or null if it is undefined
     * @see #query
     * @see Query#evaluate
     */
    public @Nullable Object evaluate(Function<String, Object> variables) throws QueryFailed {
        return query(variables).evaluate();
    }

    /** One evaluation of an expression. */
    public static final class Query {
        private final Expression expression;
        private final Program program;
        private final Map<String, Object> variables;
        private int depth;
        private final long nowMillis;

        private Query(Expression expression, Program program, Map<String, Object> variables) {
            this.expression = expression;
            this.program = program;
            this.variables = variables;
            this.nowMillis = program.nowMillis();
        }

        /**
         * Runs the evaluation, once, on any thread.
         *
         * @return the value, or null if it is undefined
         * @throws QueryFailed if it ends with an error
         * @throws Json.Unsupported if the value contains something that JSON cannot represent, such as a function
         */
        public @Nullable Object evaluate() throws QueryFailed {
            return evaluate(null);
        }

        /** The same with a context item, which Step Functions never has, but the reference's own suite does. */
        @Nullable
        Object evaluate(@Nullable Object context) throws QueryFailed {
            try {
                return program.evaluate(context, variables);
            } finally {
                depth = program.depth();
                expression.free.add(program);
            }
        }

        /** The result of {@code $millis()} in this evaluation. */
        public long nowMillis() {
            return nowMillis;
        }

        /** The depth of the evaluation. AWS ends evaluations deeper than about 100. */
        public int depth() {
            return depth;
        }
    }

    /**
     * An expression ended with an error. The message is JSONata's code and message, such as
     * {@code T1006: Attempted to invoke a non-function}, or only the message if there is no code.
     */
    public static final class QueryFailed extends Exception {
        private static final long serialVersionUID = 1;

        private final @Nullable String code;
        private final String sentence;

        QueryFailed(@Nullable String code, String sentence) {
            super(code == null ? sentence : code + ": " + sentence);
            this.code = code;
            this.sentence = sentence;
        }

        /** The message without the code, as AWS writes it for a definition. Source: floci-io/floci issue 2745. */
        public String sentence() {
            return sentence;
        }

        /**
         * The text after AWS's "threw an error during evaluation": an error with a code is a new sentence; an exceeded
         * limit follows a colon. Source: floci-io/floci pull request 2783, 101 expressions with TestState in us-east-1.
         */
        public String ending() {
            return (code == null ? ": " : ". ") + getMessage();
        }
    }

    /** Creates expressions that share one clock and one random source. */
    public static final class ExpressionCompiler {

        private final LongSupplier nowMillis;
        private final Random random;

        /**
         * Creates a compiler of expressions whose {@code $millis} and {@code $now} read this clock, once in each
         * evaluation, and whose {@code $random}, {@code $uuid} and {@code $shuffle} draw from this source.
         */
        public ExpressionCompiler(LongSupplier nowMillis, Random random) {
            this.nowMillis = nowMillis;
            this.random = random;
        }

        /**
         * Parses an expression.
         *
         * @param source its text, without the delimiters
         * @throws QueryFailed if it cannot be parsed
         */
        public Expression compile(String source) throws QueryFailed {
            return Expression.compile(source, () -> new JsonataFunctions(nowMillis, random));
        }
    }
}
