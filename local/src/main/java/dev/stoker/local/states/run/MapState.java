// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.states.run;

import dev.stoker.local.states.run.FieldValue.WholeNumber;
import dev.stoker.local.states.run.State.Exit;
import dev.stoker.local.states.run.StateMachine.StateGraph;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An inline Map state: runs the same states for each item of an array, several at once.
 *
 * @param items the array, or null for the state's input
 * @param itemSelector the input of each iteration, or null for the item itself
 * @param maxConcurrency the maximum number of iterations at once; null and 0 mean AWS's maximum
 * @param iteration the states
 * @param recovery Retry and Catch
 * @param exit the exit after all iterations have succeeded
 */
record MapState(
        @Nullable FieldValue items,
        @Nullable FieldValue itemSelector,
        @Nullable WholeNumber maxConcurrency,
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
        recovery.handle(visit, failure, () -> enter(visit), () -> visit.record("MapStateFailed", null, null));
    }
}
