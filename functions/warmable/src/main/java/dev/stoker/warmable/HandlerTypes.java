// SPDX-License-Identifier: Apache-2.0
package dev.stoker.warmable;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Finds the type arguments that a class gives {@link RequestHandler}, exactly as AWS's Java runtime does.
 *
 * <p>It searches superclasses and interfaces level by level, interfaces first. The first generic interface that extends
 * {@link RequestHandler} decides, even if it is the user's own and has its type parameters in another order. A type variable
 * is replaced, by its name, only if it is a type argument itself and not inside another type such as {@code List<T>}. A
 * better search would read the events of some functions differently than AWS's runtime does.
 *
 * <p>Source: {@code EventHandlerLoader.findInterfaceParameters} in aws-lambda-java-runtime-interface-client 2.9.0.
 */
final class HandlerTypes {
    private static final Type[] NONE = {};

    private final Deque<Seen> toSearch = new ArrayDeque<>();

    private HandlerTypes() {}

    /** The type arguments that decide; empty if none is found. */
    static Type[] of(Class<?> handlerClass) {
        return new HandlerTypes().search(handlerClass);
    }

    private Type[] search(Class<?> handlerClass) {
        toSearch.add(new Seen(handlerClass, NONE));
        while (!toSearch.isEmpty()) {
            Seen seen = toSearch.remove();
            for (Type type : seen.type.getGenericInterfaces()) {
                Seen above = seen.above(type);
                if (type instanceof ParameterizedType && RequestHandler.class.isAssignableFrom(above.type)) {
                    return above.arguments;
                }
                toSearch.add(above);
            }
            Type superclass = seen.type.getGenericSuperclass();
            if (superclass != null) {
                toSearch.add(seen.above(superclass));
            }
        }
        return NONE;
    }

    /** A class or interface in the search. */
    private static final class Seen {
        private final Class<?> type;

        /** The type arguments of the class; empty if they are unknown. */
        private final Type[] arguments;

        Seen(Class<?> type, Type[] arguments) {
            this.type = type;
            this.arguments = arguments;
        }

        Seen above(Type parent) {
            if (parent instanceof ParameterizedType generic) {
                return new Seen((Class<?>) generic.getRawType(), replaceIn(generic.getActualTypeArguments()));
            }
            Class<?> raw = (Class<?>) parent;
            TypeVariable<?>[] own = raw.getTypeParameters();
            return new Seen(raw, arguments.length == 0 ? NONE : replaceIn(own));
        }

        private Type[] replaceIn(Type[] types) {
            Type[] replaced = new Type[types.length];
            for (int i = 0; i < types.length; i++) {
                replaced[i] = types[i] instanceof TypeVariable<?> variable ? replacement(variable) : types[i];
            }
            return replaced;
        }

        private Type replacement(TypeVariable<?> variable) {
            TypeVariable<?>[] known = type.getTypeParameters();
            for (int i = 0; i < known.length; i++) {
                if (known[i].getName().equals(variable.getName())) {
                    return arguments.length == 0 ? known[i] : arguments[i];
                }
            }
            return variable;
        }
    }
}
