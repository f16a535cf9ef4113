// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.states.jsonata;

import static java.util.Objects.requireNonNull;

import com.dashjoin.jsonata.Jsonata;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Access to the few private fields of the JSONata library that are needed. */
final class Library {

    private static final Class<?> SYMBOL = symbolClass();
    private static final Field FUNCTION_NAME = field(Jsonata.JFunction.class, "functionName");
    private static final Field TREE = field(Jsonata.class, "ast");
    private static final Field ITEMS = field(SYMBOL, "expressions");
    private static final Field PAIRS = field(SYMBOL, "lhsObject");
    private static final Field VALUE = field(SYMBOL, "value");
    private static final Field TYPE = field(SYMBOL, "type");
    private static final Field ARGUMENTS = field(SYMBOL, "arguments");
    private static final Field THEN = field(SYMBOL, "then");
    private static final Field ELSE = field(SYMBOL, "_else");
    private static final List<Field> PARTS = parts();

    private Library() {}

    /** Whether a value is a lambda, which the library keeps as a node of the syntax tree. */
    static boolean isLambda(@Nullable Object value) {
        return SYMBOL.isInstance(value);
    }

    /** Sets the name of a function, which the library uses for partial application. */
    static void name(Jsonata.JFunction function, String name) {
        try {
            FUNCTION_NAME.set(function, name);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * The nodes of a program's syntax tree that the reference implementation evaluates in parallel: the items of an
     * array, the values of an object or of a grouping.
     */
    static Set<Object> parallelNodes(Jsonata program) {
        Set<Object> parallel = nodes();
        look(get(TREE, program), nodes(), node -> {
            if ("[".equals(String.valueOf(get(VALUE, node))) && get(ITEMS, node) instanceof Collection<?> items) {
                parallel.addAll(items);
            }
            if (get(PAIRS, node) instanceof Collection<?> pairs) {
                pairs.forEach(pair -> parallel.add(((Object[]) pair)[1]));
            }
        });
        return parallel;
    }

    /** The nodes that are arguments of calls; of the outermost call they do not count. */
    static Set<Object> argumentNodes(Jsonata program) {
        Set<Object> arguments = nodes();
        Object whole = get(TREE, program);
        look(whole, nodes(), node -> {
            if (node != whole && get(ARGUMENTS, node) instanceof Collection<?> given) {
                arguments.addAll(given);
            }
        });
        return arguments;
    }

    private static Set<Object> nodes() {
        return Collections.newSetFromMap(new IdentityHashMap<>());
    }

    /** The nodes whose value is that of the argument of a call: itself, the last part of a block, the branches of a condition. */
    static Set<Object> resultNodes(Jsonata call) {
        Set<Object> results = nodes();
        addResults(
                requireNonNull((List<?>) get(ARGUMENTS, get(TREE, call)), "arguments")
                        .get(0),
                results);
        return results;
    }

    private static void addResults(@Nullable Object node, Set<Object> results) {
        if (!isLambda(node) || !results.add(node)) {
            return;
        }
        if ("block".equals(get(TYPE, node)) && get(ITEMS, node) instanceof List<?> parts && !parts.isEmpty()) {
            addResults(parts.get(parts.size() - 1), results);
        }
        addResults(get(THEN, node), results);
        addResults(get(ELSE, node), results);
    }

    /** Shows all nodes of a tree to a visitor, each once. */
    private static void look(@Nullable Object part, Set<Object> seen, Consumer<Object> visitor) {
        if (part instanceof Collection<?> parts) {
            parts.forEach(each -> look(each, seen, visitor));
        } else if (part instanceof Object[] pair) {
            Arrays.asList(pair).forEach(each -> look(each, seen, visitor));
        } else if (isLambda(part) && seen.add(part)) {
            visitor.accept(part);
            PARTS.forEach(field -> look(get(field, part), seen, visitor));
        }
    }

    private static @Nullable Object get(Field field, @Nullable Object owner) {
        try {
            return field.get(owner);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Field> parts() {
        return Arrays.stream(SYMBOL.getDeclaredFields())
                .filter(field -> !field.getType().isPrimitive() && !field.isSynthetic())
                .peek(field -> field.setAccessible(true))
                .toList();
    }

    private static Class<?> symbolClass() {
        try {
            return Class.forName("com.dashjoin.jsonata.Parser$Symbol");
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("This code needs another version of the JSONata library", e);
        }
    }

    private static Field field(Class<?> owner, String name) {
        try {
            Field field = owner.getDeclaredField(name);
            field.setAccessible(true);
            return field;
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException("This code needs another version of the JSONata library", e);
        }
    }
}
