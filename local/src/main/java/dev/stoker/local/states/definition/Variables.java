// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.states.definition;

import dev.stoker.local.states.jsonata.JsonObject;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The names of variables in a definition. */
final class Variables {

    /** Source: Step Functions developer guide, "Passing data between states with variables", limits. */
    private static final int MOST_NAME_LENGTH = 80;

    private Variables() {}

    static boolean isName(String name) {
        return !name.isEmpty()
                && name.length() <= MOST_NAME_LENGTH
                && !name.equals("states")
                && (name.charAt(0) == '_' || Character.isUnicodeIdentifierStart(name.charAt(0)))
                && name.chars().allMatch(c -> c == '_' || Character.isUnicodeIdentifierPart(c));
    }

    /**
     * The names of variables that the other states of a graph assign, including Choice rules and Catches, but not the states of
     * iterations and branches. The state itself does not count: it assigns after its iterations or branches have ended. Source:
     * recorded on AWS, a branch and the Catch of its Parallel may assign the same name.
     */
    static Set<String> assignedBeside(String state, JsonObject states) {
        Set<String> names = new HashSet<>();
        states.forEach((name, each) -> {
            if (!name.equals(state)) {
                collect(each, names);
                if (each instanceof JsonObject object) {
                    collectAll(object.get("Choices"), names);
                    collectAll(object.get("Catch"), names);
                }
            }
        });
        return names;
    }

    private static void collectAll(@Nullable Object array, Set<String> names) {
        if (array instanceof List<?> list) {
            list.forEach(each -> collect(each, names));
        }
    }

    private static void collect(Object holder, Set<String> names) {
        if (holder instanceof JsonObject object && object.get("Assign") instanceof JsonObject assign) {
            names.addAll(assign.keySet());
        }
    }
}
