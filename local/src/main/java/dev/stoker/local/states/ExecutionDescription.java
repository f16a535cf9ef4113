// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.states;

import dev.stoker.local.states.run.ExecutionObserver.ExecutionResult;
import java.util.Optional;

/**
 * The answer of DescribeExecution, for a running or ended execution.
 *
 * @param arn its ARN
 * @param stateMachineArn the ARN of its state machine
 * @param name its name
 * @param startMillis when it started, in milliseconds since the epoch
 * @param input its input as JSON text
 * @param ended its result; empty while it runs
 */
record ExecutionDescription(
        String arn,
        String stateMachineArn,
        String name,
        long startMillis,
        String input,
        Optional<ExecutionResult> ended) {

    /** RUNNING, or the status of the result. */
    public String status() {
        return ended.map(result -> result.status().name()).orElse("RUNNING");
    }

    ExecutionDescription endedWith(ExecutionResult result) {
        return new ExecutionDescription(arn, stateMachineArn, name, startMillis, input, Optional.of(result));
    }
}
