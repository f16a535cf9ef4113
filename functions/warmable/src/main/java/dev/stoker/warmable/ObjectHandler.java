// SPDX-License-Identifier: Apache-2.0
package dev.stoker.warmable;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;

/**
 * Calls a user's handler of objects: reads the event from a stream, calls the handler and writes its result, as AWS's
 * runtime does.
 */
final class ObjectHandler implements RequestStreamHandler {
    /** The answer of a handler without a result. */
    static final byte[] NULL = {'n', 'u', 'l', 'l'};

    private final RequestHandler<Object, Object> handler;
    private final JsonType input;
    private final JsonType output;

    /** {@code input} and {@code output} are null if the handler has no input or no result. */
    private ObjectHandler(RequestHandler<Object, Object> handler, JsonType input, JsonType output) {
        this.handler = handler;
        this.input = input;
        this.output = output;
    }

    /**
     * For a handler whose class declares its types.
     *
     * @throws RuntimeException if it does not declare them
     */
    @SuppressWarnings("unchecked") // its types are found by reflection, and JSON is read as them
    static RequestStreamHandler of(RequestHandler<?, ?> handler) {
        Class<?> handlerClass = handler.getClass();
        requireTypes(handlerClass);
        return new ObjectHandler(
                (RequestHandler<Object, Object>) handler,
                JsonType.of(typeArgument(handlerClass, 0)),
                outputType(typeArgument(handlerClass, 1)));
    }

    /** For a method, whose signature declares its types. */
    static RequestStreamHandler of(UserMethod user, Class<?> handlerClass) {
        Method method = user.method();
        Class<?> declarer = method.getDeclaringClass();
        JsonType input = user.signature().event()
                ? JsonType.of(TypeArguments.resolve(method.getGenericParameterTypes()[0], handlerClass, declarer))
                : null;
        Type result = TypeArguments.resolve(method.getGenericReturnType(), handlerClass, declarer);
        return new ObjectHandler(new ObjectMethod(user), input, outputType(result));
    }

    /** AWS's runtime also rejects a type variable without a bound, because it does not say what to read. */
    private static void requireTypes(Class<?> handlerClass) {
        for (int i = 0; i < 2; i++) {
            Type type = typeArgument(handlerClass, i);
            if (type instanceof TypeVariable<?> variable && variable.getBounds()[0] == Object.class) {
                throw RefusedHandlerException.of(
                        handlerClass.getName() + ": a RequestHandler's class must tell its input and output types",
                        "one that leaves " + type + " open",
                        "Write them out, as in implements RequestHandler<Order, Receipt>; a lambda expression cannot");
            }
        }
    }

    private static Type typeArgument(Class<?> handlerClass, int index) {
        return TypeArguments.resolve(
                RequestHandler.class.getTypeParameters()[index], handlerClass, RequestHandler.class);
    }

    private static JsonType outputType(Type type) {
        return type == void.class || type == Void.class ? null : JsonType.of(type);
    }

    @Override
    public void handleRequest(InputStream event, OutputStream out, Context context) throws IOException {
        Object result = handler.handleRequest(input == null ? null : read(event, context), context);
        if (output == null) {
            out.write(NULL);
        } else {
            write(result, out, context);
        }
    }

    /** Fails with the same message as AWS's runtime, so that Lambda reports the same error as without Stoker. */
    private Object read(InputStream event, Context context) {
        try {
            return input.serializer(context).fromJson(event);
        } catch (Throwable e) {
            throw new RuntimeException("An error occurred during JSON parsing", e);
        }
    }

    private void write(Object result, OutputStream out, Context context) {
        try {
            output.serializer(context).toJson(result, out);
        } catch (Throwable e) {
            throw new RuntimeException("An error occurred during JSON serialization of response", e);
        }
    }
}
