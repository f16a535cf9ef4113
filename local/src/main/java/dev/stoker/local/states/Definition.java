// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.states;

/**
 * A state machine's definition, read and found valid.
 *
 * @param text as it was given
 * @param graph its states
 * @param timeoutMillis how long an execution may take, whatever the machine's type allows; {@link #NO_TIMEOUT} if it does not say
 */
record Definition(String text, StateGraph graph, long timeoutMillis) {
    static final long NO_TIMEOUT = Long.MAX_VALUE;
}
