// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.states;

import dev.stoker.local.account.AwsError;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The executions of standard state machines, which can be described while they run and after they have ended. */
final class StandardExecutions {
    private final Map<String, ExecutionDescription> byArn = new LinkedHashMap<>();

    /**
     * Whether this execution is running with the same input; starting it again then has no effect.
     *
     * @throws AwsError ExecutionAlreadyExists if another execution or an ended one has this name
     */
    boolean runsAlready(String arn, String input) {
        ExecutionDescription there = byArn.get(arn);
        if (there == null) {
            return false;
        }
        if (there.ended().isEmpty() && there.input().equals(input)) {
            return true;
        }
        throw new AwsError("ExecutionAlreadyExists", "Execution Already Exists: '" + arn + "'");
    }

    /** Stores or replaces the description of an execution. */
    void keep(ExecutionDescription description) {
        byArn.put(description.arn(), description);
    }

    /** @throws AwsError ExecutionDoesNotExist */
    ExecutionDescription describe(String arn) {
        ExecutionDescription there = byArn.get(arn);
        if (there == null) {
            throw new AwsError("ExecutionDoesNotExist", "Execution Does Not Exist: '" + arn + "'");
        }
        return there;
    }

    /** The executions of one state machine, the latest first. */
    List<ExecutionDescription> of(String stateMachineArn) {
        return byArn.values().stream()
                .filter(execution -> execution.stateMachineArn().equals(stateMachineArn))
                .sorted((one, other) -> Long.compare(other.startMillis(), one.startMillis()))
                .toList();
    }
}
