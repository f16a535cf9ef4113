// SPDX-License-Identifier: Apache-2.0
package dev.stoker.warmable;

import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds the types that a class uses for the type variables of its superclasses and interfaces. */
final class TypeArguments {
    private TypeArguments() {}

    /**
     * The type with its variables replaced.
     *
     * @param type may contain type variables of {@code declarer}
     * @param seenFrom a subtype of {@code declarer}
     * @param declarer the class or interface that declares the variables
     * @return the type with the variables replaced; variables that {@code seenFrom} does not define stay
     */
    static Type resolve(Type type, Class<?> seenFrom, Class<?> declarer) {
        return resolve(type, seenFrom == declarer ? Map.of() : bindings(seenFrom, Map.of(), declarer));
    }

    /** The types of the variables of {@code declarer}, found in the superclasses and interfaces of {@code from}. */
    private static Map<TypeVariable<?>, Type> bindings(
            Class<?> from, Map<TypeVariable<?>, Type> known, Class<?> declarer) {
        Type parent = parentTowards(from, declarer);
        if (!(parent instanceof ParameterizedType generic)) {
            return parent == declarer ? Map.of() : bindings((Class<?>) parent, Map.of(), declarer);
        }
        Class<?> raw = (Class<?>) generic.getRawType();
        Type[] arguments = generic.getActualTypeArguments();
        Map<TypeVariable<?>, Type> bound = new HashMap<>();
        for (int i = 0; i < arguments.length; i++) {
            bound.put(raw.getTypeParameters()[i], resolve(arguments[i], known));
        }
        return raw == declarer ? bound : bindings(raw, bound, declarer);
    }

    /** One path to the declaring type. All paths give the same types in Java. */
    private static Type parentTowards(Class<?> from, Class<?> declarer) {
        Class<?> superclass = from.getSuperclass();
        if (superclass != null && declarer.isAssignableFrom(superclass)) {
            return from.getGenericSuperclass();
        }
        Class<?>[] interfaces = from.getInterfaces();
        for (int i = 0; i < interfaces.length; i++) {
            if (declarer.isAssignableFrom(interfaces[i])) {
                return from.getGenericInterfaces()[i];
            }
        }
        throw new IllegalArgumentException(from + " is no subtype of " + declarer);
    }

    private static Type resolve(Type type, Map<TypeVariable<?>, Type> known) {
        if (type instanceof TypeVariable<?> variable) {
            return known.getOrDefault(variable, variable);
        }
        if (type instanceof GenericArrayType array
                && resolve(array.getGenericComponentType(), known) instanceof Class<?> component) {
            return component.arrayType();
        }
        if (!(type instanceof ParameterizedType generic)) {
            return type;
        }
        Type[] arguments = generic.getActualTypeArguments();
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = resolve(arguments[i], known);
        }
        return new Resolved(generic.getRawType(), generic.getOwnerType(), List.of(arguments));
    }

    /**
     * A generic type without the class's variables. The names of its components are those of {@link ParameterizedType}.
     */
    private record Resolved(Type getRawType, Type getOwnerType, List<Type> arguments) implements ParameterizedType {
        @Override
        public Type[] getActualTypeArguments() {
            return arguments.toArray(new Type[0]);
        }
    }
}
