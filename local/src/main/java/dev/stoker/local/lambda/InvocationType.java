// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.lambda;

/** How an invocation is meant. */
public enum InvocationType {
    /** The caller waits for the answer. */
    REQUEST_RESPONSE,
    /** The caller gets 202 at once. It is tried once: Lambda would try again after an error or a throttle. */
    EVENT,
    /** Looks whether the function could be invoked. */
    DRY_RUN
}
