// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.lambda.bootstrap;

import java.io.IOException;

/**
 * The Lambda Runtime API, version 2018-06-01, as a runtime sees it: over HTTP in a process of its own, or by calls within
 * one JVM. Errors are AWS's JSON: {@code errorMessage}, {@code errorType}, {@code stackTrace}.
 */
public interface RuntimeApi {
    /**
     * Waits for the next invocation; the first call says that INIT is over.
     *
     * @throws IOException if the service is gone
     */
    NextInvocation next() throws IOException;

    /**
     * Answers an invocation.
     *
     * @throws IOException if the service is gone
     */
    void response(String requestId, byte[] payload) throws IOException;

    /**
     * Ends an invocation with a function error.
     *
     * @throws IOException if the service is gone
     */
    void error(String requestId, byte[] error) throws IOException;

    /**
     * Says that INIT failed.
     *
     * @throws IOException if the service is gone
     */
    void initError(byte[] error) throws IOException;

    /** One invocation as the Runtime API hands it out. */
    public static final class NextInvocation {
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
        public NextInvocation(
                String requestId, String functionArn, long deadlineMillis, String traceId, byte[] payload) {
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
}
