// SPDX-License-Identifier: Apache-2.0
package dev.stoker.warmable;

import com.amazonaws.services.lambda.runtime.api.client.AWSLambda;
import com.amazonaws.services.lambda.runtime.api.client.EventHandlerLoader;
import com.amazonaws.services.lambda.runtime.api.client.HandlerInfo;
import com.amazonaws.services.lambda.runtime.api.client.LambdaRequestHandler;
import com.amazonaws.services.lambda.runtime.api.client.runtimeapi.dto.InvocationRequest;
import java.lang.reflect.Field;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * AWS's own Java runtime, without its loop and its network: it loads a handler by name and calls it, as on Lambda.
 *
 * <p>Its class loader for the function's code lies in a static field that only its main method sets.
 */
final class AwsRuntime {
    private static final String ARN = "arn:aws:lambda:us-east-1:123456789012:function:orders";

    private AwsRuntime() {}

    /** What the runtime sends back, or the report of what was thrown; what is not there is null, as in its report. */
    record Outcome(
            @Nullable String response,
            @Nullable Class<?> thrown,
            @Nullable String message,
            @Nullable Class<?> cause,
            @Nullable String causeMessage) {}

    /** Serves an event with a handler, both as Lambda would. */
    static Outcome serve(String handler, String event, @Nullable String clientContext) {
        try {
            setClassLoader();
            ClassLoader loader = AwsRuntime.class.getClassLoader();
            LambdaRequestHandler loaded = EventHandlerLoader.loadEventHandler(HandlerInfo.fromString(handler, loader));
            byte[] response = loaded.call(request(event, clientContext)).toByteArray();
            return new Outcome(new String(response, StandardCharsets.UTF_8), null, null, null, null);
        } catch (Throwable e) {
            Throwable cause = e.getCause();
            return new Outcome(
                    null,
                    e.getClass(),
                    e.getMessage(),
                    cause == null ? null : cause.getClass(),
                    cause == null ? null : cause.getMessage());
        }
    }

    /** The same, with Stoker before the handler. */
    static Outcome serveWarmable(String handler, String event, @Nullable String clientContext) {
        Warmable.name = handler;
        return serve(Warmable.class.getName() + "::handleRequest", event, clientContext);
    }

    /** Reads the name of the user's handler from here: a test cannot set environment variables. */
    public static final class Warmable extends WarmableHandler {
        private static String name = "";

        public Warmable() {
            super(new UserHandlers(AwsRuntime.class.getClassLoader()).fromEnvironment(Map.of("STOKER_HANDLER", name)));
        }
    }

    private static InvocationRequest request(String event, @Nullable String clientContext) {
        InvocationRequest request = new InvocationRequest();
        request.setId("8476a536-e9f4-11e8-9739-2dfe598c3fcd");
        request.setInvokedFunctionArn(ARN);
        request.setDeadlineTimeInMs(System.currentTimeMillis() + 60_000);
        request.setClientContext(clientContext);
        request.setContent(event.getBytes(StandardCharsets.UTF_8));
        return request;
    }

    private static void setClassLoader() throws ReflectiveOperationException {
        Field field = AWSLambda.class.getDeclaredField("customerClassLoader");
        field.setAccessible(true);
        if (field.get(null) == null) {
            field.set(null, new URLClassLoader(new URL[0], AwsRuntime.class.getClassLoader()));
        }
    }
}
