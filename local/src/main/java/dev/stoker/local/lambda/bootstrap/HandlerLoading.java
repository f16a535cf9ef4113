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
 * Loads the function's handler with AWS's Java runtime.
 *
 * <p>Its main method cannot be used: it needs a native poller, the folder /opt/java, and it ends the JVM. The methods
 * that it calls are private, so this class uses reflection; aws-lambda-java-runtime-interface-client 2.9.0.
 */
final class HandlerLoading {
    private HandlerLoading() {}

    /**
     * The handler, or one that answers every invocation with an error. As on AWS, a missing class fails the
     * invocations, and an exception of a constructor or static initializer fails INIT.
     *
     * @param loader the class loader of the function's classes, from which AWS's runtime also loads its event classes
     *     and the function's own serializer
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
            throw new IllegalStateException("AWS's runtime interface client must be version 2.9.0", e);
        }
    }
}
