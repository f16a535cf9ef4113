// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.states.run;

import dev.stoker.local.states.jsonata.Json;
import dev.stoker.local.states.jsonata.JsonObject;
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
        JsonObject scheduled = state.described();
        if (state.heartbeat() != null) {
            scheduled = scheduled.with("heartbeatInSeconds", state.heartbeat().render(bindings));
        }
        if (state.timeout() != null) {
            int seconds = state.timeout().render(bindings);
            timeout = visit.after(1_000L * seconds, this::timedOut);
            scheduled = scheduled.with("timeoutInSeconds", seconds);
        }
        visit.record(state.event("Scheduled"), arguments, null, scheduled);
        visit.record(state.event("Started"), null, null, state.described());
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
                    throw failed("Failed", new StateFailed(error, cause));
                }));
    }

    private void timedOut() {
        settle(() -> {
            throw failed("TimedOut", new StateFailed(StateFailed.TIMEOUT, ""));
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
            throw failed("Failed", StateFailed.tooLarge(TaskCatalogue.type(state.resource())));
        }
        visit.record(state.event("Succeeded"), result, null, state.described());
        state.exit().take(visit, visit.bindings().with("result", result), result);
    }

    private StateFailed failed(String event, StateFailed failure) {
        visit.record(state.event(event), null, failure, state.described());
        return failure;
    }
}
