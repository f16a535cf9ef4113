// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.watch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import dev.stoker.cli.output.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Sends events to one page until it is closed: server-sent events, one message for all that happened in a twentieth of a
 * second.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/server-sent-events.html">Server-sent events</a>
 */
final class EventStream {
    /** What happens faster than this goes into one message. A burst of 1,000 users is some 4,000 events. */
    private static final long PACE_MILLIS = 50;

    /** A message at least this often, since it also sets the page's clock. */
    private static final long BEAT_MILLIS = 500;

    private final LiveEvents events;
    private final Consumer<ObjectNode> state;
    private final BooleanSupplier open;

    /**
     * @param state adds the schedule, the clock and the story to a message
     * @param open whether the server is up
     */
    EventStream(LiveEvents events, Consumer<ObjectNode> state, BooleanSupplier open) {
        this.events = events;
        this.state = state;
        this.open = open;
    }

    /** Sends until the page is gone. */
    void sendTo(HttpExchange exchange) throws IOException, InterruptedException {
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream; charset=utf-8");
        exchange.sendResponseHeaders(200, 0);
        try (OutputStream body = exchange.getResponseBody()) {
            long next = -1;
            boolean last;
            do {
                last = !open.getAsBoolean(); // the last messages are sent too
                ObjectNode message = Json.object();
                next = events.writeTo(message, next);
                state.accept(message);
                body.write(("data: " + message + "\n\n").getBytes(StandardCharsets.UTF_8));
                body.flush();
                if (!last) {
                    events.await(next, BEAT_MILLIS);
                    Thread.sleep(PACE_MILLIS);
                }
            } while (!last);
        }
    }
}
