// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.states.run;

import dev.stoker.local.states.run.Bindings.VariableScope;
import dev.stoker.local.states.run.ExecutionObserver.HistoryEvent;
import dev.stoker.local.states.run.StateMachine.StateGraph;

/** One line of states after states: the execution's own, or that of one iteration of a Map. */
final class Branch {

    /** Who is told how a branch has ended; exactly once, and never after it was cancelled. */
    interface End {
        /** It reached its end. */
        void ended(Object output);

        /** One of its states failed, and no Catch was there for it. */
        void failed(StateFailed failure);
    }

    private final Execution execution;
    private final StateGraph graph;
    private final VariableScope scope;
    private final End end;
    private long lastEvent;
    private Visit current;
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

    /** Goes on to the next state, in an event of its own: so all branches advance side by side. */
    void enter(String name, Object input) {
        execution.countTransition();
        execution.post(() -> {
            if (!over) {
                current = new Visit(this, name, graph.states().get(name), input);
                current.begin();
            }
        });
    }

    void end(Object output) {
        over = true;
        end.ended(output);
    }

    void fail(StateFailed failure) {
        over = true;
        end.failed(failure);
    }

    /** Stops it wherever it is, without telling anybody. */
    void cancel() {
        over = true;
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

    /** The event that the next one of this branch follows. */
    long lastEvent() {
        return lastEvent;
    }

    void record(HistoryEvent.Details details) {
        lastEvent = execution.record(lastEvent, details);
    }
}
