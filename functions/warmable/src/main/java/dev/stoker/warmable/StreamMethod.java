// SPDX-License-Identifier: Apache-2.0
package dev.stoker.warmable;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;

/** A user's method that takes one or both streams. Its result, if any, is passed over, as AWS's Java runtime does. */
final class StreamMethod implements RequestStreamHandler {
    private final Method method;
    private final Object instance;
    private final Signature signature;

    StreamMethod(Method method, Object instance, Signature signature) {
        this.method = method;
        this.instance = instance;
        this.signature = signature;
    }

    @Override
    public void handleRequest(InputStream event, OutputStream output, Context context) throws IOException {
        try {
            method.invoke(instance, arguments(event, output, context));
        } catch (InvocationTargetException e) {
            throw Rethrown.causeOf(e);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e); // looked at in INIT
        }
        if (!signature.output()) {
            output.write(ObjectHandler.NULL);
        }
    }

    private Object[] arguments(InputStream event, OutputStream output, Context context) {
        Object[] arguments = new Object[method.getParameterCount()];
        int next = 0;
        if (signature.input()) {
            arguments[next++] = event;
        }
        if (signature.output()) {
            arguments[next++] = output;
        }
        if (signature.context()) {
            arguments[next] = context;
        }
        return arguments;
    }
}
