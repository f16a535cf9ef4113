// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.lambda.environments;

import dev.stoker.local.lambda.runtime.Runtimes.Payload;
import java.util.Locale;

/** The function errors that Lambda itself gives, in its own words. Source: answers seen on AWS. */
final class FunctionErrors {
    /** An answer's limit, bytes: 6 MB and some room. Source: Lambda developer guide, "gettingstarted-limits"; the message. */
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

    /** What {@code --faults handler-error} makes of an invocation. */
    static Payload injected() {
        return error("Stoker.InjectedHandlerError", "made by --faults handler-error; the function was not called");
    }

    /** Both texts are ours and need no escaping. */
    private static Payload error(String type, String message) {
        return Payload.of("{\"errorType\":\"" + type + "\",\"errorMessage\":\"" + message + "\"}");
    }
}
