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
import java.util.Optional;

/**
 * Calls a user's handler of objects: reads the event from a stream, calls the handler and writes its result, as AWS's
 * runtime does.
 */
final class ObjectHandler implements RequestStreamHandler {
    /** The answer of a handler without a result. */
    static final byte[] NULL = {'n', 'u', 'l', 'l'};

    private final RequestHandler<Object, Object> handler;
    private final Optional<JsonType> input;
    private final Optional<JsonType> output;

    /** {@code input} and {@code output} are empty if the handler has no input or no result. */
    private ObjectHandler(RequestHandler<Object, Object> handler, Optional<JsonType> input, Optional<JsonType> output) {
        this.handler = handler;
        this.input = input;
        this.output = output;
    }

    /**
     * For a handler whose class declares its types.
     *
     * @param loader the function's class loader
     * @throws RuntimeException if it does not declare them
     */
    @SuppressWarnings("unchecked") // its types are found by reflection, and JSON is read as them
    static RequestStreamHandler of(RequestHandler<?, ?> handler, ClassLoader loader) {
        Type[] types = requiredTypes(handler.getClass());
        return of((RequestHandler<Object, Object>) handler, Optional.of(types[0]), types[1], loader);
    }

    /**
     * For a method, whose signature declares its types. AWS's runtime does not resolve type variables there: a method that
     * takes {@code T} gets what Jackson reads without a type, a {@code LinkedHashMap}.
     */
    static RequestStreamHandler of(UserMethod user, ClassLoader loader) {
        Method method = user.method();
        Optional<Type> input =
                user.signature().event() ? Optional.of(method.getGenericParameterTypes()[0]) : Optional.empty();
        return of(new ObjectMethod(user), input, method.getGenericReturnType(), loader);
    }

    private static RequestStreamHandler of(
            RequestHandler<Object, Object> handler, Optional<Type> input, Type output, ClassLoader loader) {
        Optional<JsonType> read = input.isPresent() ? Optional.of(JsonType.of(input.get(), loader)) : Optional.empty();
        if (output == void.class || output == Void.class) {
            return new ObjectHandler(handler, read, Optional.empty());
        }
        boolean same = input.isPresent() && output.equals(input.get());
        return new ObjectHandler(handler, read, same ? read : Optional.of(JsonType.of(output, loader)));
    }

    private static Type[] requiredTypes(Class<?> handlerClass) {
        Type[] types = HandlerTypes.of(handlerClass);
        if (types.length == 0) {
            throw refused(handlerClass, "one that leaves them out");
        }
        if (types.length != 2) {
            throw refused(handlerClass, "an interface between with " + types.length + " of them");
        }
        for (Type type : types) {
            if (type instanceof TypeVariable<?> variable && isWithoutBound(variable)) {
                throw refused(handlerClass, "one that leaves " + type + " open");
            }
        }
        return types;
    }

    /** Such a type does not say what to read. */
    private static boolean isWithoutBound(TypeVariable<?> variable) {
        for (Type bound : variable.getBounds()) {
            if (bound != Object.class) {
                return false;
            }
        }
        return true;
    }

    private static RuntimeException refused(Class<?> handlerClass, String got) {
        return RefusedHandlerException.of(
                handlerClass.getName() + ": a RequestHandler's class must declare its input and output types",
                got,
                "Write them out, as in implements RequestHandler<Order, Receipt>; a lambda expression cannot");
    }

    @Override
    public void handleRequest(InputStream event, OutputStream out, Context context) throws IOException {
        Object result = handler.handleRequest(input.isEmpty() ? null : read(input.get(), event, context), context);
        if (output.isEmpty()) {
            out.write(NULL);
        } else {
            write(output.get(), result, out, context);
        }
    }

    /** Fails with the same message as AWS's runtime, so that Lambda reports the same error as without Stoker. */
    private static Object read(JsonType input, InputStream event, Context context) {
        try {
            return input.serializer(context).fromJson(event);
        } catch (Throwable e) {
            throw new RuntimeException("An error occurred during JSON parsing", e);
        }
    }

    private static void write(JsonType output, Object result, OutputStream out, Context context) {
        try {
            output.serializer(context).toJson(result, out);
        } catch (Throwable e) {
            throw new RuntimeException("An error occurred during JSON serialization of response", e);
        }
    }
}
