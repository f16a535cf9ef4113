// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.functions;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import dev.stoker.local.functions.Kinds.Order;
import java.io.Serializable;
import java.util.List;
import java.util.Map;

/** Handlers whose types stand in a superclass or an interface, as AWS's runtime finds them and as it does not. */
public final class Generics {
    private Generics() {}

    /** Converts the map itself, and trusts that it gets one: AWS hands it a map when the method is named. */
    public abstract static class Converting<T> implements RequestHandler<T, String> {
        abstract T convert(Map<?, ?> event);

        abstract String answer(T event);

        @Override
        @SuppressWarnings("unchecked")
        public String handleRequest(T event, Context context) {
            Object got = event;
            return got instanceof Map<?, ?> map ? "map " + answer(convert(map)) : "type " + answer((T) got);
        }
    }

    public static final class ConvertingOrders extends Converting<Order> {
        @Override
        Order convert(Map<?, ?> event) {
            Order order = new Order();
            order.id = (String) event.get("order_id");
            return order;
        }

        @Override
        String answer(Order order) {
            return order.id;
        }
    }

    /** Names the type only for the superclass, and has a bridge method for the interface's. */
    public static final class BridgedOrders extends Converting<Order> {
        @Override
        public String handleRequest(Order order, Context context) {
            return "bridged " + order.id;
        }

        @Override
        Order convert(Map<?, ?> event) {
            throw new UnsupportedOperationException();
        }

        @Override
        String answer(Order order) {
            throw new UnsupportedOperationException();
        }
    }

    /** Leaves the types to its superclass's superclass, and the input within a list. */
    public abstract static class Batch<A, T> implements RequestHandler<List<T>, A> {
        abstract A answer(T first);

        @Override
        public A handleRequest(List<T> batch, Context context) {
            return answer(batch.get(0));
        }

        public String size(List<T> batch) {
            return batch.size() + " of " + ((Object) batch.get(0)).getClass().getName();
        }
    }

    public abstract static class TextBatch<T> extends Batch<String, T> {}

    public static final class OrderBatch extends TextBatch<Order> {
        @Override
        String answer(Order first) {
            return first.id;
        }
    }

    /** An interface of its own with the variables turned round: AWS takes them as they stand there. */
    public interface Turned<O, I> extends RequestHandler<I, O> {}

    public static final class TurnedOrders implements Turned<String, Order> {
        @Override
        public String handleRequest(Order order, Context context) {
            return order.id;
        }
    }

    public static final class TurnedSame implements Turned<String, String> {
        @Override
        public String handleRequest(String event, Context context) {
            return event;
        }
    }

    /** An interface of its own with one variable: AWS misses the second. */
    public interface ToText<I> extends RequestHandler<I, String> {}

    public static final class OrdersToText implements ToText<Order> {
        @Override
        public String handleRequest(Order order, Context context) {
            return order.id;
        }
    }

    /** An interface of its own that leaves none. */
    public interface OrderHandler extends RequestHandler<Order, String> {}

    public static final class PlainOrders implements OrderHandler {
        @Override
        public String handleRequest(Order order, Context context) {
            return order.id;
        }
    }

    /** The variables of superclass and interface share their names, and mean the other one. */
    public abstract static class Swapped<I, O> implements RequestHandler<O, I> {
        @Override
        public I handleRequest(O event, Context context) {
            return answer(event);
        }

        abstract I answer(O event);
    }

    public static final class SwappedOrders extends Swapped<String, Order> {
        @Override
        String answer(Order order) {
            return order.id;
        }
    }

    /** A superclass without its arguments. */
    @SuppressWarnings("rawtypes") // that is its point
    public static final class RawSwapped extends Swapped {
        @Override
        Object answer(Object event) {
            return "raw";
        }
    }

    public static final class Bounded<T extends Order> implements RequestHandler<T, String> {
        @Override
        public String handleRequest(T order, Context context) {
            return ((Order) order).id;
        }
    }

    @SuppressWarnings("ExtendsObject") // decides which bound comes first
    public static final class SecondBound<T extends Object & Serializable> implements RequestHandler<T, String> {
        @Override
        public String handleRequest(T event, Context context) {
            return ((Object) event).getClass().getName();
        }
    }

    public abstract static class Arrays<T> implements RequestHandler<T[], String> {
        @Override
        public String handleRequest(T[] events, Context context) {
            return first(events[0]);
        }

        abstract String first(T event);
    }

    public static final class OrderArrays extends Arrays<Order> {
        @Override
        String first(Order order) {
            return order.id;
        }
    }

    public abstract static class Answering<T> {
        public T answer(String event) {
            return make(event);
        }

        abstract T make(String event);
    }

    public static final class AnsweringOrders extends Answering<Order> {
        @Override
        Order make(String event) {
            Order order = new Order();
            order.id = event;
            return order;
        }
    }

    public static class Open<T> implements RequestHandler<T, String> {
        @Override
        public String handleRequest(T event, Context context) {
            return "";
        }
    }

    @SuppressWarnings("rawtypes") // that is its mistake
    public static final class Raw implements RequestHandler {
        @Override
        public Object handleRequest(Object event, Context context) {
            return event;
        }
    }
}
