// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.states.jsonata;

import dev.stoker.local.states.jsonata.Json.JsonArray;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/**
 * The empty arrays that contain undefined during an evaluation. JSONata 2.0.6 and the library add it to an empty array
 * that is grouped, even if the array belongs to a variable.
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
