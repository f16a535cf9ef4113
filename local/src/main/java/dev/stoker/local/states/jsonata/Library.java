// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.states.jsonata;

import com.dashjoin.jsonata.Jsonata;
import java.lang.reflect.Field;

/** The few fields of the JSONata library that are not public and that we cannot do without. */
final class Library {

    private static final Class<?> SYMBOL = lambdaClass();
    private static final Field FUNCTION_NAME = field(Jsonata.JFunction.class, "functionName");

    private Library() {}

    /** Whether a value is a lambda, which the library keeps as a node of the syntax tree. */
    static boolean isLambda(Object value) {
        return SYMBOL.isInstance(value);
    }

    /** Tells a function its name: the library calls it by that when it is partially applied. */
    static void name(Jsonata.JFunction function, String name) {
        try {
            FUNCTION_NAME.set(function, name);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Class<?> lambdaClass() {
        try {
            return Class.forName("com.dashjoin.jsonata.Parser$Symbol");
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("the JSONata library is another than the one this was written for", e);
        }
    }

    private static Field field(Class<?> owner, String name) {
        try {
            Field field = owner.getDeclaredField(name);
            field.setAccessible(true);
            return field;
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException("the JSONata library is another than the one this was written for", e);
        }
    }
}
