// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.run.outcome;

/**
 * How one execution ended.
 *
 * @param status {@code SUCCEEDED}, {@code FAILED} or {@code TIMED_OUT}
 * @param output its output where it succeeded, else empty
 * @param error the error's name where it failed, else empty
 * @param cause the error's cause where it failed, else empty
 * @param region where it ran
 */
public record Execution(String status, String output, String error, String cause, String region) {}
