// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.deploy;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A stack at CloudFormation.
 *
 * @param id its ARN
 * @param name its name
 * @param status such as CREATE_COMPLETE
 * @param parameters the values of its parameters
 * @param outputs its outputs
 * @param parent the name of the stack that has it as a nested stack; empty if there is none
 */
record StackState(
        String id,
        String name,
        String status,
        Map<String, String> parameters,
        Map<String, String> outputs,
        Optional<String> parent) {
    private static final Set<String> DEPLOYED = Set.of("CREATE_COMPLETE", "UPDATE_COMPLETE");
    private static final Set<String> UPDATABLE = Set.of(
            "CREATE_COMPLETE",
            "UPDATE_COMPLETE",
            "UPDATE_ROLLBACK_COMPLETE",
            "IMPORT_COMPLETE",
            "IMPORT_ROLLBACK_COMPLETE");

    /** The parameters that distinguish a stack of Stoker from any other. */
    private static final Set<String> STOKERS = Set.of("TargetArns", "Targets");

    StackState {
        parameters = Map.copyOf(parameters);
        outputs = Map.copyOf(outputs);
    }

    /** Whether it has a change set and nothing else. */
    boolean isOnlyPlanned() {
        return status.equals("REVIEW_IN_PROGRESS");
    }

    /** Whether CloudFormation is changing it. */
    boolean isChanging() {
        return status.endsWith("_IN_PROGRESS") && !isOnlyPlanned();
    }

    boolean isUpdatable() {
        return UPDATABLE.contains(status);
    }

    boolean isDeployed() {
        return DEPLOYED.contains(status);
    }

    boolean isDeleted() {
        return status.equals("DELETE_COMPLETE");
    }

    /** Whether it was deployed from infra/template.yaml. What is only planned contains nothing yet. */
    boolean isStokers() {
        return isOnlyPlanned() || parameters.keySet().containsAll(STOKERS);
    }
}
