// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.states.jsonata;

import dev.stoker.local.states.jsonata.Json.JsonArray;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/**
 * Which empty arrays hold something undefined while an evaluation lasts. JSONata 2.0.6 puts it into an empty array that
 * is grouped, even where the array belongs to a variable, and so does the library.
 */
final class Undefined {

    private static final ThreadLocal<Set<JsonArray>> ARRAYS =
            ThreadLocal.withInitial(() -> Collections.newSetFromMap(new IdentityHashMap<>()));

    private Undefined() {}

    static boolean add(JsonArray array) {
        return ARRAYS.get().add(array);
    }

    static boolean isIn(JsonArray array) {
        return ARRAYS.get().contains(array);
    }

    /** Ends the evaluation of this thread. */
    static void forget() {
        ARRAYS.get().clear();
    }
}
