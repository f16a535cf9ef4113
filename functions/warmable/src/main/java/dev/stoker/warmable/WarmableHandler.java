// SPDX-License-Identifier: Apache-2.0
package dev.stoker.warmable;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PushbackInputStream;
import java.util.Map;

/**
 * Answers the warm event and passes every other event, unchanged, to the user's own handler.
 *
 * <p><b>Without a code change:</b> set the function's handler to
 * {@code dev.stoker.warmable.WarmableHandler::handleRequest} and the environment variable {@code STOKER_HANDLER} to the
 * previous handler, {@code com.acme.App::handleRequest} or {@code com.acme.App}. The same kinds of handlers are supported as
 * in AWS's Java runtime: a {@link RequestStreamHandler}, a {@link RequestHandler}, and a public method with one of the
 * runtime's signatures. Any other handler is rejected during INIT with a message that names it.
 *
 * <p><b>With one line of code</b>, for a handler that the function creates itself, and then without the variable:
 *
 * <pre>{@code
 * public final class WarmApp extends WarmableHandler {
 *     public WarmApp() {
 *         super(new App(new Database()));
 *     }
 * }
 * }</pre>
 *
 * <p>The user's handler receives the same event bytes and the same {@link Context} object as without Stoker. Exceptions
 * that it throws are thrown unchanged.
 */
public class WarmableHandler implements RequestStreamHandler {
    /** Taken before any of the user's code runs, which may give the thread another class loader. */
    static final UserHandlers USER_HANDLERS = new UserHandlers(functionLoader());

    private final RequestStreamHandler userHandler;
    private final SleepTask sleepTask;

    /**
     * Called by Lambda. Uses the handler in {@code STOKER_HANDLER}.
     *
     * @throws RuntimeException if the handler is missing or not supported; the message says what to change. Exceptions
     *     of the constructor or the static initializer of the user's class are thrown unchanged
     */
    public WarmableHandler() {
        this(fromEnvironment());
    }

    /**
     * Uses a handler of streams.
     *
     * @param handler receives every event except the warm event
     */
    public WarmableHandler(RequestStreamHandler handler) {
        this(handler, System.getenv(), new Host());
    }

    /**
     * Uses a handler of objects, with AWS's serialization library.
     *
     * @param handler receives every event except the warm event. Its class must declare its input and output types, so
     *     a lambda expression is rejected
     * @throws RuntimeException if the class of the handler does not declare its types
     */
    public WarmableHandler(RequestHandler<?, ?> handler) {
        this(USER_HANDLERS.ofObjects(handler));
    }

    private static RequestStreamHandler fromEnvironment() {
        try {
            return USER_HANDLERS.fromEnvironment(System.getenv());
        } catch (Throwable e) {
            throw Rethrown.asThrown(e);
        }
    }

    /** The loader that AWS's runtime gives the thread in INIT: it sees the function's package and its layers. */
    private static ClassLoader functionLoader() {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        return loader == null ? WarmableHandler.class.getClassLoader() : loader;
    }

    /** For tests, with their own variables and host. */
    WarmableHandler(RequestStreamHandler handler, Map<String, String> variables, Host host) {
        this.userHandler = handler;
        this.sleepTask = new SleepTask(variables, System.err, host);
    }

    /**
     * Answers one invocation.
     *
     * @param event the event's JSON
     * @param output receives the answer's JSON
     * @param context the context of the invocation
     * @throws IOException if the event cannot be read or the answer cannot be written; the user's handler may throw
     *     anything
     */
    @Override
    public final void handleRequest(InputStream event, OutputStream output, Context context) throws IOException {
        if (event instanceof ByteArrayInputStream) { // Lambda's own, which needs no copy of what was read
            event.mark(0);
            if (WarmEvent.opens(event)) {
                warm(event, output, context);
            } else {
                event.reset();
                serve(event, output, context);
            }
            return;
        }
        ByteArrayOutputStream seen = new ByteArrayOutputStream();
        if (WarmEvent.opens(event, seen)) {
            warm(event, output, context);
        } else {
            PushbackInputStream whole = new PushbackInputStream(event, Math.max(1, seen.size()));
            whole.unread(seen.toByteArray());
            serve(whole, output, context);
        }
    }

    private void warm(InputStream event, OutputStream output, Context context) throws IOException {
        Visit visit = sleepTask.arrive(event, context.getRemainingTimeInMillis());
        Visit primed = sleepTask.prime(visit, userHandler, context);
        sleepTask.hold(primed);
        output.write(sleepTask.leave(primed));
    }

    private void serve(InputStream event, OutputStream output, Context context) throws IOException {
        long arrived = sleepTask.userArrives();
        try {
            userHandler.handleRequest(event, output, context);
        } catch (Throwable e) {
            throw Rethrown.asThrown(e);
        } finally {
            sleepTask.userLeaves(arrived);
        }
    }
}
