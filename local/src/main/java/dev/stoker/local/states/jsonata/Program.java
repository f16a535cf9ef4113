// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.states.jsonata;

import com.dashjoin.jsonata.JException;
import com.dashjoin.jsonata.Jsonata;
import dev.stoker.local.states.jsonata.Expression.QueryFailed;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A parsed expression, which runs one evaluation at a time, on any thread.
 *
 * <p>The library returns null both for undefined and for JSON's null, and modifies its result. So the expression is
 * evaluated as the argument of our own function, which can distinguish the two and stores the result.
 */
final class Program {

    private static final String KEEP = "__keep";

    /**
     * The library stores the variables of all evaluations of a thread in the instance that the thread created last, so
     * the last one must never be evaluated.
     */
    private static final ThreadLocal<Jsonata> NEVER_EVALUATED = ThreadLocal.withInitial(() -> Jsonata.jsonata("0"));

    private final Jsonata jsonata;
    private final JsonataFunctions functions;
    private final Bounds bounds;
    private final Set<Object> resultNodes;
    private @Nullable Object kept;

    private Program(Jsonata jsonata, JsonataFunctions functions) {
        this.jsonata = jsonata;
        this.functions = functions;
        this.bounds = new Bounds(jsonata);
        this.resultNodes = Library.resultNodes(jsonata);
    }

    static Program parse(String source, JsonataFunctions functions) throws QueryFailed {
        try {
            // The space is necessary because the library reads beyond the end of a final regular expression or comment.
            Jsonata.jsonata(source + " ");
            Program program = new Program(Jsonata.jsonata("$" + KEEP + "(" + source + ")"), functions);
            program.prepare();
            return program;
        } catch (RuntimeException | StackOverflowError e) {
            throw ErrorWords.of(e);
        } finally {
            NEVER_EVALUATED.set(Jsonata.jsonata("0"));
        }
    }

    private void prepare() {
        functions.byName().forEach(jsonata::registerFunction);
        jsonata.assign("eval", null); // AWS answers T1006 to a call of it. Source: floci-io/floci issue 2737
        jsonata.registerFunction(KEEP, new Jsonata.JFunction((input, args) -> keep(args), null));
    }

    private @Nullable Object keep(List<?> args) {
        kept = args.get(0);
        return null;
    }

    /** The result of {@code $millis()} in the last evaluation. */
    long nowMillis() {
        return functions.nowMillis();
    }

    /** The depth of the last evaluation. */
    int depth() {
        return bounds.depth();
    }

    /** Reads the clock for the next evaluation, during which it stands still. */
    void readClock() {
        functions.readClock();
    }

    /**
     * Runs an evaluation.
     *
     * @param context the context item, or null
     * @param variables by name
     * @return the value, or null if it is undefined
     * @throws QueryFailed if it ends with an error
     * @throws Json.Unsupported if the value contains something that JSON cannot represent, such as a function
     */
    @Nullable
    Object evaluate(@Nullable Object context, Map<String, Object> variables) throws QueryFailed {
        NEVER_EVALUATED.get();
        bounds.begin();
        Jsonata.Frame frame = jsonata.createFrame();
        variables.forEach((name, value) -> {
            frame.bind(name, value);
            bounds.give(value);
        });
        kept = null;
        try {
            jsonata.evaluate(context, frame);
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
     * The library rejects a number that is not finite when it is computed, the reference when it is used. On AWS, a
     * result that is not finite is a text. Source: floci-io/floci pull request 2783.
     */
    private boolean isInfiniteResult(JException error) {
        return "D1001".equals(error.getError())
                && error.getCurrent() instanceof Number
                && resultNodes.contains(bounds.underWay());
    }
}
