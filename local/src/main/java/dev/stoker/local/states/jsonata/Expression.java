// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.states.jsonata;

import com.dashjoin.jsonata.JException;
import com.dashjoin.jsonata.Jsonata;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * A JSONata expression, parsed once and evaluated often; by one thread at a time.
 *
 * <p>The library gives null for what is undefined and for JSON's null alike, and writes into the structures of its
 * result. So the expression is evaluated as the argument of a function of ours, which sees the difference and keeps the
 * result for itself.
 */
public final class Expression {

    private static final String KEEP = "__keep";

    private final String source;
    private final Set<String> references;
    private final Jsonata program;
    private final JsonataFunctions functions;
    private final Bounds bounds;
    private final Set<Object> resultNodes;
    private Object kept;

    private Expression(String source, Jsonata program, JsonataFunctions functions) {
        this.source = source;
        this.program = program;
        this.functions = functions;
        this.references = References.of(source);
        this.bounds = new Bounds(program);
        this.resultNodes = Library.resultNodes(program);
    }

    static Expression compile(String source, JsonataFunctions functions) throws QueryFailed {
        try {
            // The blank: the library reads past an end that is a regular expression or a comment.
            Jsonata.jsonata(source + " ");
            Expression expression = new Expression(source, Jsonata.jsonata("$" + KEEP + "(" + source + ")"), functions);
            expression.prepare();
            // The instance that a thread has made last is where the library keeps the variables of whatever it
            // evaluates on that thread, so the last must be one that is never evaluated.
            Jsonata.jsonata("0");
            return expression;
        } catch (RuntimeException | StackOverflowError e) {
            throw ErrorWords.of(e);
        }
    }

    private void prepare() {
        functions.byName().forEach(program::registerFunction);
        program.assign("eval", null); // AWS answers T1006 to a call of it. Source: floci-io/floci issue 2737
        program.registerFunction(KEEP, new Jsonata.JFunction((input, args) -> keep(args), null));
    }

    /** The text, without the delimiters. */
    public String source() {
        return source;
    }

    /** The names that it speaks of: {@code a} for {@code $a}, also {@code states.result} for {@code $states.result}. */
    public Set<String> references() {
        return references;
    }

    /** What {@code $millis()} gave in the last evaluation. */
    public long nowMillis() {
        return functions.nowMillis();
    }

    /** How deep the last evaluation nested; AWS ends one that nests deeper than about 100. */
    public int depth() {
        return bounds.depth();
    }

    /**
     * Evaluates it.
     *
     * @param variables gives a variable's value by its name, null where there is none
     * @return the value, or null if it is undefined
     * @throws QueryFailed if it ends with an error
     * @throws Json.Unsupported if the value holds something that JSON cannot, such as a function
     */
    public Object evaluate(Function<String, Object> variables) throws QueryFailed {
        return evaluate(null, variables);
    }

    /** The same with a context item, which Step Functions never gives but the reference's own suite does. */
    Object evaluate(Object context, Function<String, Object> variables) throws QueryFailed {
        bounds.begin();
        Jsonata.Frame frame = program.createFrame();
        for (String name : references) {
            Object value = variables.apply(name);
            if (value != null) {
                frame.bind(name, value);
                bounds.give(value);
            }
        }
        functions.begin();
        kept = null;
        try {
            program.evaluate(context, frame);
            return kept == null ? null : Json.freeze(kept);
        } catch (Json.Unsupported e) {
            throw e;
        } catch (JException e) {
            if (isInfiniteResult(e)) {
                return String.valueOf(((Number) e.getCurrent()).doubleValue());
            }
            throw ErrorWords.of(e);
        } catch (RuntimeException | StackOverflowError e) {
            throw ErrorWords.of(e);
        } finally {
            kept = null;
            Undefined.forget();
            bounds.end();
        }
    }

    /**
     * The library refuses a number that is not finite where it arises, the reference where it is used. A result that is not
     * finite is a text on AWS. Source: floci-io/floci pull request 2783.
     */
    private boolean isInfiniteResult(JException error) {
        return "D1001".equals(error.getError())
                && error.getCurrent() instanceof Number
                && resultNodes.contains(bounds.underWay());
    }

    private Object keep(List<?> args) {
        kept = args.get(0);
        return null;
    }

    /**
     * An expression ended with an error. The message is JSONata's code and sentence, such as {@code T1006: Attempted to
     * invoke a non-function}, or a sentence alone where there is no code.
     */
    public static final class QueryFailed extends Exception {
        private static final long serialVersionUID = 1;

        private final String code;
        private final String sentence;

        QueryFailed(String code, String sentence) {
            super(code == null ? sentence : code + ": " + sentence);
            this.code = code;
            this.sentence = sentence;
        }

        /** What is wrong, without the code: so AWS says it of a definition. Source: floci-io/floci issue 2745. */
        public String sentence() {
            return sentence;
        }

        /**
         * How AWS ends "threw an error during evaluation": what has a code is a sentence of its own, a bound that was passed
         * follows a colon. Source: floci-io/floci pull request 2783, 101 expressions with TestState in us-east-1.
         */
        public String ending() {
            return (code == null ? ": " : ". ") + getMessage();
        }
    }

    /** Makes expressions that share one clock and one source of randomness. */
    public static final class ExpressionCompiler {

        private final JsonataFunctions functions;

        /**
         * A compiler of expressions whose {@code $millis} and {@code $now} read this clock, once in each evaluation, and whose
         * {@code $random}, {@code $uuid} and {@code $shuffle} draw from this source.
         */
        public ExpressionCompiler(LongSupplier nowMillis, Random random) {
            this.functions = new JsonataFunctions(nowMillis, random);
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
}
