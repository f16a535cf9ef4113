// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.states;

import dev.stoker.local.states.jsonata.Json;
import dev.stoker.local.states.jsonata.JsonObject;
import java.util.Set;

/**
 * One way out of a state: what it gives, what it assigns and where it leads. A Choice has one for each rule, a Task one
 * for success and one for each Catch.
 *
 * @param output the Output field, or null if there is none
 * @param assign the Assign field, or null if there is none
 * @param next the state to go to, or null if the branch ends here
 */
record Exit(Template output, Template assign, String next) {

    /** Source: Step Functions developer guide, "Service quotas": input or output of a task, state or execution. */
    static final int MOST_BYTES = 262_144;

    /**
     * Leaves the state. Output and Assign both see the values from before it.
     *
     * @param unlessGiven the state's output when there is no Output field
     * @throws StateFailed if an expression has no value, or a value is too large; nothing has been assigned then
     */
    void take(Visit visit, Bindings bindings, Object unlessGiven) {
        Object result = output == null ? unlessGiven : output.render(bindings);
        JsonObject assigned = assign == null ? JsonObject.EMPTY : (JsonObject) assign.renderAs("object", bindings);
        requireFit(result, visit);
        requireFit(assigned, visit);
        visit.leave(next, result, assigned);
    }

    /** Where it leads: to one state or to none. */
    Set<String> targets() {
        return next == null ? Set.of() : Set.of(next);
    }

    private static void requireFit(Object value, Visit visit) {
        if (Json.size(value) > MOST_BYTES) {
            throw StateFailed.tooLarge(visit.name());
        }
    }
}
