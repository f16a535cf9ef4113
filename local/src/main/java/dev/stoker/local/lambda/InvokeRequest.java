// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.lambda;

import dev.stoker.local.lambda.runtime.Payload;

/**
 * An invocation as a caller asks for it.
 *
 * @param function name, partial ARN or ARN, perhaps with a qualifier
 * @param qualifier version or alias, or null; if the name has one too, the same
 * @param payload JSON; empty means {@code {}}
 * @param type how it is meant
 * @param logTail whether the answer shall carry the last 4 KB of the log
 */
public record InvokeRequest(String function, String qualifier, Payload payload, InvocationType type, boolean logTail) {

    /** Waits for the answer, without a log. */
    public static InvokeRequest of(String function, Payload payload) {
        return new InvokeRequest(function, null, payload, InvocationType.REQUEST_RESPONSE, false);
    }
}
