// SPDX-License-Identifier: Apache-2.0
package dev.stoker.warmable;

import static java.util.Objects.requireNonNull;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.amazonaws.services.lambda.runtime.serialization.factories.JacksonFactory;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** One environment of a function behind Stoker, with a clock that the test holds. */
final class WarmFunction {
    /** Answers every user the same. */
    static final RequestStreamHandler HELLO = (event, output, context) -> output.write(ascii("\"hello\""));

    private static final Map<String, String> OWN_PROCESS = Map.of("AWS_LAMBDA_RUNTIME_API", "127.0.0.1:9001");

    final FakeClock clock;
    private final WarmableHandler handler;
    private int remainingMillis = 60_000;

    private WarmFunction(RequestStreamHandler user, Map<String, String> environment, FakeClock clock) {
        this.clock = clock;
        this.handler = new WarmableHandler(user, environment, clock);
    }

    static WarmFunction of(RequestStreamHandler user) {
        return new WarmFunction(user, OWN_PROCESS, new FakeClock());
    }

    static WarmFunction with(Map<String, String> environment) {
        return new WarmFunction(HELLO, environment, new FakeClock());
    }

    /** The user's handler moves the clock, too. */
    static WarmFunction on(FakeClock clock, RequestStreamHandler user) {
        return new WarmFunction(user, OWN_PROCESS, clock);
    }

    WarmFunction remainingMillis(int millis) {
        remainingMillis = millis;
        return this;
    }

    String invoke(String event) {
        return new String(invoke(event.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
    }

    byte[] invoke(byte[] event) {
        return invoke(new ByteArrayInputStream(event), new FakeContext(remainingMillis));
    }

    byte[] invoke(InputStream event, Context context) {
        return call(handler, event, context);
    }

    /** Serves one event with a handler as it is, on the real clock. */
    static String call(WarmableHandler handler, String event) {
        InputStream bytes = new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8));
        return new String(call(handler, bytes, new FakeContext(60_000)), StandardCharsets.UTF_8);
    }

    private static byte[] call(WarmableHandler handler, InputStream event, Context context) {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        try {
            handler.handleRequest(event, output, context);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return output.toByteArray();
    }

    /** Sends a warm event that holds until so many milliseconds from now, and reads the answer. */
    Answer warm(long holdMillis) {
        return answer(warmEvent(clock.now().epochMillis() + holdMillis, holdMillis));
    }

    /** Sends an event that must be a warm one, and reads the answer. */
    Answer answer(String event) {
        return Answer.of(invoke(event.getBytes(StandardCharsets.UTF_8)));
    }

    static String warmEvent(long holdUntil, long holdMillis) {
        return "{\"stoker\":{\"version\":1,\"holdUntil\":" + holdUntil + ",\"holdMillis\":" + holdMillis
                + ",\"round\":1,\"slot\":17}}";
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** The sleep task's answer, its fields by name. */
    record Answer(Map<String, Object> fields) {
        @SuppressWarnings("unchecked")
        static Answer of(byte[] json) {
            Object root =
                    JacksonFactory.getInstance().getSerializer(Map.class).fromJson(new ByteArrayInputStream(json));
            return new Answer((Map<String, Object>) requireNonNull(((Map<String, Object>) root).get("stoker")));
        }

        Object get(String field) {
            if (!fields.containsKey(field)) {
                throw new AssertionError("no " + field + " in " + fields);
            }
            return fields.get(field);
        }

        long number(String field) {
            return ((Number) get(field)).longValue();
        }

        long heldMillis() {
            return number("releasedAt") - number("arrivedAt");
        }
    }
}
