// SPDX-License-Identifier: Apache-2.0
package dev.stoker.warmable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is refused at INIT, and with which words. What is served is in {@link AwsRuntimeTest}. */
class UserHandlersTest {
    private static final UserHandlers USER_HANDLERS = new UserHandlers(UserHandlersTest.class.getClassLoader());
    private static final String HERE = UserHandlersTest.class.getName() + "$";
    private static final String EXAMPLE = "com.acme.App::handleRequest or com.acme.App.";

    @Test
    void no_variable_is_refused() {
        assertThatThrownBy(() -> USER_HANDLERS.fromEnvironment(Map.of()))
                .isInstanceOf(RefusedHandlerException.class)
                .hasMessage("STOKER_HANDLER: must name the function's own handler, got nothing. Set it to what the"
                        + " function's handler was before Stoker, such as " + EXAMPLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t"})
    void a_blank_variable_is_refused(String name) {
        assertRefused(name, "STOKER_HANDLER: must name the function's own handler, got nothing.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"::", "::handle", "com.acme.App::"})
    void half_a_name_is_refused(String name) {
        assertRefused(
                name, "STOKER_HANDLER: must be Class::method or Class, got " + name + ". Write it like " + EXAMPLE);
    }

    @ParameterizedTest
    @CsvSource({
        "com.acme.App, com.acme.App",
        "com.acme.App::handleRequest, com.acme.App",
        "App:handle, App:handle",
        "com.acme.App.handle, com.acme.App.handle"
    })
    void a_class_that_is_not_there_is_refused(String name, String className) {
        assertThatThrownBy(() -> load(name))
                .isInstanceOf(RefusedHandlerException.class)
                .hasMessage("STOKER_HANDLER: its class must be in the function's package or one of its layers, got "
                        + name + ". Correct the name, with the package, or add the jar that holds " + className + ".")
                .hasCauseInstanceOf(ClassNotFoundException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dev.stoker.warmable.WarmableHandler",
                "dev.stoker.warmable.WarmableHandler::handleRequest",
                "dev.stoker.warmable.UserHandlersTest$OwnSubclass"
            })
    void stoker_itself_is_refused(String name) {
        assertRefused(
                name,
                "STOKER_HANDLER: must name the function's own handler, not the one that stands before it, got " + name
                        + ". Set it to what the function's handler was before Stoker; a subclass of WarmableHandler is"
                        + " the function's handler itself and needs no STOKER_HANDLER.");
    }

    @Test
    void a_class_that_is_no_handler_is_refused_without_a_method() {
        assertRefused(
                HERE + "Plain",
                "STOKER_HANDLER: a class without a method must implement RequestHandler or RequestStreamHandler, got "
                        + HERE + "Plain. Add the method, as in " + HERE + "Plain::handleRequest, or implement one of"
                        + " the two.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "hidden", "ofPackage", "twoEvents", "contextFirst", "outBeforeIn", "four"})
    void a_method_that_lambda_cannot_call_is_refused(String method) {
        assertRefused(
                HERE + "Plain::" + method,
                "STOKER_HANDLER: must name a public method with parameters that Lambda can give: none, or an event, an"
                        + " InputStream, an OutputStream or both streams, then perhaps a Context, got " + HERE
                        + "Plain::" + method + ". Correct the name or the method's parameters.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"AbstractHandler", "AbstractHandler::handleRequest", "InterfaceHandler", "AbstractHandler::other"
            })
    void an_abstract_class_is_refused(String name) {
        String className = name.contains("Interface") ? "InterfaceHandler" : "AbstractHandler";
        assertRefused(
                HERE + name,
                HERE + className + ": a handler's class must be public, with a public constructor without parameters,"
                        + " got an abstract one. Name a class that extends it.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PrivateConstructor", "NeedsDatabase", "NeedsDatabase::other", "Inner"})
    void a_class_without_a_public_constructor_without_parameters_is_refused(String name) {
        assertRefused(
                HERE + name,
                HERE + name.replace("::other", "") + ": a handler's class must be public, with a public constructor"
                        + " without parameters, got one without. Add it, or make an inner class static.");
    }

    @Test
    void a_class_that_is_not_public_is_refused() {
        assertRefused(
                "com.acme.OfPackage",
                "com.acme.OfPackage: a handler's class must be public, with a public constructor without parameters,"
                        + " got a class that is not public. Make it public.");
    }

    @Test
    void a_static_method_of_a_class_that_is_not_public_is_refused() {
        assertRefused(
                "com.acme.OfPackage::still",
                "STOKER_HANDLER: the class of the method must be public, got com.acme.OfPackage::still. Make"
                        + " com.acme.OfPackage public.");
    }

    @Test
    void a_request_handler_that_leaves_its_types_open_is_refused() {
        assertRefused(
                HERE + "Open",
                HERE + "Open: a RequestHandler's class must declare its input and output types, got one that leaves T"
                        + " open. Write them out, as in implements RequestHandler<Order, Receipt>; a lambda expression"
                        + " cannot.");
        assertRefused(HERE + "Raw", HERE + "Raw: a RequestHandler's class must declare its input and output types");
    }

    @Test
    void what_the_users_constructor_throws_is_thrown_as_it_is() {
        assertThatThrownBy(() -> load(HERE + "FailingConstructor"))
                .isExactlyInstanceOf(IOException.class)
                .hasMessage("no database")
                .hasCauseInstanceOf(IllegalStateException.class);
    }

    @Test
    void what_the_users_static_initializer_throws_is_reported_with_the_classs_name_as_by_aws() {
        assertThatThrownBy(() -> load(HERE + "FailingClass"))
                .isExactlyInstanceOf(ExceptionInInitializerError.class)
                .hasMessage("Error loading class " + HERE + "FailingClass")
                .satisfies(thrown -> assertThat(thrown.getSuppressed()[0].getCause())
                        .isExactlyInstanceOf(IllegalStateException.class)
                        .hasMessage("no configuration"));
    }

    @Test
    void a_class_is_made_once() {
        Counted.made = 0;
        load(HERE + "Counted::handleRequest");
        assertThat(Counted.made).isEqualTo(1);
    }

    @Test
    void a_handler_of_ones_own_making_can_stand_behind_stoker() {
        assertThat(WarmFunction.call(new OwnSubclass(), "{\"id\":\"7\"}")).isEqualTo("\"7 of orders\"");
        assertThat(WarmFunction.call(new OwnSubclass(), "{\"stoker\":{}}")).startsWith("{\"stoker\":{\"version\":1,");
    }

    @Test
    void a_lambda_expression_of_streams_can_stand_behind_stoker() {
        WarmableHandler handler = new WarmableHandler((event, output, context) -> event.transferTo(output));
        assertThat(WarmFunction.call(handler, "[1]")).isEqualTo("[1]");
    }

    @Test
    void a_lambda_expression_of_objects_is_refused_as_it_tells_no_types() {
        RequestHandler<String, String> lambda = (event, context) -> event;
        assertThatThrownBy(() -> new WarmableHandler(lambda))
                .isInstanceOf(RefusedHandlerException.class)
                .hasMessageContaining("must declare its input and output types");
    }

    private static void assertRefused(String name, String message) {
        assertThatThrownBy(() -> load(name))
                .isInstanceOf(RefusedHandlerException.class)
                .hasMessageStartingWith(message);
    }

    private static RequestStreamHandler load(String name) {
        return USER_HANDLERS.fromEnvironment(Map.of("STOKER_HANDLER", name));
    }

    public static final class OwnSubclass extends WarmableHandler {
        public OwnSubclass() {
            super(new NeedsDatabase("orders"));
        }
    }

    public static final class NeedsDatabase implements RequestHandler<UserCode.Order, String> {
        private final String database;

        public NeedsDatabase(String database) {
            this.database = database;
        }

        @Override
        public String handleRequest(UserCode.Order order, Context context) {
            return order.id + " of " + database;
        }

        public String other() {
            return database;
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

    public abstract static class AbstractHandler implements RequestHandler<String, String> {
        public String other() {
            return "";
        }
    }

    public interface InterfaceHandler extends RequestHandler<String, String> {}

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

    public static final class FailingConstructor implements RequestStreamHandler {
        public FailingConstructor() throws IOException {
            throw new IOException("no database", new IllegalStateException("closed"));
        }

        @Override
        public void handleRequest(InputStream event, OutputStream output, Context context) {}
    }

    public static final class FailingClass implements RequestStreamHandler {
        private static final int NUMBER = fail();

        private static int fail() {
            throw new IllegalStateException("no configuration");
        }

        @Override
        public void handleRequest(InputStream event, OutputStream output, Context context) throws IOException {
            output.write(NUMBER);
        }
    }

    public static final class Counted implements RequestStreamHandler {
        static int made;

        public Counted() {
            made++;
        }

        @Override
        public void handleRequest(InputStream event, OutputStream output, Context context) {}
    }
}
