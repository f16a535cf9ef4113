// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.functions;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Handlers that implement one of AWS's interfaces. */
public final class Kinds {
    private Kinds() {}

    /** An event of a user's own making. */
    public static class Order {
        public String id;
        public List<Integer> amounts = List.of();
        public Optional<String> note = Optional.empty();
        private Instant placed;

        public Instant getPlaced() {
            return placed;
        }

        public void setPlaced(Instant placed) {
            this.placed = placed;
        }

        Order with(String prefix) {
            id = prefix + id;
            return this;
        }
    }

    public enum Size {
        SMALL,
        LARGE
    }

    @SuppressWarnings("ArrayRecordComponent") // users write so
    public record Parcel(String name, Size size, BigDecimal weight, LocalDate due, byte[] label, List<Parcel> parts) {}

    public static final class Streams implements RequestStreamHandler {
        @Override
        public void handleRequest(InputStream event, OutputStream output, Context context) throws IOException {
            output.write(context.getAwsRequestId().getBytes(StandardCharsets.UTF_8));
            event.transferTo(output);
        }

        public void alsoStreams(InputStream event, OutputStream output, Context context) throws IOException {
            output.write('2');
        }
    }

    /** The interface of streams wins. */
    public static final class Both implements RequestHandler<Order, String>, RequestStreamHandler {
        @Override
        public String handleRequest(Order order, Context context) {
            return order.id;
        }

        @Override
        public void handleRequest(InputStream event, OutputStream output, Context context) throws IOException {
            event.transferTo(output);
        }
    }

    public static final class Orders implements RequestHandler<Order, Order> {
        @Override
        public Order handleRequest(Order order, Context context) {
            return order == null ? null : order.with(context.getAwsRequestId());
        }
    }

    public static final class Parcels implements RequestHandler<Parcel, Parcel> {
        @Override
        public Parcel handleRequest(Parcel parcel, Context context) {
            return new Parcel(
                    "seen " + parcel.name, parcel.size, parcel.weight, parcel.due, parcel.label, parcel.parts);
        }
    }

    public static final class Labels implements RequestHandler<String, Parcel> {
        @Override
        public Parcel handleRequest(String name, Context context) {
            Parcel part = new Parcel("part", Size.SMALL, null, null, null, null);
            byte[] label = {1, 2};
            return new Parcel(
                    name, Size.LARGE, new BigDecimal("1.10"), LocalDate.of(2026, 2, 28), label, List.of(part));
        }
    }

    public static final class Maps implements RequestHandler<Map<String, Object>, Object> {
        @Override
        public Object handleRequest(Map<String, Object> event, Context context) {
            return event;
        }
    }

    public static final class Lists implements RequestHandler<List<Duration>, Duration> {
        @Override
        public Duration handleRequest(List<Duration> event, Context context) {
            return event.stream().reduce(Duration.ZERO, Duration::plus);
        }
    }

    public static final class Integers implements RequestHandler<Integer, Integer> {
        @Override
        public Integer handleRequest(Integer event, Context context) {
            return event + 1;
        }
    }

    public static final class Texts implements RequestHandler<String, String> {
        @Override
        public String handleRequest(String event, Context context) {
            return event + "ø";
        }
    }

    public static final class Sizes implements RequestHandler<Size, Size> {
        @Override
        public Size handleRequest(Size event, Context context) {
            return event;
        }
    }

    public static final class AnyKind implements RequestHandler<Object, Object> {
        @Override
        public Object handleRequest(Object event, Context context) {
            return List.of(event == null ? "null" : event.getClass().getName(), Optional.ofNullable(event));
        }
    }

    public static final class NoInput implements RequestHandler<Void, String> {
        @Override
        public String handleRequest(Void event, Context context) {
            return "without";
        }
    }

    public static final class NoOutput implements RequestHandler<Order, Void> {
        @Override
        public Void handleRequest(Order order, Context context) {
            return null;
        }
    }

    public static final class NullOutput implements RequestHandler<Order, String> {
        @Override
        public String handleRequest(Order order, Context context) {
            return null;
        }
    }

    /** Tells everything that the context says, the time that is left as its sign. */
    public static final class Contexts implements RequestHandler<Object, Map<String, Object>> {
        @Override
        public Map<String, Object> handleRequest(Object event, Context context) {
            context.getLogger().log("to the logger\n");
            return Map.of(
                    "class", context.getClass().getName(),
                    "requestId", context.getAwsRequestId(),
                    "logGroup", context.getLogGroupName(),
                    "logStream", context.getLogStreamName(),
                    "name", context.getFunctionName(),
                    "version", context.getFunctionVersion(),
                    "arn", context.getInvokedFunctionArn(),
                    "memory", context.getMemoryLimitInMB(),
                    "identity", Optional.ofNullable(context.getIdentity()),
                    "remaining", context.getRemainingTimeInMillis() > 0);
        }
    }
}
