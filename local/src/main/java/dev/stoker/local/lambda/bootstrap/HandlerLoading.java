// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.lambda.bootstrap;

import com.amazonaws.services.lambda.runtime.api.client.AWSLambda;
import com.amazonaws.services.lambda.runtime.api.client.LambdaRequestHandler;
import com.amazonaws.services.lambda.runtime.api.client.UserFault;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URLClassLoader;

/**
 * Has AWS's Java runtime load the function's handler.
 *
 * <p>Its main method cannot be used: it needs a native poller, the folder /opt/java, and it ends the JVM. What that method
 * calls is private in AWS's class, so reflection is used; aws-lambda-java-runtime-interface-client 2.9.0.
 */
final class HandlerLoading {
    private HandlerLoading() {}

    /**
     * The handler, or one that answers every invocation with an error. Which failure ends INIT and which only every
     * invocation is AWS's choice: a class that is missing fails the invocations, a constructor or static initialiser that
     * throws fails INIT.
     *
     * @param loader sees the function's classes; AWS's runtime takes the classes of its events and the function's own
     *     serializer from it
     * @throws UserFault if INIT fails
     */
    static LambdaRequestHandler load(String name, URLClassLoader loader) {
        try {
            Field customerClassLoader = AWSLambda.class.getDeclaredField("customerClassLoader");
            customerClassLoader.setAccessible(true);
            customerClassLoader.set(null, loader);
            Method find = AWSLambda.class.getDeclaredMethod("findRequestHandler", String.class, ClassLoader.class);
            find.setAccessible(true);
            return (LambdaRequestHandler) find.invoke(null, name, loader);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof UserFault fault) {
                throw fault;
            }
            if (e.getCause() instanceof Error error) { // also how a function's exit ends an environment in this JVM
                throw error;
            }
            throw new IllegalStateException(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("AWS's runtime interface client is of another version than 2.9.0", e);
        }
    }
}
