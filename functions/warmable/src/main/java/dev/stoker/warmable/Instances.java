// SPDX-License-Identifier: Apache-2.0
package dev.stoker.warmable;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;

/** Creates the instance of the user's handler class. */
final class Instances {
    private Instances() {}

    /**
     * Calls its public constructor without parameters, and throws whatever the constructor throws.
     *
     * @throws RefusedHandlerException if the class is abstract or has no such constructor
     */
    static Object make(Class<?> handlerClass) {
        if (Modifier.isAbstract(handlerClass.getModifiers())) { // interfaces too
            throw RefusedHandlerException.of(rule(handlerClass), "an abstract one", "Name a class that extends it");
        }
        try {
            Constructor<?> constructor = handlerClass.getConstructor();
            return constructor.newInstance();
        } catch (NoSuchMethodException e) {
            throw refused(handlerClass, "one without", "Add it, or make an inner class static", e);
        } catch (IllegalAccessException e) {
            throw refused(handlerClass, "a class that is not public", "Make it public", e);
        } catch (InvocationTargetException | ExceptionInInitializerError e) {
            throw Rethrown.causeOf(e);
        } catch (InstantiationException e) {
            throw new IllegalStateException(e); // only for abstract classes, rejected above
        }
    }

    private static RuntimeException refused(Class<?> handlerClass, String got, String remedy, Exception cause) {
        return RefusedHandlerException.of(rule(handlerClass), got, remedy, cause);
    }

    private static String rule(Class<?> handlerClass) {
        return handlerClass.getName()
                + ": a handler's class must be public, with a public constructor without parameters";
    }
}
