// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.lambda.environments;

import dev.stoker.local.lambda.runtime.Runtimes.Payload;
import java.util.Locale;

/** The function errors that Lambda itself returns, with its messages. Source: answers observed on AWS. */
final class FunctionErrors {
    /**
     * The maximum answer, bytes: slightly more than 6 MB. Source: Lambda developer guide, "gettingstarted-limits"; the
     * message.
     */
    static final int LARGEST_ANSWER = 6_291_556;

    private FunctionErrors() {}

    static Payload timedOut(String requestId, long timeoutMillis) {
        return error("Sandbox.Timedout", "RequestId: " + requestId + " Error: " + timeoutText(timeoutMillis));
    }

    static String timeoutText(long timeoutMillis) {
        return String.format(Locale.ROOT, "Task timed out after %.2f seconds", timeoutMillis / 1000.0);
    }

    static Payload exited(String requestId, String how) {
        return error("Runtime.ExitError", "RequestId: " + requestId + " Error: Runtime exited with error: " + how);
    }

    static Payload answerTooLarge() {
        return error(
                "Function.ResponseSizeTooLarge",
                "Response payload size exceeded maximum allowed payload size (" + LARGEST_ANSWER + " bytes).");
    }

    /** The error of {@code --faults handler-error}. */
    static Payload injected() {
        return error("Stoker.InjectedHandlerError", "injected by --faults handler-error; the function was not called");
    }

    /** Neither text needs escaping. */
    private static Payload error(String type, String message) {
        return Payload.of("{\"errorType\":\"" + type + "\",\"errorMessage\":\"" + message + "\"}");
    }
}
