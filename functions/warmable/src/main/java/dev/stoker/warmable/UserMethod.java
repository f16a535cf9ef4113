// SPDX-License-Identifier: Apache-2.0
package dev.stoker.warmable;

import com.amazonaws.services.lambda.runtime.Context;
import java.io.OutputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;

/**
 * A method of the user's, ready to be called.
 *
 * @param method one that Stoker may call
 * @param instance of the user's class; null for a static method
 * @param signature of the method
 */
record UserMethod(Method method, Object instance, Signature signature) {
    /**
     * Calls it with what it takes; throws on, as it is, what it throws.
     *
     * @param event an {@link java.io.InputStream} or an object, as the signature says
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
            throw new IllegalStateException(e); // looked at in INIT
        }
    }
}
