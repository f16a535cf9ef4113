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
}
