// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.lambda.runtime.modelled;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.stoker.local.lambda.runtime.Runtimes.FunctionRuntime;
import dev.stoker.local.lambda.runtime.Runtimes.Payload;
import dev.stoker.local.lambda.runtime.Runtimes.RuntimeEvents;
import dev.stoker.local.lambda.runtime.Runtimes.RuntimeInvocation;
import dev.stoker.local.lambda.runtime.modelled.ModelledRuntimes.UserModel;
import dev.stoker.local.time.Timeline;
import dev.stoker.local.time.Timeline.Cancellable;
import dev.stoker.warmable.SleepTask;
import dev.stoker.warmable.Visit;
import dev.stoker.warmable.WarmEvent;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A modelled runtime: the library's own sleep task, with events on the timeline where time passes. */
final class ModelledRuntime implements FunctionRuntime {
    private static final JsonMapper JSON = new JsonMapper();
    private static final PrintStream DISCARDED =
            new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);

    private final Timeline timeline;
    private final ModelledHost host;
    private final UserModel user;
    private final RuntimeEvents events;
    private @Nullable SleepTask sleepTask;
    private Cancellable next = () -> {};

    ModelledRuntime(Timeline timeline, ModelledHost host, UserModel user, RuntimeEvents events) {
        this.timeline = timeline;
        this.host = host;
        this.user = user;
        this.events = events;
    }

    /**
     * Begins INIT.
     *
     * @param functionVariables all except those with local paths and addresses
     */
    void initialize(long initMillis, Map<String, String> functionVariables) {
        Map<String, String> variables = new HashMap<>(functionVariables);
        variables.put("AWS_LAMBDA_RUNTIME_API", "modelled"); // as wherever an environment is a process of its own
        next = timeline.after(initMillis, () -> {
            sleepTask = new SleepTask(variables, DISCARDED, host);
            host.freeze();
            events.initialized();
        });
    }

    @Override
    public void invoke(RuntimeInvocation invocation) {
        SleepTask task = requireNonNull(sleepTask);
        host.thaw();
        InputStream event = new ByteArrayInputStream(invocation.payload().bytes());
        try {
            if (WarmEvent.opens(event)) {
                Visit visit = task.arriveWithoutPriming(event, invocation.deadlineMillis() - timeline.nowMillis());
                answer(visit.holdMillis(), invocation, () -> Payload.of(task.leave(visit)));
            } else {
                long arrived = task.userArrives();
                UserModel.Work work =
                        user.serve(JSON.readTree(invocation.payload().bytes()));
                answer(work.millis(), invocation, () -> {
                    task.userLeaves(arrived);
                    return work.answer();
                });
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the service accepts only JSON events", e);
        }
    }

    private void answer(long afterMillis, RuntimeInvocation invocation, Supplier<Payload> leave) {
        next = timeline.after(afterMillis, () -> {
            Payload answer = leave.get();
            host.freeze();
            events.answered(invocation.requestId(), answer);
        });
    }

    @Override
    public Payload log() {
        return Payload.EMPTY;
    }

    @Override
    public void stop() {
        next.cancel();
    }
}
