// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.lambda.bootstrap;

import com.amazonaws.services.lambda.runtime.api.client.EventHandlerLoader;
import com.amazonaws.services.lambda.runtime.api.client.HandlerInfo;
import com.amazonaws.services.lambda.runtime.api.client.LambdaRequestHandler;
import com.amazonaws.services.lambda.runtime.api.client.LambdaRequestHandler.UserFaultHandler;
import com.amazonaws.services.lambda.runtime.api.client.UserFault;

/**
 * Loads the function's handler as AWS's Java runtime does.
 *
 * <p>Source for which errors end INIT and which fail each invocation: {@code AWSLambda.findRequestHandler} in
 * aws-lambda-java-runtime-interface-client 2.9.0. A missing class fails the invocations; an exception of a constructor
 * or static initializer fails INIT.
 */
final class HandlerLoading {
    private HandlerLoading() {}

    /**
     * The handler, or one that answers every invocation with an error.
     *
     * @throws UserFault if INIT fails
     */
    static LambdaRequestHandler load(String name, ClassLoader loader) {
        LambdaRequestHandler handler = find(name, loader);
        if (handler instanceof UserFaultHandler failing && failing.fault.fatal) {
            throw failing.fault;
        }
        return handler;
    }

    private static LambdaRequestHandler find(String name, ClassLoader loader) {
        HandlerInfo info;
        try {
            info = HandlerInfo.fromString(name, loader);
        } catch (HandlerInfo.InvalidHandlerException e) {
            return new UserFaultHandler(UserFault.makeUserFault("Invalid handler: `" + name + "'"));
        } catch (ClassNotFoundException e) {
            return LambdaRequestHandler.classNotFound(e, HandlerInfo.className(name));
        } catch (NoClassDefFoundError e) {
            return LambdaRequestHandler.initErrorHandler(e, HandlerInfo.className(name));
        } catch (Throwable e) {
            throw initFault(e, HandlerInfo.className(name));
        }
        return EventHandlerLoader.loadEventHandler(info);
    }

    private static UserFault initFault(Throwable thrown, String className) {
        String message = thrown.getMessage() == null ? "" : ": " + thrown.getMessage();
        return new UserFault(
                "Error loading class " + className + message,
                thrown.getClass().getName(),
                UserFault.trace(thrown),
                true);
    }
}
