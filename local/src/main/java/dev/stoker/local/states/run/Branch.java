// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.states.run;

import dev.stoker.local.states.run.Bindings.VariableScope;
import dev.stoker.local.states.run.ExecutionObserver.HistoryEvent;
import dev.stoker.local.states.run.StateMachine.StateGraph;
import org.jspecify.annotations.Nullable;

/** A sequence of states: that of the execution, or that of one iteration of a Map. */
final class Branch {

    /** Receives the end of a branch, exactly once, and never after it was cancelled. */
    interface End {
        /** It reached its end. */
        void ended(Object output);

        /** One of its states failed, and no Catch matched. */
        void failed(StateFailed failure);
    }

    private final Execution execution;
    private final StateGraph graph;
    private final VariableScope scope;
    private final End end;
    private long lastEvent;
    private @Nullable Visit current;
    private boolean over;

    Branch(Execution execution, StateGraph graph, VariableScope scope, End end, long lastEvent) {
        this.execution = execution;
        this.graph = graph;
        this.scope = scope;
        this.end = end;
        this.lastEvent = lastEvent;
    }

    void start(Object input) {
        enter(graph.startAt(), input);
    }

    /** Enters the next state in a separate event, so that all branches advance in parallel. */
    void enter(String name, Object input) {
        execution.countTransition();
        execution.post(() -> {
            if (!over) {
                Visit entered = new Visit(this, name, graph.state(name), input);
                current = entered;
                entered.begin();
            }
        });
    }

    void end(Object output) {
        over = true;
        scope.clear();
        end.ended(output);
    }

    void fail(StateFailed failure) {
        over = true;
        scope.clear();
        end.failed(failure);
    }

    /** Stops the branch without calling its end. */
    void cancel() {
        over = true;
        scope.clear();
        if (current != null) {
            current.cancel();
        }
    }

    Execution execution() {
        return execution;
    }

    VariableScope scope() {
        return scope;
    }

    /** The ID of the last event of this branch. */
    long lastEvent() {
        return lastEvent;
    }

    /** Records an event that follows the last one. The next event follows it. */
    void record(HistoryEvent.Details details) {
        lastEvent = execution.recordAfter(lastEvent, details);
    }

    /** Records an event that follows {@code previous}. The next event follows it. */
    void recordAfter(long previous, HistoryEvent.Details details) {
        lastEvent = execution.recordAfter(previous, details);
    }

    /** The next event follows this one. */
    void followAfter(long event) {
        lastEvent = event;
    }
}
