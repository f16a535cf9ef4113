// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.states.run;

import dev.stoker.local.states.run.FieldValue.WholeNumber;
import dev.stoker.local.states.run.State.Exit;
import dev.stoker.local.states.run.StateMachine.StateGraph;
import java.util.Set;

/**
 * Runs the same states for each item of an array, several at once: an inline Map.
 *
 * @param items the array, or null for the state's input
 * @param itemSelector the input of each iteration, or null for the item itself
 * @param maxConcurrency iterations at once at most; null and 0 mean as many as AWS allows
 * @param iteration the states
 * @param recovery what is done about errors
 * @param exit how it is left when all iterations have ended well
 */
record MapState(
        FieldValue items,
        FieldValue itemSelector,
        WholeNumber maxConcurrency,
        StateGraph iteration,
        Recovery recovery,
        Exit exit)
        implements State {

    /** Source: Step Functions developer guide, "Using Map state in Inline mode": up to 40 concurrent iterations. */
    static final int MOST_AT_ONCE = 40;

    @Override
    public String type() {
        return "Map";
    }

    @Override
    public Set<String> targets() {
        return recovery.targets(exit);
    }

    @Override
    public void enter(Visit visit) {
        new MapRun(this, visit).start();
    }

    @Override
    public void failed(Visit visit, StateFailed failure) {
        recovery.handle(visit, failure, () -> enter(visit));
    }
}
