// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.lambda.runtime;

/**
 * One invocation for a runtime.
 *
 * @param requestId AWS's id of the request
 * @param functionArn as it was invoked, with its qualifier
 * @param deadlineMillis when the function times out, milliseconds since the epoch
 * @param traceId X-Ray's header; never null, because AWS's own runtime client crashes without it
 * @param payload the event
 */
public record RuntimeInvocation(
        String requestId, String functionArn, long deadlineMillis, String traceId, Payload payload) {}
