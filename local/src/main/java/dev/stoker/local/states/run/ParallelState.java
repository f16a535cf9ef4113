// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.states.run;

import dev.stoker.local.states.run.StateMachine.StateGraph;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Runs several branches at once, all with the same input.
 *
 * @param arguments their input, or null for the state's input
 * @param branches the states of each
 * @param recovery what is done about errors
 * @param exit how it is left when all branches have ended well
 */
record ParallelState(@Nullable FieldValue arguments, List<StateGraph> branches, Recovery recovery, Exit exit)
        implements State {

    @Override
    public String type() {
        return "Parallel";
    }

    @Override
    public Set<String> targets() {
        return recovery.targets(exit);
    }

    @Override
    public void enter(Visit visit) {
        new ParallelRun(this, visit).start();
    }

    @Override
    public void failed(Visit visit, StateFailed failure) {
        recovery.handle(visit, failure, () -> enter(visit), () -> visit.record("ParallelStateFailed", null, null));
    }
}
