// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.functions;

import com.amazonaws.services.lambda.runtime.Context;
import dev.stoker.local.functions.Kinds.Order;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Handlers that are one method: each signature, and methods of one name. */
public class Methods {
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

    public Void nullResult(Order order) {
        return null;
    }

    public int primitive(int event) {
        return event + 1;
    }

    public int[] array(long... events) {
        return new int[] {events.length};
    }

    public Map<String, List<Order>> generic(Map<String, List<Order>> orders) {
        orders.values().forEach(list -> list.forEach(order -> order.with("deep ")));
        return orders;
    }

    public <T extends Order> String ownVariable(T order) {
        return ((Order) order).id;
    }

    public <T> String ownVariableWithoutBound(T event) {
        return event.getClass().getName();
    }

    /** A subclass of a stream's class is an object to AWS. */
    public String specialStream(java.io.ByteArrayInputStream event) {
        return "unreadable";
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

    /** A static method needs no instance, so its class may be abstract. */
    public abstract static class Static {
        public static String handle(String event) {
            return event;
        }
    }

    /** Static methods of an interface, and of a class that inherits them. */
    public interface Interface {
        static String handle(String event) {
            return event;
        }

        default String inherited(String event) {
            return "default " + event;
        }
    }

    public static final class Implementation implements Interface {}
}
