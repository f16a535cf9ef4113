// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.lambda.runtime;

/** What a runtime tells. Errors are AWS's JSON: errorMessage, errorType and perhaps stackTrace. */
public interface RuntimeEvents {
    /** INIT begins now: it may have waited for its turn on this machine. */
    void spawned();

    /** INIT is over; the runtime asks for its first invocation. */
    void initialized();

    /** INIT failed. The runtime ends. */
    void initFailed(Payload error);

    /** The function answered. */
    void answered(String requestId, Payload answer);

    /** The function threw. */
    void failed(String requestId, Payload error);

    /**
     * The runtime ended by itself.
     *
     * @param how in Lambda's words, such as {@code exit status 1}
     */
    void exited(String how);
}
