// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.functions;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.stoker.local.functions.Kinds.Order;
import java.io.IOError;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Functions that fail, in INIT or in an invocation. */
@SuppressWarnings("DoNotCallSuggester") // failing is their purpose
public final class Failing {
    public String checked(Order order) throws IOException {
        throw new IOException(
                "no such order \uD83D\uDE80 \uD83D \u0001\u007f\u2028 \"'<&=/\\ \t\b\n\r\f",
                new IllegalStateException("closed"));
    }

    public String unchecked(Order order) {
        IllegalStateException thrown = new IllegalStateException("no such order");
        thrown.addSuppressed(new IllegalArgumentException("and not closed"));
        throw thrown;
    }

    public String error(Order order) {
        throw new AssertionError("no such order");
    }

    public void stream(InputStream in, OutputStream out) throws IOException {
        out.write('1');
        throw new IOException("no such stream");
    }

    public String withoutMessage(Order order) {
        throw new UnsupportedOperationException();
    }

    /** After it AWS ends the runtime. */
    public String fatal(Order order) {
        throw new IOError(new IOException("disk"));
    }

    /** After it AWS ends the runtime. */
    public int endless(int event) {
        return event < 0 ? 0 : endless(Math.abs(event)) + 1;
    }

    /** Caused by itself, at one remove. */
    public String circular(Order order) {
        IllegalStateException first = new IllegalStateException("first");
        first.initCause(new IllegalStateException("second", first));
        throw first;
    }

    public String withoutTrace(Order order) {
        throw new WithoutTrace();
    }

    private static final class WithoutTrace extends RuntimeException {
        private static final long serialVersionUID = 1;

        WithoutTrace() {
            super("bare", null, false, false);
        }

        @Override
        public String getLocalizedMessage() {
            return "localized";
        }
    }

    public static final class OfObjects implements RequestHandler<Order, String> {
        @Override
        public String handleRequest(Order order, Context context) {
            throw new IllegalStateException(order.id, new IOException("closed"));
        }
    }

    public static final class OfStreams implements RequestStreamHandler {
        @Override
        public void handleRequest(InputStream event, OutputStream output, Context context) throws IOException {
            throw new IOException("no such stream");
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

    public static final class InConstructor implements RequestStreamHandler {
        public InConstructor() throws IOException {
            throw new IOException("no database", new IllegalStateException("closed"));
        }

        @Override
        public void handleRequest(InputStream event, OutputStream output, Context context) {}

        public String other(String event) {
            return event;
        }
    }

    public static final class InConstructorWithoutMessage implements RequestHandler<String, String> {
        public InConstructorWithoutMessage() {
            throw new UnsupportedOperationException();
        }

        @Override
        public String handleRequest(String event, Context context) {
            return event;
        }
    }

    public static final class InConstructorByError implements RequestHandler<String, String> {
        public InConstructorByError() {
            throw new AssertionError("no configuration");
        }

        @Override
        public String handleRequest(String event, Context context) {
            return event;
        }
    }

    public static final class InClass implements RequestStreamHandler {
        private static final int NUMBER = fail();

        private static int fail() {
            throw new IllegalStateException("no configuration");
        }

        @Override
        public void handleRequest(InputStream event, OutputStream output, Context context) throws IOException {
            output.write(NUMBER);
        }
    }

    public static final class InClassByError implements RequestStreamHandler {
        private static final int NUMBER = fail();

        private static int fail() {
            throw new NoSuchMethodError("com.acme.Old.method()");
        }

        @Override
        public void handleRequest(InputStream event, OutputStream output, Context context) throws IOException {
            output.write(NUMBER);
        }
    }

    public static final class InClassByMissingClass implements RequestStreamHandler {
        private static final int NUMBER = fail();

        private static int fail() {
            throw new NoClassDefFoundError("com/acme/Missing");
        }

        @Override
        public void handleRequest(InputStream event, OutputStream output, Context context) throws IOException {
            output.write(NUMBER);
        }
    }

    public static final class InClassOfAnother implements RequestStreamHandler {
        public InClassOfAnother() {
            new InClass();
        }

        @Override
        public void handleRequest(InputStream event, OutputStream output, Context context) {}
    }

    public abstract static class Abstract implements RequestHandler<String, String> {
        public String other() {
            return "";
        }
    }

    public interface AnInterface extends RequestHandler<String, String> {}

    static final class OfPackage implements RequestHandler<String, String> {
        @Override
        public String handleRequest(String event, Context context) {
            return event;
        }
    }

    public static final class NeedsDatabase implements RequestHandler<String, String> {
        private final String database;

        public NeedsDatabase(String database) {
            this.database = database;
        }

        @Override
        public String handleRequest(String event, Context context) {
            return database;
        }

        public String other() {
            return database;
        }
    }

    public static final class PrivateConstructor implements RequestHandler<String, String> {
        private PrivateConstructor() {}

        @Override
        public String handleRequest(String event, Context context) {
            return event;
        }
    }

    @SuppressWarnings("ClassCanBeStatic") // that is its mistake
    public final class Inner implements RequestHandler<String, String> {
        @Override
        public String handleRequest(String event, Context context) {
            return event;
        }
    }

    public static final class Plain {
        private void hidden() {}

        void ofPackage() {
            hidden();
        }

        public void twoEvents(String event, String other) {}

        public void contextFirst(Context context, String event) {}

        public void outBeforeIn(OutputStream out, InputStream in) {}

        public void four(InputStream in, OutputStream out, Context context, String more) {}
    }
}
