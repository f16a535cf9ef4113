// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.states;

import java.util.Map;

/**
 * States that lead to one another: those of a state machine, or those of a Map's iterations.
 *
 * @param startAt the name of the first
 * @param states all of them by name
 */
record StateGraph(String startAt, Map<String, State> states) {

    StateGraph {
        states = Map.copyOf(states);
    }
}
