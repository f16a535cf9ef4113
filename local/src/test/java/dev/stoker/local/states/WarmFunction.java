// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.states;

import dev.stoker.local.states.jsonata.Json;
import dev.stoker.local.states.jsonata.JsonObject;
import dev.stoker.local.time.Timeline;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import java.util.function.IntToLongFunction;

/**
 * A function with Stoker's sleep task: environments by model, each serving one invocation at a time, the most recently
 * freed one first. An invocation finds its environment after a delay of its own.
 */
final class WarmFunction implements LambdaInvoker {

    private static final long COLD_START_MILLIS = 800;

    private final Timeline timeline;
    private final IntToLongFunction dispatchMillis;
    private final Deque<String> free = new ArrayDeque<>();
    private int invocations;
    private int environments;

    WarmFunction(Timeline timeline, IntToLongFunction dispatchMillis) {
        this.timeline = timeline;
        this.dispatchMillis = dispatchMillis;
    }

    /** How many environments have been started. */
    int environments() {
        return environments;
    }

    @Override
    public void invoke(Invocation invocation, Consumer<Outcome> reply) {
        timeline.after(dispatchMillis.applyAsLong(invocations++), () -> findEnvironment(invocation, reply));
    }

    private void findEnvironment(Invocation invocation, Consumer<Outcome> reply) {
        boolean cold = free.isEmpty();
        String id = cold ? String.format("env%09d", environments++) : free.pop();
        timeline.after(cold ? COLD_START_MILLIS : 0, () -> sleep(invocation, id, cold, reply));
    }

    private void sleep(Invocation invocation, String id, boolean cold, Consumer<Outcome> reply) {
        JsonObject event = (JsonObject) ((JsonObject) parse(invocation.payload())).get("stoker");
        long arrivedAt = timeline.nowMillis();
        long untilHeld = ((Number) event.get("holdUntil")).longValue() - arrivedAt;
        long sleepMillis = Math.max(0, Math.min(untilHeld, ((Number) event.get("holdMillis")).longValue()));
        timeline.after(sleepMillis, () -> {
            free.push(id);
            reply.accept(answer(id, cold, arrivedAt));
        });
    }

    private Outcome answer(String id, boolean cold, long arrivedAt) {
        JsonObject answer = JsonObject.ofPairs(
                "version",
                1,
                "environmentId",
                id,
                "coldStart",
                cold,
                "initializedAt",
                arrivedAt,
                "initMillis",
                cold ? COLD_START_MILLIS : Json.NULL,
                "arrivedAt",
                arrivedAt,
                "releasedAt",
                timeline.nowMillis(),
                "sinceMillis",
                240_000,
                "busyMillis",
                0,
                "served",
                0,
                "userColdStart",
                false,
                "initializationType",
                "on-demand");
        return ScriptedLambda.answered(0, Json.text(JsonObject.ofPairs("stoker", answer)))
                .outcome();
    }

    private static Object parse(String json) {
        try {
            return Json.parse(json);
        } catch (Json.MalformedJson e) {
            throw new IllegalArgumentException(json, e);
        }
    }
}
