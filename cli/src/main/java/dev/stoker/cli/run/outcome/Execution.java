// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.run.outcome;

import dev.stoker.local.states.run.ExecutionObserver.ExecutionResult;

/**
 * The result of an execution.
 *
 * @param status {@code SUCCEEDED}, {@code FAILED} or {@code TIMED_OUT}
 * @param output its output if it succeeded, otherwise empty
 * @param error the error's name if it failed, otherwise empty
 * @param cause the error's cause if it failed, otherwise empty
 * @param region where it ran
 */
public record Execution(String status, String output, String error, String cause, String region) {
    /** The result of an execution on the embedded AWS. */
    public static Execution of(ExecutionResult end, String region) {
        return new Execution(
                end.status().name(),
                end.output().orElse(""),
                end.error().orElse(""),
                end.cause().orElse(""),
                region);
    }
}
