// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.lambda.runtime.modelled;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.stoker.local.lambda.runtime.FunctionRuntime;
import dev.stoker.local.lambda.runtime.Payload;
import dev.stoker.local.lambda.runtime.RuntimeEvents;
import dev.stoker.local.lambda.runtime.RuntimeInvocation;
import dev.stoker.local.time.Timeline;
import dev.stoker.local.time.Timeline.Cancellable;
import java.io.IOException;
import java.io.UncheckedIOException;

/** One modelled runtime: events in place of a process. */
final class ModelledRuntime implements FunctionRuntime {
    private static final JsonMapper JSON = new JsonMapper();

    private final Timeline timeline;
    private final ModelledEnvironment environment;
    private final UserModel user;
    private final RuntimeEvents events;
    private Cancellable next = () -> {};

    ModelledRuntime(Timeline timeline, ModelledEnvironment environment, UserModel user, RuntimeEvents events) {
        this.timeline = timeline;
        this.environment = environment;
        this.user = user;
        this.events = events;
    }

    void initialize(long initMillis) {
        next = timeline.after(initMillis, events::initialized);
    }

    @Override
    public void invoke(RuntimeInvocation invocation) {
        JsonNode event = parse(invocation.payload());
        long now = timeline.nowMillis();
        // A warm event begins with its key; one further on belongs to a user's event.
        if (event.isObject() && !event.isEmpty() && event.fieldNames().next().equals("stoker")) {
            WarmVisit visit = environment.warmArrives(now, event.path("stoker"), invocation.deadlineMillis());
            next = timeline.after(visit.holdMillis(), () -> answer(invocation, environment.warmLeaves(visit)));
            return;
        }
        environment.userArrives(now);
        UserModel.Work work = user.serve(event);
        next = timeline.after(work.millis(), () -> {
            environment.userLeaves(work.millis());
            events.answered(invocation.requestId(), work.answer());
        });
    }

    private void answer(RuntimeInvocation invocation, JsonNode answer) {
        try {
            events.answered(invocation.requestId(), Payload.of(JSON.writeValueAsBytes(answer)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of plain values can always be written", e);
        }
    }

    private static JsonNode parse(Payload payload) {
        try {
            return JSON.readTree(payload.bytes());
        } catch (IOException e) {
            throw new UncheckedIOException("the service lets no event pass that is no JSON", e);
        }
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
