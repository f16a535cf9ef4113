// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.run.outcome;

/**
 * The result of an execution.
 *
 * @param status {@code SUCCEEDED}, {@code FAILED} or {@code TIMED_OUT}
 * @param output its output if it succeeded, otherwise empty
 * @param error the error's name if it failed, otherwise empty
 * @param cause the error's cause if it failed, otherwise empty
 * @param region where it ran
 */
public record Execution(String status, String output, String error, String cause, String region) {}
