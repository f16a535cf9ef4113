// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.states.run;

import dev.stoker.local.states.jsonata.Json;
import dev.stoker.local.states.run.State.Exit;
import dev.stoker.local.states.tasks.TaskService.TaskCall;
import dev.stoker.local.states.tasks.TaskService.TaskCatalogue;
import dev.stoker.local.states.tasks.TaskService.TaskReply;
import dev.stoker.local.time.Timeline;
import java.util.List;

/** A call of a Task's service. The answer or the timeout completes it, whichever is first; the other is ignored. */
final class TaskAttempt implements TaskReply {

    private static final Timeline.Cancellable NO_TIMEOUT = () -> {};

    private final TaskState state;
    private final Visit visit;
    private Timeline.Cancellable timeout = NO_TIMEOUT;
    private boolean settled;

    TaskAttempt(TaskState state, Visit visit) {
        this.state = state;
        this.visit = visit;
    }

    void start() {
        Bindings bindings = visit.bindings();
        Object arguments =
                state.arguments() == null ? visit.input() : state.arguments().render(bindings);
        if (Json.size(arguments) > Exit.MOST_BYTES) {
            throw StateFailed.tooLarge(visit.name());
        }
        requireFields(arguments);
        if (state.heartbeat() != null) {
            state.heartbeat().render(bindings);
        }
        if (state.timeout() != null) {
            timeout = visit.after(1_000L * state.timeout().render(bindings), this::timedOut);
        }
        visit.record("TaskScheduled", arguments, null);
        visit.record("TaskStarted", null, null);
        state.service()
                .start(
                        new TaskCall(
                                state.resource(), arguments, visit.execution().arn(), visit.name()),
                        this);
    }

    private void requireFields(Object arguments) {
        List<String> wrong = state.service().problemsOf(arguments);
        if (!wrong.isEmpty()) {
            throw new StateFailed(
                    StateFailed.RUNTIME,
                    "The Parameters '" + Json.text(arguments) + "' could not be used to start the Task: " + wrong);
        }
    }

    @Override
    public void succeed(Object result) {
        visit.execution().post(() -> settle(() -> succeeded(result)));
    }

    @Override
    public void fail(String error, String cause) {
        visit.execution()
                .post(() -> settle(() -> {
                    throw failed("TaskFailed", new StateFailed(error, cause));
                }));
    }

    private void timedOut() {
        settle(() -> {
            throw failed("TaskTimedOut", new StateFailed(StateFailed.TIMEOUT, ""));
        });
    }

    private void settle(Runnable outcome) {
        if (!settled) {
            settled = true;
            timeout.cancel();
            visit.run(outcome);
        }
    }

    private void succeeded(Object result) {
        if (Json.size(result) > Exit.MOST_BYTES) {
            throw failed("TaskFailed", StateFailed.tooLarge(TaskCatalogue.type(state.resource())));
        }
        visit.record("TaskSucceeded", result, null);
        state.exit().take(visit, visit.bindings().with("result", result), result);
    }

    private StateFailed failed(String event, StateFailed failure) {
        visit.record(event, null, failure);
        return failure;
    }
}
