// SPDX-License-Identifier: Apache-2.0
package dev.stoker.reference;

import dev.stoker.local.states.jsonata.Json;
import org.jspecify.annotations.Nullable;

/**
 * What an evaluation gives: a value, nothing at all, or an error.
 *
 * @param value null if it is undefined or an error
 * @param error JSONata's code, or the code and its sentence; null if there is none
 */
record Outcome(@Nullable Object value, @Nullable String error) {

    static final Outcome UNDEFINED = new Outcome(null, null);

    /** A value as JSON has it, in which 7 is 7 whether Java calls it an int or a long; null is undefined. */
    static Outcome of(@Nullable Object value) {
        try {
            return new Outcome(value == null ? null : Json.parse(Json.text(value)), null);
        } catch (Json.MalformedJson e) {
            throw new IllegalStateException("what was written as JSON is none: " + value, e);
        }
    }

    static Outcome failed(String error) {
        return new Outcome(null, error);
    }

    boolean isError() {
        return error != null;
    }

    @Override
    public String toString() {
        return isError() ? "the error " + error : value == null ? "undefined" : Json.text(value);
    }
}
