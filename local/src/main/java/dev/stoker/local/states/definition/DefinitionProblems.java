// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.states.definition;

import dev.stoker.local.account.AwsError;
import dev.stoker.local.states.definition.DefinitionReader.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Collects the problems of a definition, so that one error lists all of them. */
final class DefinitionProblems {

    private final List<Problem> found = new ArrayList<>();

    void add(String code, String message, String path) {
        found.add(new Problem(code, message, path));
    }

    List<Problem> found() {
        return List.copyOf(found);
    }

    /**
     * Throws if there are problems.
     *
     * @throws AwsError InvalidDefinition, with all problems
     */
    void throwIfAny() {
        if (!found.isEmpty()) {
            String all = found.stream().map(Problem::toString).collect(Collectors.joining(", "));
            throw new AwsError("InvalidDefinition", "Invalid State Machine Definition: '" + all + "'");
        }
    }
}
