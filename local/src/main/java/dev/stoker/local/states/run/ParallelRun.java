// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.states.run;

import dev.stoker.local.states.jsonata.Json;
import dev.stoker.local.states.jsonata.Json.JsonArray;
import dev.stoker.local.states.run.State.Exit;
import dev.stoker.local.states.run.StateMachine.StateGraph;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** One attempt of a Parallel: its branches, which run at once; the first that fails stops all others. */
final class ParallelRun {

    private final ParallelState state;
    private final Visit visit;
    private final List<Branch> running = new ArrayList<>();
    private final Object[] results;
    private int succeeded;

    ParallelRun(ParallelState state, Visit visit) {
        this.state = state;
        this.visit = visit;
        this.results = new Object[state.branches().size()];
    }

    void start() {
        Object input =
                state.arguments() == null ? visit.input() : state.arguments().render(visit.bindings());
        if (Json.size(input) > Exit.MOST_BYTES) {
            throw StateFailed.tooLarge(visit.name());
        }
        visit.record("ParallelStateStarted", null, null);
        visit.onCancel(this::stop);
        for (StateGraph graph : state.branches()) {
            running.add(new Line(running.size(), graph).branch);
        }
        List.copyOf(running).forEach(branch -> branch.start(input));
    }

    private void finish() {
        JsonArray result = JsonArray.of(Arrays.asList(results));
        if (Json.size(result) > Exit.MOST_BYTES) {
            throw StateFailed.tooLarge(visit.name());
        }
        visit.recordAside("ParallelStateSucceeded", null);
        state.exit().take(visit, visit.bindings().with("result", result), result);
    }

    private void stop() {
        running.forEach(Branch::cancel);
        running.clear();
    }

    /** One branch, while it runs. */
    private final class Line implements Branch.End {
        private final int index;
        private final Branch branch;

        Line(int index, StateGraph graph) {
            this.index = index;
            this.branch = visit.branch(graph, this);
        }

        @Override
        public void ended(Object output) {
            running.remove(branch);
            results[index] = output;
            succeeded++;
            visit.followAfter(branch);
            if (succeeded == results.length) {
                visit.run(ParallelRun.this::finish);
            }
        }

        @Override
        public void failed(StateFailed failure) {
            running.remove(branch);
            visit.followAfter(branch);
            stop();
            visit.run(() -> {
                throw failure;
            });
        }
    }
}
