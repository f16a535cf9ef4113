// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.states.run;

import dev.stoker.local.states.jsonata.JsonObject;
import dev.stoker.local.states.run.Bindings.VariableScope;
import dev.stoker.local.states.run.ExecutionObserver.HistoryEvent;
import dev.stoker.local.states.run.StateMachine.StateGraph;
import dev.stoker.local.time.Timeline;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A visit of a state, from entering to leaving it, with all its retries. */
final class Visit {

    private final Branch branch;
    private final String name;
    private final State state;
    private final Object input;
    private final long enteredMillis;
    private final Map<Integer, Integer> retries = new HashMap<>();
    private final List<Timeline.Cancellable> timers = new ArrayList<>();
    private Runnable onCancel = () -> {};
    private long enteredEvent;
    private boolean over;

    Visit(Branch branch, String name, State state, Object input) {
        this.branch = branch;
        this.name = name;
        this.state = state;
        this.input = input;
        this.enteredMillis = execution().nowMillis();
    }

    void begin() {
        record(state.type() + "StateEntered", input, null);
        enteredEvent = branch.lastEvent();
        run(() -> state.enter(this));
    }

    String name() {
        return name;
    }

    Object input() {
        return input;
    }

    VariableScope scope() {
        return branch.scope();
    }

    Execution execution() {
        return branch.execution();
    }

    /** Creates a branch within this state, with an inner scope. */
    Branch branch(StateGraph graph, Branch.End end) {
        return new Branch(execution(), graph, new VariableScope(scope()), end, branch.lastEvent());
    }

    /** Runs a part of the state's work, unless the state has been left. The state handles errors. */
    void run(Runnable work) {
        if (over) {
            return;
        }
        try {
            runOrRecover(work);
        } catch (Left e) {
            // Whoever made it leave has dealt with all that follows.
        }
    }

    private void runOrRecover(Runnable work) {
        try {
            work.run();
        } catch (StateFailed failure) {
            state.failed(this, failure);
        }
    }

    /**
     * To be asked after other events may have run in the midst of the state's work.
     *
     * @throws Left if one of them made the state leave
     */
    void requireStay() {
        if (over) {
            throw new Left();
        }
    }

    /** Runs a part of the state's work after a delay, unless the state has been left by then. */
    Timeline.Cancellable after(long delayMillis, Runnable work) {
        Timeline.Cancellable timer = execution().after(delayMillis, () -> run(work));
        timers.add(timer);
        return timer;
    }

    /** Sets the action for when the state is stopped from outside, and replaces an earlier one. */
    void onCancel(Runnable action) {
        onCancel = action;
    }

    /** Leaves the state. */
    void leave(String next, Object output, Map<String, Object> assigned) {
        finish();
        scope().assign(assigned);
        record(state.type() + "StateExited", output, null);
        if (next == null) {
            branch.end(output);
        } else {
            branch.enter(next, output);
        }
    }

    /** Fails the branch. */
    void fail(StateFailed failure) {
        finish();
        branch.fail(failure);
    }

    /** Stops the visit from outside. */
    void cancel() {
        if (!over) {
            finish();
            onCancel.run();
        }
    }

    private void finish() {
        over = true;
        timers.forEach(Timeline.Cancellable::cancel);
    }

    /** The number of retries by a retrier, identified by its index. */
    int retriesBy(int retrier) {
        return retries.getOrDefault(retrier, 0);
    }

    void countRetry(int retrier) {
        retries.merge(retrier, 1, Integer::sum);
    }

    /** The bindings for the state's expressions. */
    Bindings bindings() {
        return new Bindings(this, scope(), JsonObject.ofPairs("input", input, "context", context()));
    }

    /** The bindings for the ItemSelector's expressions, with {@code $states.context.Map}. */
    Bindings bindingsForItem(JsonObject map) {
        JsonObject context = context().with("Map", map);
        return new Bindings(this, scope(), JsonObject.ofPairs("input", input, "context", context));
    }

    private JsonObject context() {
        int retryCount = retries.values().stream().mapToInt(Integer::intValue).sum();
        JsonObject own =
                JsonObject.ofPairs("EnteredTime", Times.text(enteredMillis), "Name", name, "RetryCount", retryCount);
        return execution().context().with("State", own);
    }

    /** The beginning of AWS's cause for an error of an expression. */
    String describe() {
        return "An error occurred while executing the state '" + name + "' (entered at the event id #" + enteredEvent
                + ").";
    }

    void record(String type, Object data, StateFailed failure) {
        branch.record(new HistoryEvent.Details(type, name, null, data, failure));
    }

    void recordIteration(String type, int index) {
        branch.record(new HistoryEvent.Details(type, name, index, null, null));
    }

    /** Ends what a state was doing when it has been left meanwhile: stopped from outside, or another part of its work failed. */
    static final class Left extends RuntimeException {
        private static final long serialVersionUID = 1;

        Left() {
            super(null, null, false, false);
        }
    }
}
