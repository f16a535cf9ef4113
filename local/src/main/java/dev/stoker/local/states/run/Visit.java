// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.states.run;

import dev.stoker.local.states.jsonata.Json;
import dev.stoker.local.states.jsonata.JsonObject;
import dev.stoker.local.states.run.Bindings.VariableScope;
import dev.stoker.local.states.run.ExecutionObserver.HistoryEvent;
import dev.stoker.local.states.run.StateMachine.StateGraph;
import dev.stoker.local.time.Timeline;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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
    private long eventBefore;
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
        eventBefore = branch.lastEvent();
        record(state.type() + "StateEntered", input, null);
        enteredEvent = branch.lastEvent();
        run(() -> state.enter(this));
    }

    String name() {
        return name;
    }

    /** The number of its StateEntered event. */
    long enteredEvent() {
        return enteredEvent;
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

    /** The next event follows the last event of this inner branch. */
    void followAfter(Branch inner) {
        branch.followAfter(inner.lastEvent());
    }

    /** Runs a part of the state's work, unless it has been left; the state deals with the error that it may end with. */
    void run(Runnable work) {
        if (over) {
            return;
        }
        try {
            runOrRecover(work);
        } catch (Left e) {
            // The code that left the state has handled everything else.
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
     * Call this after other events may have run during the state's work.
     *
     * @throws Left if one of them left the state
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
    void leave(@Nullable String next, Object output, Map<String, Object> assigned) {
        finish();
        scope().assign(assigned);
        branch.record(new HistoryEvent.Details(
                state.type() + "StateExited", name, null, output, null, assignedVariables(assigned)));
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

    private static JsonObject assignedVariables(Map<String, Object> assigned) {
        if (assigned.isEmpty()) {
            return JsonObject.EMPTY;
        }
        Map<String, Object> texts = new LinkedHashMap<>();
        assigned.forEach((variable, value) -> texts.put(variable, Json.text(value)));
        return JsonObject.ofPairs("assignedVariables", JsonObject.of(texts));
    }

    void record(String type, @Nullable Object data, @Nullable StateFailed failure) {
        branch.record(new HistoryEvent.Details(type, name, data, failure));
    }

    void record(String type, @Nullable Object data, @Nullable StateFailed failure, JsonObject more) {
        branch.record(new HistoryEvent.Details(type, name, null, data, failure, more));
    }

    /** Records an event of an iteration. The next event follows it. */
    void recordIteration(String type, int index) {
        branch.record(new HistoryEvent.Details(type, name, index));
    }

    /** Records an event that the next event does not follow. */
    void recordAside(String type, @Nullable Integer iteration) {
        execution().recordAfter(branch.lastEvent(), new HistoryEvent.Details(type, name, iteration));
    }

    /** Records that an expression has failed. As recorded on AWS, the event follows the same event as the state's first event. */
    void recordEvaluationFailed(StateFailed failure, @Nullable String field) {
        recordEvaluationFailed(failure, field, branch.lastEvent() == enteredEvent ? eventBefore : branch.lastEvent());
    }

    /** Records that an expression has failed, as an event that follows {@code previous}. */
    void recordEvaluationFailed(StateFailed failure, @Nullable String field, long previous) {
        branch.recordAfter(
                previous,
                new HistoryEvent.Details(
                        "EvaluationFailed",
                        name,
                        failure,
                        field == null
                                ? JsonObject.ofPairs("state", name)
                                : JsonObject.ofPairs("state", name, "location", field)));
    }

    /** Ends the work of a state that has been left during it: the execution was stopped, or another part of the state failed. */
    static final class Left extends RuntimeException {
        private static final long serialVersionUID = 1;

        Left() {
            super(null, null, false, false);
        }
    }
}
