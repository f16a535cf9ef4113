// SPDX-License-Identifier: Apache-2.0
package dev.stoker.warmable;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Map;
import java.util.Optional;

/**
 * Creates the user's own handler from its name, as AWS's Java runtime does.
 *
 * <p>Source for the supported kinds and their priority: {@code EventHandlerLoader} in
 * aws-lambda-java-runtime-interface-client 2.9.0. If that runtime would answer every invocation with an error, this
 * class fails during INIT.
 *
 * @param loader the function's class loader, which finds the classes of its package and its layers
 */
record UserHandlers(ClassLoader loader) {
    private static final String VARIABLE = "STOKER_HANDLER";
    private static final String EXAMPLE = "com.acme.App::handleRequest or com.acme.App";

    /**
     * The handler that {@code STOKER_HANDLER} names.
     *
     * @throws RefusedHandlerException if there is none, or if it is not supported
     */
    RequestStreamHandler fromEnvironment(Map<String, String> environment) {
        String name = environment.get(VARIABLE);
        if (name == null || name.isBlank()) {
            throw RefusedHandlerException.of(
                    VARIABLE + ": must name the function's own handler",
                    "nothing",
                    "Set it to what the function's handler was before Stoker, such as " + EXAMPLE);
        }
        return named(name);
    }

    private RequestStreamHandler named(String name) {
        int colons = name.lastIndexOf("::");
        String className = colons < 0 ? name : name.substring(0, colons);
        String methodName = colons < 0 ? null : name.substring(colons + 2);
        if (className.isEmpty() || (methodName != null && methodName.isEmpty())) {
            throw RefusedHandlerException.of(
                    VARIABLE + ": must be Class::method or Class", name, "Write it like " + EXAMPLE);
        }
        Class<?> handlerClass = load(className, name);
        if (WarmableHandler.class.isAssignableFrom(handlerClass)) {
            throw RefusedHandlerException.of(
                    VARIABLE + ": must name the function's own handler, not the one that stands before it",
                    name,
                    "Set it to what the function's handler was before Stoker; a subclass of WarmableHandler is the"
                            + " function's handler itself and needs no " + VARIABLE);
        }
        return methodName == null ? ofClass(handlerClass, name) : ofMethod(handlerClass, methodName, name);
    }

    private Class<?> load(String className, String name) {
        try {
            return Class.forName(className, true, loader);
        } catch (ClassNotFoundException e) {
            throw RefusedHandlerException.of(
                    VARIABLE + ": its class must be in the function's package or one of its layers",
                    name,
                    "Correct the name, with the package, or add the jar that holds " + className,
                    e);
        } catch (LinkageError e) { // of a static initializer, too
            throw Rethrown.whileLoading(className, e);
        }
    }

    private RequestStreamHandler ofClass(Class<?> handlerClass, String name) {
        if (RequestStreamHandler.class.isAssignableFrom(handlerClass)) {
            return (RequestStreamHandler) Instances.make(handlerClass);
        }
        if (RequestHandler.class.isAssignableFrom(handlerClass)) {
            return ofObjects((RequestHandler<?, ?>) Instances.make(handlerClass));
        }
        throw RefusedHandlerException.of(
                VARIABLE + ": a class without a method must implement RequestHandler or RequestStreamHandler",
                name,
                "Add the method, as in " + handlerClass.getName() + "::handleRequest, or implement one of the two");
    }

    /**
     * For a handler whose class declares its types.
     *
     * @throws RuntimeException if it does not declare them
     */
    RequestStreamHandler ofObjects(RequestHandler<?, ?> handler) {
        return ObjectHandler.of(handler, loader);
    }

    private RequestStreamHandler ofMethod(Class<?> handlerClass, String methodName, String name) {
        // No lambda expression: the first one adds milliseconds to a cold start.
        Optional<Method> chosen = MethodChoice.among(handlerClass, methodName);
        if (chosen.isEmpty()) {
            throw RefusedHandlerException.of(
                    VARIABLE + ": must name a public method with parameters that Lambda can give: none, or an event, an"
                            + " InputStream, an OutputStream or both streams, then perhaps a Context",
                    name,
                    "Correct the name or the method's parameters");
        }
        Method method = chosen.get();
        Object instance = Modifier.isStatic(method.getModifiers()) ? null : Instances.make(handlerClass);
        if (!method.canAccess(instance)) {
            throw RefusedHandlerException.of(
                    VARIABLE + ": the class of the method must be public",
                    name,
                    "Make " + method.getDeclaringClass().getName() + " public");
        }
        Signature signature = Signature.of(method).orElseThrow();
        UserMethod userMethod = new UserMethod(method, instance, signature);
        return signature.takesStream() ? new StreamMethod(userMethod) : ObjectHandler.of(userMethod, loader);
    }
}
