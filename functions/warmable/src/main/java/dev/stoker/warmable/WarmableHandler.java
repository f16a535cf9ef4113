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
 * Answers the warm event and hands every other event on, untouched, to the user's own handler.
 *
 * <p><b>Without a line of code:</b> set the function's handler to
 * {@code dev.stoker.warmable.WarmableHandler::handleRequest} and the environment variable {@code STOKER_HANDLER} to what
 * the handler was before, {@code com.acme.App::handleRequest} or {@code com.acme.App}. Served are the kinds that AWS's
 * Java runtime serves: a {@link RequestStreamHandler}, a {@link RequestHandler}, and a public method of one of the runtime's
 * signatures. Any other is refused at INIT with a message that names it.
 *
 * <p><b>In one line of code</b>, for a handler that the function builds itself, and then without the variable:
 *
 * <pre>{@code
 * public final class WarmApp extends WarmableHandler {
 *     public WarmApp() {
 *         super(new App(new Database()));
 *     }
 * }
 * }</pre>
 *
 * <p>The user's handler gets the same event bytes and the same {@link Context} object as without Stoker; what it throws
 * is thrown on as it is.
 */
public class WarmableHandler implements RequestStreamHandler {
    private final RequestStreamHandler userHandler;
    private final SleepTask sleepTask;

    /**
     * For Lambda: stands before the handler that {@code STOKER_HANDLER} names.
     *
     * @throws RuntimeException if no handler of a kind that is served is named; the message says what to change.
     *     Whatever the constructor or the static initialiser of the user's class throws is thrown on as it is
     */
    public WarmableHandler() {
        this(UserHandlers.fromEnvironment(System.getenv()));
    }

    /**
     * Stands before a handler of streams.
     *
     * @param handler gets every event but the warm one
     */
    public WarmableHandler(RequestStreamHandler handler) {
        this(handler, System.getenv(), new Host());
    }

    /**
     * Stands before a handler of objects, read and written by the official serialization library.
     *
     * @param handler gets every event but the warm one; its class must tell its input and output types, so a lambda
     *     expression is refused
     * @throws RuntimeException if the class of the handler does not tell its types
     */
    public WarmableHandler(RequestHandler<?, ?> handler) {
        this(ObjectHandler.of(handler));
    }

    /** The variables and the host come in, for tests. */
    WarmableHandler(RequestStreamHandler handler, Map<String, String> variables, Host host) {
        this.userHandler = handler;
        this.sleepTask = new SleepTask(variables, System.err, host);
    }

    /**
     * Answers one invocation.
     *
     * @param event the event's JSON
     * @param output gets the answer's JSON
     * @param context of the invocation
     * @throws IOException if the event cannot be read or the answer not written; the user's handler may throw anything
     */
    @Override
    public final void handleRequest(InputStream event, OutputStream output, Context context) throws IOException {
        event.mark(0); // where to come back to; a ByteArrayInputStream, as Lambda gives it, needs no limit
        ByteArrayOutputStream seen = new ByteArrayOutputStream();
        if (WarmEvent.opens(event, seen)) {
            Visit visit = sleepTask.arrive(event, context.getRemainingTimeInMillis());
            sleepTask.hold(visit);
            output.write(sleepTask.leave(visit));
            return;
        }
        Moment arrived = sleepTask.userArrives();
        try {
            userHandler.handleRequest(fromTheBeginning(event, seen.toByteArray()), output, context);
        } finally {
            sleepTask.userLeaves(arrived);
        }
    }

    /** Copies nothing but the few bytes seen, and with Lambda's own stream not even these. */
    private static InputStream fromTheBeginning(InputStream event, byte[] seen) throws IOException {
        if (event instanceof ByteArrayInputStream) {
            event.reset();
            return event;
        }
        PushbackInputStream whole = new PushbackInputStream(event, Math.max(1, seen.length));
        whole.unread(seen);
        return whole;
    }
}
