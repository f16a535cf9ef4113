// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.lambda.bootstrap;

/** One invocation as the Runtime API hands it out. */
public final class NextInvocation {
    private final String requestId;
    private final String functionArn;
    private final long deadlineMillis;
    private final String traceId;
    private final byte[] payload;

    /**
     * Made by the Runtime API.
     *
     * @param functionArn the ARN that was invoked, with its qualifier
     * @param deadlineMillis when the function times out, milliseconds since the epoch
     * @param traceId X-Ray's, or null
     * @param payload the event's JSON; not copied
     */
    public NextInvocation(String requestId, String functionArn, long deadlineMillis, String traceId, byte[] payload) {
        this.requestId = requestId;
        this.functionArn = functionArn;
        this.deadlineMillis = deadlineMillis;
        this.traceId = traceId;
        this.payload = payload;
    }

    /** AWS's id of the request. */
    public String requestId() {
        return requestId;
    }

    /** The ARN that was invoked. */
    public String functionArn() {
        return functionArn;
    }

    /** When the function times out, milliseconds since the epoch. */
    public long deadlineMillis() {
        return deadlineMillis;
    }

    /** X-Ray's header, or null. */
    public String traceId() {
        return traceId;
    }

    /** The event's JSON. */
    public byte[] payload() {
        return payload;
    }
}
