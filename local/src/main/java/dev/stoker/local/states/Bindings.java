// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.states;

import dev.stoker.local.states.jsonata.JsonObject;

/**
 * What an expression sees: the variables, and {@code $states}.
 *
 * @param visit the state whose expression it is, for its error messages
 * @param scope the variables
 * @param states the value of {@code $states}
 */
record Bindings(Visit visit, Scope scope, JsonObject states) {

    /** The value of a variable, {@code states} among them, or null if it has none. */
    Object value(String name) {
        return name.equals("states") ? states : scope.value(name);
    }

    /** The same, with another member of {@code $states}: result or errorOutput. */
    Bindings with(String member, Object value) {
        return new Bindings(visit, scope, states.with(member, value));
    }

    /** An error with the wording of AWS: which state, entered at which event, and what went wrong. */
    StateFailed failed(String error, String what) {
        return new StateFailed(error, visit.describe() + " " + what);
    }
}
