// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.states;

import java.util.HashMap;
import java.util.Map;

/**
 * The variables of an execution, or those of one iteration of a Map inside it, which sees the outer ones too.
 *
 * <p>An inner scope never assigns a name of an outer one: definitions that do are refused.
 */
final class Scope {

    private final Scope outer;
    private final Map<String, Object> variables = new HashMap<>();

    /** An empty scope; the outermost has no outer one. */
    Scope(Scope outer) {
        this.outer = outer;
    }

    /** A variable's value, or null if it has none. */
    Object value(String name) {
        Object own = variables.get(name);
        return own != null || outer == null ? own : outer.value(name);
    }

    void assign(Map<String, Object> values) {
        variables.putAll(values);
    }
}
