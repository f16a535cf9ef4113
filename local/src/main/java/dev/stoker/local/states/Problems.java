// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.states;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Everything that is wrong with a definition, gathered before it is refused. */
final class Problems {

    private final List<Problem> found = new ArrayList<>();

    void add(String code, String message, String path) {
        found.add(new Problem(code, message, path));
    }

    List<Problem> found() {
        return List.copyOf(found);
    }

    /**
     * Refuses the definition if anything is wrong with it.
     *
     * @throws StepFunctionsException InvalidDefinition, with all problems
     */
    void throwIfAny() {
        if (!found.isEmpty()) {
            String all = found.stream().map(Problem::toString).collect(Collectors.joining(", "));
            throw new StepFunctionsException("InvalidDefinition", "Invalid State Machine Definition: '" + all + "'");
        }
    }
}
