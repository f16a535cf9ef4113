// SPDX-License-Identifier: Apache-2.0
package dev.stoker.warmable;

import com.amazonaws.services.lambda.runtime.Context;
import java.lang.reflect.Method;
import java.util.Optional;

/**
 * Chooses one of several methods with the same name, as AWS's Java runtime does: no bridge method if there is another
 * one; then the method with the most parameters, where a {@link Context} at the end counts twice; then the first that
 * reflection lists.
 */
final class MethodChoice {
    private MethodChoice() {}

    /** Empty if no public method has this name and a signature that Lambda supports. */
    static Optional<Method> among(Class<?> handlerClass, String name) {
        Optional<Method> best = Optional.empty();
        for (Method method : handlerClass.getMethods()) {
            boolean servable =
                    method.getName().equals(name) && Signature.of(method).isPresent();
            if (servable && (best.isEmpty() || beats(method, best.get()))) {
                best = Optional.of(method);
            }
        }
        return best;
    }

    private static boolean beats(Method challenger, Method best) {
        if (challenger.isBridge() != best.isBridge()) {
            return best.isBridge();
        }
        return weight(challenger) > weight(best);
    }

    private static int weight(Method method) {
        Class<?>[] types = method.getParameterTypes();
        boolean endsWithContext = types.length > 0 && types[types.length - 1] == Context.class;
        return types.length + (endsWithContext ? 1 : 0);
    }
}
