// SPDX-License-Identifier: Apache-2.0
package dev.stoker.contract;

import org.jspecify.annotations.Nullable;

/**
 * An ended execution, as Step Functions describes it. The SDK gives null for what is missing.
 *
 * @param input its input
 * @param status SUCCEEDED, FAILED or TIMED_OUT
 * @param error the error's name, null if it succeeded
 * @param cause the error's cause, null if it succeeded or has none
 * @param output JSON, null if it did not succeed
 */
record Cycle(
        String input,
        String status,
        @Nullable String error,
        @Nullable String cause,
        @Nullable String output) {
    private static final int READABLE = 2000;

    /** All data that is needed to understand a failed test. */
    @Override
    public String toString() {
        return "cycle%n  input  %s%n  status %s%n  error  %s%n  cause  %s%n  output %s"
                .formatted(start(input), status, error, cause, output);
    }

    private static String start(String text) {
        return text.length() <= READABLE
                ? text
                : text.substring(0, READABLE) + "... (" + text.length() + " characters)";
    }
}
