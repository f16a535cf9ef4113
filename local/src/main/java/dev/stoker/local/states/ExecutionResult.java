// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.states;

/**
 * How an execution ended: the answer of StartSyncExecution.
 *
 * @param executionArn its ARN
 * @param stateMachineArn the ARN of its state machine
 * @param name its name
 * @param startMillis when it started, in milliseconds since the epoch
 * @param stopMillis when it ended, likewise
 * @param status how
 * @param input its input as JSON text
 * @param output its output as JSON text, or null unless it succeeded
 * @param error the name of the error, or null
 * @param cause its cause, or null
 */
public record ExecutionResult(
        String executionArn,
        String stateMachineArn,
        String name,
        long startMillis,
        long stopMillis,
        Status status,
        String input,
        String output,
        String error,
        String cause) {

    /** Source: recorded on AWS for small executions. */
    public static final int BILLED_MEMORY_MB = 64;

    private static final long BILLING_STEP_MILLIS = 100;

    /** How an execution may end. */
    public enum Status {
        /** It reached its end. */
        SUCCEEDED,
        /** An error that nothing caught ended it. */
        FAILED,
        /** It took longer than it may. */
        TIMED_OUT
    }

    /** Its duration as it is billed: in steps of 100 ms, at least one. */
    public long billedMillis() {
        long steps = (stopMillis - startMillis + BILLING_STEP_MILLIS - 1) / BILLING_STEP_MILLIS;
        return Math.max(1, steps) * BILLING_STEP_MILLIS;
    }
}
