// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.states;

/** Takes the answer of a service to a Task state; from any thread. */
public interface TaskReply {

    /**
     * The call succeeded.
     *
     * @param result its result as JSON text
     */
    void succeed(String result);

    /**
     * The call failed.
     *
     * @param error the name of the error, such as Lambda.TooManyRequestsException
     * @param cause a text, often JSON
     */
    void fail(String error, String cause);
}
