// SPDX-License-Identifier: Apache-2.0
package dev.stoker.warmable;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;

/** A user's method that takes an object, a context, both or nothing. */
final class ObjectMethod implements RequestHandler<Object, Object> {
    private final Method method;
    private final Object instance;
    private final Signature signature;

    ObjectMethod(Method method, Object instance, Signature signature) {
        this.method = method;
        this.instance = instance;
        this.signature = signature;
    }

    @Override
    public Object handleRequest(Object event, Context context) {
        try {
            return method.invoke(instance, arguments(event, context));
        } catch (InvocationTargetException e) {
            throw Rethrown.causeOf(e);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e); // looked at in INIT
        }
    }

    private Object[] arguments(Object event, Context context) {
        if (signature.event()) {
            return signature.context() ? new Object[] {event, context} : new Object[] {event};
        }
        return signature.context() ? new Object[] {context} : new Object[0];
    }
}
