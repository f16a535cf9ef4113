// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.states;

import java.util.Set;

/** A state of a state machine, read and found valid. Holds nothing of an execution: that is a {@link Visit}. */
sealed interface State permits PassState, ChoiceState, TaskState, MapState, SucceedState, FailState {

    /** The value of its Type field. */
    String type();

    /** The states that it may lead to. */
    Set<String> targets();

    /**
     * Runs it. Has left the visit when it returns, or will do so in a later event.
     *
     * @throws StateFailed if it ended with an error
     */
    void enter(Visit visit);

    /** Deals with an error that it ended with. */
    default void failed(Visit visit, StateFailed failure) {
        visit.fail(failure);
    }
}
