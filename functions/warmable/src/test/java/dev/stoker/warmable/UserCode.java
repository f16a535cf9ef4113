// SPDX-License-Identifier: Apache-2.0
package dev.stoker.warmable;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.S3Event;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Functions as users write them, of every kind that Lambda serves. */
final class UserCode {
    private UserCode() {}

    /** An event of a user's own making. */
    public static class Order {
        public String id = "";
        public List<Integer> amounts = List.of();
        public Optional<String> note = Optional.empty();

        Order with(String prefix) {
            id = prefix + id;
            return this;
        }
    }

    /** Streams. */
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

    /** Objects. */
    public static final class Orders implements RequestHandler<Order, Order> {
        @Override
        public @Nullable Order handleRequest(@Nullable Order order, Context context) {
            return order == null ? null : order.with(context.getAwsRequestId());
        }
    }

    /** Whatever JSON holds. */
    public static final class Maps implements RequestHandler<Map<String, Object>, Object> {
        @Override
        public Object handleRequest(Map<String, Object> event, Context context) {
            return event;
        }
    }

    /** Leaves its type to a bound. */
    public static final class Bounded<T extends Order> implements RequestHandler<T, String> {
        @Override
        public String handleRequest(T order, Context context) {
            return ((Order) order).id;
        }
    }

    public static final class VoidResult implements RequestHandler<Order, Void> {
        @Override
        public Void handleRequest(Order order, Context context) {
            return null;
        }
    }

    public static final class Queue implements RequestHandler<SQSEvent, SQSBatchResponse> {
        @Override
        public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
            return new SQSBatchResponse(event.getRecords().stream()
                    .map(message -> new SQSBatchResponse.BatchItemFailure(message.getMessageId() + message.getBody()))
                    .toList());
        }
    }

    public static final class Rest
            implements RequestHandler<APIGatewayProxyRequestEvent, APIGatewayProxyResponseEvent> {
        @Override
        public APIGatewayProxyResponseEvent handleRequest(APIGatewayProxyRequestEvent event, Context context) {
            return new APIGatewayProxyResponseEvent().withStatusCode(200).withBody(event.getPath());
        }
    }

    public static final class Schedules implements RequestHandler<ScheduledEvent, ScheduledEvent> {
        @Override
        public ScheduledEvent handleRequest(ScheduledEvent event, Context context) {
            return event;
        }
    }

    public static final class Buckets implements RequestHandler<S3Event, S3Event> {
        @Override
        public S3Event handleRequest(S3Event event, Context context) {
            return event;
        }
    }

    public static final class Tables implements RequestHandler<DynamodbEvent, DynamodbEvent> {
        @Override
        public DynamodbEvent handleRequest(DynamodbEvent event, Context context) {
            return event;
        }
    }

    /** A result that no JSON can be made of. */
    public static final class Endless implements RequestHandler<String, Endless> {
        public Endless getSelf() {
            return this;
        }

        @Override
        public Endless handleRequest(String event, Context context) {
            return this;
        }
    }

    /** One method of each signature. */
    public static class Methods {
        public String nothing() {
            return "nothing";
        }

        public static Order object(Order order) {
            return order.with("static ");
        }

        public Order objectAndContext(Order order, Context context) {
            return order.with(context.getAwsRequestId());
        }

        public String context(Context context) {
            return context.getAwsRequestId();
        }

        public void in(InputStream in) throws IOException {
            if (in.read() != '{') {
                throw new IOException("not the beginning");
            }
        }

        public void inAndContext(InputStream in, Context context) throws IOException {
            in.close();
        }

        public void out(OutputStream out) throws IOException {
            out.write('7');
        }

        public void outAndContext(OutputStream out, Context context) throws IOException {
            out.write(context.getAwsRequestId().getBytes(StandardCharsets.UTF_8));
        }

        public static String inAndOut(InputStream in, OutputStream out) throws IOException {
            in.transferTo(out);
            return "passed over";
        }

        public void inOutAndContext(InputStream in, OutputStream out, Context context) throws IOException {
            out.write(context.getAwsRequestId().getBytes(StandardCharsets.UTF_8));
            in.transferTo(out);
        }

        public void noResult(Order order) {
            order.with("unseen");
        }

        public int primitive(int event) {
            return event + 1;
        }

        public Map<String, List<Order>> generic(Map<String, List<Order>> orders) {
            orders.values().forEach(list -> list.forEach(order -> order.with("deep ")));
            return orders;
        }
    }

    /** Methods of one name. */
    public static final class Overloads {
        public String handle() {
            return "nothing";
        }

        public String handle(Order order) {
            return "order";
        }

        public String handle(Order order, Context context) {
            return "order and context";
        }

        public String handle(Order order, String unservable) {
            return "unservable";
        }

        public String handle(Order order, Context context, String unservable, int longest) {
            return "unservable and longest";
        }

        public void tie(InputStream in, OutputStream out) throws IOException {
            out.write('2');
        }

        public String tie(Context context) {
            return "counts as two: of equals the first that is listed";
        }

        public String one(Order order) {
            return "order";
        }

        public String one(Context context) {
            return "context, which counts twice";
        }

        public String two(Context context) {
            return "context, which counts twice";
        }

        public String two(Order order) {
            return "order";
        }
    }

    /** Failing in every way. */
    @SuppressWarnings("DoNotCallSuggester") // failing is their purpose
    public static final class Failures {
        public String checked(Order order) throws IOException {
            throw new IOException("no such order", new IllegalStateException("closed"));
        }

        public String unchecked(Order order) {
            throw new IllegalStateException("no such order");
        }

        public String error(Order order) {
            throw new AssertionError("no such order");
        }

        public void stream(InputStream in, OutputStream out) throws IOException {
            throw new IOException("no such stream");
        }

        public String withoutMessage(Order order) {
            throw new UnsupportedOperationException();
        }
    }
}
