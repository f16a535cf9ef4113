// SPDX-License-Identifier: Apache-2.0
package dev.stoker.warmable;

import com.amazonaws.services.lambda.runtime.Context;
import java.io.OutputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;

/**
 * A user's method that can be called.
 *
 * @param method one that Stoker may call
 * @param instance an instance of the user's class; null for a static method
 * @param signature of the method
 */
record UserMethod(Method method, Object instance, Signature signature) {
    /**
     * Calls the method with the arguments of its signature, and throws whatever it throws.
     *
     * @param event an {@link java.io.InputStream} or an object, depending on the signature
     */
    Object call(Object event, OutputStream output, Context context) {
        Object[] arguments = new Object[method.getParameterCount()];
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
