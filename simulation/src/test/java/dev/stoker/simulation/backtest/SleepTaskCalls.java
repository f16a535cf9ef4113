// SPDX-License-Identifier: Apache-2.0
package dev.stoker.simulation.backtest;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.stoker.local.states.tasks.TaskService;
import dev.stoker.local.states.tasks.TaskService.TaskCall;
import dev.stoker.local.states.tasks.TaskService.TaskReply;
import dev.stoker.local.time.VirtualTimeline;
import dev.stoker.warmable.Visit;
import dev.stoker.warmable.WarmEvent;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Random;

/** Answers the function calls of state machines by sleep tasks in {@link Environments}. */
final class SleepTaskCalls {
    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    /** Longer than any hold. */
    private static final long REMAINING_MILLIS = 30_000;

    private final VirtualTimeline time;
    private final Environments environments;
    private final LibrarySleepTasks sleepTasks;
    private final Random random;

    SleepTaskCalls(VirtualTimeline time, Environments environments, LibrarySleepTasks sleepTasks, long seed) {
        this.time = time;
        this.environments = environments;
        this.sleepTasks = sleepTasks;
        this.random = new Random(seed);
    }

    /** A call of {@code lambda:invoke}. The service is not called. */
    void meet(TaskCall call, TaskService service, TaskReply reply) {
        time.after(Dispatch.millis(random), () -> {
            Environment one = environments.warmArrives(time.nowMillis());
            if (one.readyAt <= time.nowMillis()) {
                hold(one, call, reply);
            } else {
                time.at(one.readyAt, () -> hold(one, call, reply));
            }
        });
    }

    private void hold(Environment one, TaskCall call, TaskReply reply) {
        try {
            InputStream event = new ByteArrayInputStream(
                    JSON.writeValueAsBytes(requireNonNull(call.object().get("Payload"))));
            if (!WarmEvent.opens(event)) {
                throw new IllegalStateException("no warm event: " + call);
            }
            long now = time.nowMillis();
            Visit visit = sleepTasks.at(one, now).arriveWithoutPriming(event, REMAINING_MILLIS);
            environments.hold(one, now + visit.holdMillis());
            time.at(now + visit.holdMillis(), () -> leave(one, visit, call, reply));
        } catch (IOException e) {
            throw new UncheckedIOException("a JSON value can be written and read", e);
        }
    }

    private void leave(Environment one, Visit visit, TaskCall call, TaskReply reply) {
        try {
            byte[] answer = sleepTasks.at(one, time.nowMillis()).leave(visit);
            Map<String, Object> result =
                    Map.of("ExecutedVersion", "$LATEST", "Payload", JSON.readValue(answer, OBJECT), "StatusCode", 200);
            // A member of the arguments becomes a JSON value as Step Functions has it.
            reply.succeed(requireNonNull(call.object().with("result", result).get("result"), "result"));
        } catch (IOException e) {
            throw new UncheckedIOException("the library answers JSON", e);
        }
    }
}
