// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.states.jsonata;

import com.dashjoin.jsonata.JException;
import com.dashjoin.jsonata.Jsonata;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * A JSONata expression, parsed once and evaluated often; by one thread at a time.
 *
 * <p>The library gives null for what is undefined and for JSON's null alike, and writes into the structures of its
 * result. So the expression is evaluated as the argument of a function of ours, which sees the difference and keeps the
 * result for itself.
 */
public final class Expression {

    private static final String KEEP = "__keep";

    /** Steps of one evaluation; an expression that goes on for ever is stopped after some seconds. */
    private static final int MOST_STEPS = 10_000_000;

    private final String source;
    private final Set<String> references;
    private final Jsonata program;
    private Object kept;
    private int steps;

    private Expression(String source, Jsonata program) {
        this.source = source;
        this.program = program;
        this.references = References.of(source);
    }

    static Expression compile(String source, Functions functions) throws QueryFailed {
        try {
            // The blank: the library reads past an end that is a regular expression or a comment.
            Jsonata.jsonata(source + " ");
            Expression expression = new Expression(source, Jsonata.jsonata("$" + KEEP + "(" + source + ")"));
            expression.prepare(functions);
            // The instance that a thread has made last is where the library keeps the variables of whatever it
            // evaluates on that thread, so the last must be one that is never evaluated.
            Jsonata.jsonata("0");
            return expression;
        } catch (RuntimeException | StackOverflowError e) {
            throw failed(e);
        }
    }

    private void prepare(Functions functions) {
        functions.byName().forEach(program::registerFunction);
        program.assign("eval", null);
        program.registerFunction(KEEP, new Jsonata.JFunction((input, args) -> keep(args), null));
        program.assign("__evaluate_entry", stepCounter());
    }

    /** The text, without the delimiters. */
    public String source() {
        return source;
    }

    /** The names that it speaks of: {@code a} for {@code $a}, also {@code states.result} for {@code $states.result}. */
    public Set<String> references() {
        return references;
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
        Jsonata.Frame frame = program.createFrame();
        for (String name : references) {
            Object value = variables.apply(name);
            if (value != null) {
                frame.bind(name, value);
            }
        }
        steps = 0;
        kept = null;
        try {
            program.evaluate(null, frame);
            return kept == null ? null : Json.freeze(kept);
        } catch (Json.Unsupported e) {
            throw e;
        } catch (RuntimeException | StackOverflowError e) {
            throw failed(e);
        } finally {
            kept = null;
        }
    }

    private Object keep(List<?> args) {
        kept = args.get(0);
        return null;
    }

    /** The library calls it before each step; it is a proxy because the interface speaks of a type that is not public. */
    private Object stepCounter() {
        return Proxy.newProxyInstance(
                Expression.class.getClassLoader(),
                new Class<?>[] {Jsonata.EntryCallback.class},
                (proxy, method, args) -> {
                    countStep();
                    return null;
                });
    }

    private void countStep() {
        if (++steps > MOST_STEPS) {
            throw new JException("the expression was stopped after " + MOST_STEPS + " steps", -1);
        }
    }

    private static QueryFailed failed(Throwable thrown) {
        if (thrown instanceof StackOverflowError) {
            return new QueryFailed("U1001: Stack overflow error: Check for non-terminating recursive function.");
        }
        if (thrown instanceof JException e && e.getError().matches("[A-Z]\\d{4}")) {
            return new QueryFailed(e.getError() + ": " + e.getMessage());
        }
        if (thrown instanceof JException e) {
            return new QueryFailed(e.getError());
        }
        return new QueryFailed(String.valueOf(thrown.getMessage()));
    }
}
