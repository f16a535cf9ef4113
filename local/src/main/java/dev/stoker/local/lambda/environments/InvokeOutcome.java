// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.lambda.environments;

import dev.stoker.local.account.AwsError;
import dev.stoker.local.lambda.runtime.Runtimes.Payload;

/** The outcome of an invocation for its caller. */
public sealed interface InvokeOutcome {
    /** AWS's id of the request. */
    String requestId();

    /**
     * The invocation reached an environment: HTTP 200.
     *
     * @param executedVersion {@code $LATEST} or a number
     * @param payload the function's answer, or AWS's error JSON
     * @param functionError whether the payload is an error: X-Amz-Function-Error is then {@code Unhandled}
     * @param log the last 4 KB of the log; empty unless requested
     */
    record Answered(String requestId, String executedVersion, Payload payload, boolean functionError, Payload log)
            implements InvokeOutcome {}

    /** Queued: HTTP 202. */
    record Accepted(String requestId) implements InvokeOutcome {}

    /** The function can be invoked: HTTP 204. */
    record Permitted(String requestId, String executedVersion) implements InvokeOutcome {}

    /** The service rejected the request; the function was not invoked. */
    record Refused(String requestId, AwsError error) implements InvokeOutcome {
        /** The error's name, such as TooManyRequestsException. */
        public String code() {
            return error.code();
        }
    }
}
