// SPDX-License-Identifier: Apache-2.0
package dev.stoker.warmable;

import com.amazonaws.services.lambda.runtime.Context;
import java.io.OutputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/**
 * A user's method that can be called.
 *
 * @param method one that Stoker may call
 * @param instance an instance of the user's class; null for a static method, as {@link Method#invoke} takes it
 * @param signature of the method
 */
record UserMethod(Method method, @Nullable Object instance, Signature signature) {
    /**
     * Calls the method with the arguments of its signature, and throws whatever it throws.
     *
     * @param event an {@link java.io.InputStream} or an object, depending on the signature; null where the JSON was null
     * @param output null for a method without a stream
     * @return null where the method has no result, or gives null
     */
    @Nullable
    Object call(@Nullable Object event, @Nullable OutputStream output, Context context) {
        @Nullable Object[] arguments = new @Nullable Object[method.getParameterCount()];
        int next = 0;
        if (signature.input() || signature.event()) {
            arguments[next++] = event;
        }
        if (signature.output()) {
            arguments[next++] = output;
        }
        if (signature.context()) {
            arguments[next] = context;
        }
        try {
            return method.invoke(instance, arguments);
        } catch (InvocationTargetException e) {
            throw Rethrown.causeOf(e);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e); // checked in INIT
        }
    }
}
