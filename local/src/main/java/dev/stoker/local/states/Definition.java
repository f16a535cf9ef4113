// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.states;

/**
 * A state machine's definition, read and found valid.
 *
 * @param text as it was given
 * @param graph its states
 * @param timeoutMillis how long an execution may take
 */
record Definition(String text, StateGraph graph, long timeoutMillis) {

    /** Source: Step Functions developer guide, "Service quotas": maximum duration of an Express execution. */
    static final long EXPRESS_MILLIS = 300_000;
}
