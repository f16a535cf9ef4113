// SPDX-License-Identifier: Apache-2.0
package dev.stoker.warmable;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What an environment does before its first hold so that its first user need not wait for it: a method that
 * {@code STOKER_PRIME} names, else the user's handler with the priming event.
 *
 * <p>It runs in a thread of its own, because a thread that hangs can be left behind: an invocation that times out would
 * cost the environment.
 */
final class Priming implements Runnable {
    private static final String VARIABLE = "STOKER_PRIME";
    private static final String EXAMPLE = "com.acme.App::prime";

    private final String methodName;
    private final String event;
    private final RequestStreamHandler userHandler;
    private final Context context;
    private @Nullable String failure;

    /**
     * Priming that has not begun.
     *
     * @param methodName {@code Class::method}; empty to use the event
     * @param event the JSON for the user's handler
     */
    Priming(String methodName, String event, RequestStreamHandler userHandler, Context context) {
        this.methodName = methodName;
        this.event = event;
        this.userHandler = userHandler;
        this.context = context;
    }

    /**
     * Runs it. Never throws; what went wrong stands on stderr.
     *
     * @param limitMillis after so long it is given up, above 0
     * @return whether it has succeeded
     */
    boolean succeedsWithin(long limitMillis) {
        Thread thread = new Thread(this, "stoker-prime");
        thread.setDaemon(true);
        thread.start();
        try {
            thread.join(limitMillis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (thread.isAlive()) {
            thread.interrupt();
            return reportFailure("has not ended within " + limitMillis + " ms and was given up.");
        }
        return failure == null || reportFailure("failed: " + failure);
    }

    private boolean reportFailure(String outcome) {
        System.err.println("Priming by " + (methodName.isEmpty() ? "the priming event" : VARIABLE) + " " + outcome);
        return false;
    }

    /** Whatever the user's code throws must not end an invocation. */
    @Override
    public void run() {
        try {
            if (methodName.isEmpty()) {
                userHandler.handleRequest(
                        new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)),
                        OutputStream.nullOutputStream(),
                        context);
            } else {
                callMethod();
            }
        } catch (InvocationTargetException e) {
            failure = inOneLine(Objects.requireNonNullElse(e.getCause(), e));
        } catch (Throwable e) {
            failure = inOneLine(e);
        }
    }

    /** The function's own code writes the text of its failures, and this may fail, too. */
    private static String inOneLine(Throwable failure) {
        try {
            return failure.toString().replaceAll("\\s+", " ");
        } catch (Throwable e) {
            return failure.getClass().getName();
        }
    }

    private void callMethod() throws IOException, ReflectiveOperationException {
        int colons = methodName.lastIndexOf("::");
        if (colons <= 0) {
            throw RefusedHandlerException.of(
                    VARIABLE + ": must be Class::method", methodName, "Write it like " + EXAMPLE);
        }
        Class<?> owner = Class.forName(methodName.substring(0, colons), true, WarmableHandler.USER_HANDLERS.loader());
        Method method = owner.getMethod(methodName.substring(colons + 2));
        method.invoke(Modifier.isStatic(method.getModifiers()) ? null : Instances.make(owner));
    }
}
