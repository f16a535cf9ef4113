// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.demo;

import dev.stoker.cli.output.Count;
import dev.stoker.cli.output.Json;
import dev.stoker.local.states.run.ExecutionObserver;
import dev.stoker.local.states.run.ExecutionObserver.HistoryEvent;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Watches the cycles that the schedule starts. */
final class Cycles implements ExecutionObserver {
    private final Map<String, Long> startedAt = new LinkedHashMap<>();
    private final Map<String, Proven> ended = new LinkedHashMap<>();
    private final Set<String> running = new HashSet<>();
    private final List<Runnable> waiting = new ArrayList<>();

    /**
     * The numbers in a cycle's output.
     *
     * @param requested environments requested
     * @param warm environments proven warm
     */
    private record Proven(int requested, int warm) {
        static final Proven NOTHING = new Proven(0, 0);
    }

    @Override
    public void on(HistoryEvent event) {
        switch (event.type()) {
            case "ExecutionStarted" -> started(event);
            case "ExecutionSucceeded" -> ended(event, event.data());
            case "ExecutionFailed" -> ended(event, event.cause());
            case "ExecutionTimedOut", "ExecutionAborted" -> ended(event, null);
            default -> {
                // within a running execution
            }
        }
    }

    private synchronized void started(HistoryEvent event) {
        startedAt.put(event.executionArn(), event.atMillis());
        running.add(event.executionArn());
    }

    private synchronized void ended(HistoryEvent event, @Nullable String text) {
        running.remove(event.executionArn());
        ended.put(
                event.executionArn(),
                Json.read(text == null ? "{}" : text, Proven.class).orElse(Proven.NOTHING));
        if (running.isEmpty()) {
            List.copyOf(waiting).forEach(Runnable::run);
            waiting.clear();
        }
    }

    /** Runs something as soon as no execution is running, possibly at once. Call this within an event. */
    synchronized void whenNoneRuns(Runnable then) {
        if (running.isEmpty()) {
            then.run();
        } else {
            waiting.add(then);
        }
    }

    /** The number of ticks, and the result of the last cycle that has ended. */
    synchronized String summary() {
        List<Tick> ticks = seen(0, 1);
        if (ticks.isEmpty()) {
            return "nothing ticks";
        }
        Tick last = ticks.get(ticks.size() - 1);
        return Count.of(ticks.size(), "tick") + ", "
                + (last.requested() == 0
                        ? "warming"
                        : Count.proven(last.warm(), last.requested(), "")
                                + Count.beyond(last.warm(), last.requested()));
    }

    /** The ticks, in order: executions that are not nested and whose output has a cycle's numbers. */
    synchronized List<Tick> seen(long since, long minuteMillis) {
        return startedAt.entrySet().stream()
                .filter(start -> start.getKey().contains(":KeepWarm-"))
                .map(start -> {
                    Proven proven = ended.getOrDefault(start.getKey(), Proven.NOTHING);
                    long minute = Math.round((start.getValue() - since) / (double) minuteMillis);
                    return new Tick(minute, proven.requested(), proven.warm());
                })
                .toList();
    }
}
