// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.states.run;

import dev.stoker.local.states.jsonata.Expression.Query;
import dev.stoker.local.states.jsonata.Json;
import dev.stoker.local.states.jsonata.JsonObject;
import dev.stoker.local.states.run.Bindings.VariableScope;
import dev.stoker.local.states.run.ExecutionObserver.Evaluation;
import dev.stoker.local.states.run.ExecutionObserver.ExecutionResult;
import dev.stoker.local.states.run.ExecutionObserver.HistoryEvent;
import dev.stoker.local.states.run.StateMachine.Engine;
import dev.stoker.local.states.run.StateMachine.StateMachineType;
import dev.stoker.local.time.Timeline;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One execution of a state machine, from its start to its end. */
final class Execution implements Branch.End, StateMachine.RunningExecution {

    /**
     * The maximum number of states that are entered at one instant. On AWS each takes some milliseconds, and the limit
     * of five minutes ends an endless loop; on virtual time it would never end.
     */
    private static final int MOST_TRANSITIONS_AT_ONCE = 100_000;

    /** Source: Step Functions developer guide, "Service quotas": maximum execution history size, of standard executions. */
    private static final int MOST_EVENTS = 25_000;

    private final Engine engine;
    private final StateMachine machine;
    private final String name;
    private final String arn;
    private final Object input;
    private final long startMillis;
    private final Consumer<ExecutionResult> listener;
    private final JsonObject context;
    private final Branch root;
    private Timeline.Cancellable deadline = () -> {};
    private long events;
    private long countedAtMillis;
    private int transitionsAtOnce;
    private boolean full;
    private boolean over;

    Execution(
            Engine engine,
            StateMachine machine,
            String name,
            String arn,
            Object input,
            Consumer<ExecutionResult> listener) {
        this.engine = engine;
        this.machine = machine;
        this.name = name;
        this.arn = arn;
        this.input = input;
        this.listener = listener;
        this.startMillis = engine.timeline().nowMillis();
        this.context = makeContext();
        this.root = new Branch(this, machine.definition().graph(), new VariableScope(null), this, 0);
    }

    void start() {
        recordAfter(
                0,
                new HistoryEvent.Details(
                        "ExecutionStarted", null, null, input, null, JsonObject.ofPairs("roleArn", machine.roleArn())));
        deadline = after(machine.timeoutMillis(), this::timedOut);
        root.start(input);
    }

    @Override
    public void ended(Object output) {
        end("ExecutionSucceeded", root.lastEvent(), output, null);
        finish(ExecutionResult.Status.SUCCEEDED, Optional.of(Json.text(output)), Optional.empty(), Optional.empty());
    }

    @Override
    public void failed(StateFailed failure) {
        end("ExecutionFailed", root.lastEvent(), null, failure);
        finish(ExecutionResult.Status.FAILED, Optional.empty(), failure.error(), failure.why());
    }

    private void timedOut() {
        root.cancel();
        end("ExecutionTimedOut", root.lastEvent(), null, null);
        finish(ExecutionResult.Status.TIMED_OUT, Optional.empty(), Optional.of(StateFailed.TIMEOUT), Optional.empty());
    }

    @Override
    public void stop(Optional<String> error, Optional<String> cause) {
        if (!over) {
            StateFailed stopped = new StateFailed(error, cause);
            root.cancel();
            end("ExecutionAborted", 0, null, stopped); // recorded: it follows no event
            finish(ExecutionResult.Status.ABORTED, Optional.empty(), stopped.error(), stopped.why());
        }
    }

    private void end(String event, long previous, @Nullable Object data, @Nullable StateFailed failure) {
        full = false; // there is always room for the last one
        recordAfter(previous, new HistoryEvent.Details(event, null, data, failure));
    }

    private void finish(
            ExecutionResult.Status status, Optional<String> output, Optional<String> error, Optional<String> cause) {
        over = true;
        deadline.cancel();
        listener.accept(new ExecutionResult(
                arn, machine.arn(), name, startMillis, nowMillis(), status, Json.text(input), output, error, cause));
    }

    /** Counts entered states to detect an endless loop. */
    void countTransition() {
        if (nowMillis() != countedAtMillis) {
            countedAtMillis = nowMillis();
            transitionsAtOnce = 0;
        }
        if (++transitionsAtOnce == MOST_TRANSITIONS_AT_ONCE) {
            post(this::stopLoop);
        }
    }

    private void stopLoop() {
        stopBy("The embedded AWS stopped the execution: it entered " + MOST_TRANSITIONS_AT_ONCE
                + " states without time passing.");
    }

    private void stopBy(String cause) {
        if (!over) {
            root.cancel();
            failed(new StateFailed(StateFailed.RUNTIME, cause));
        }
    }

    /** Numbers an event and passes it to the observer, unless the history is full. */
    long recordAfter(long previous, HistoryEvent.Details details) {
        if (full) {
            return events;
        }
        long id = ++events;
        if (engine.observer() != ExecutionObserver.NONE) {
            engine.observer().on(new HistoryEvent(arn, id, previous, nowMillis(), details));
        }
        if (id == MOST_EVENTS - 1 && machine.type() == StateMachineType.STANDARD) {
            full = true;
            post(this::stopForItsHistory);
        }
        return id;
    }

    /** Wording: as measured with a real execution (floci-io/floci issue 2734). */
    private void stopForItsHistory() {
        stopBy("The execution reached the maximum number of history events (" + MOST_EVENTS + ").");
    }

    /** Tells the observer of an evaluation. */
    void evaluated(
            Bindings bindings,
            FieldValue.Computed computed,
            Query query,
            @Nullable Object value,
            @Nullable String error) {
        if (engine.observer() != ExecutionObserver.NONE) {
            engine.observer()
                    .evaluated(new Evaluation(
                            machine.name(),
                            bindings.visit().name(),
                            computed.field(),
                            computed.expression(),
                            bindings::value,
                            query.nowMillis(),
                            query.depth(),
                            value,
                            error));
        }
    }

    String arn() {
        return arn;
    }

    /** The value of {@code $states.context}, without the data of the state. */
    JsonObject context() {
        return context;
    }

    Random random() {
        return engine.random();
    }

    long nowMillis() {
        return engine.timeline().nowMillis();
    }

    /** Does long work. Other events may run during it, also events of this execution. */
    <T, E extends Exception> T meanwhile(Timeline.LongWork<T, E> work) throws E {
        return engine.timeline().meanwhile(work);
    }

    void post(Runnable event) {
        engine.timeline().post(event);
    }

    Timeline.Cancellable after(long delayMillis, Runnable event) {
        return engine.timeline().after(delayMillis, event);
    }

    private JsonObject makeContext() {
        JsonObject own = JsonObject.ofPairs(
                "Id",
                arn,
                "Input",
                input,
                "Name",
                name,
                "RoleArn",
                machine.roleArn(),
                "StartTime",
                Times.text(startMillis),
                "RedriveCount",
                0);
        return JsonObject.ofPairs(
                "Execution", own, "StateMachine", JsonObject.ofPairs("Id", machine.arn(), "Name", machine.name()));
    }
}
