// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.demo;

import dev.stoker.cli.local.CycleEnd;
import dev.stoker.cli.output.Count;
import dev.stoker.local.states.run.ExecutionObserver;
import dev.stoker.local.states.run.ExecutionObserver.HistoryEvent;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Watches the cycles that the schedule starts. */
final class Cycles implements ExecutionObserver {
    private final Map<String, Long> startedAt = new LinkedHashMap<>();
    private final Map<String, CycleEnd> ended = new LinkedHashMap<>();
    private final Set<String> running = new HashSet<>();
    private final List<Runnable> waiting = new ArrayList<>();

    @Override
    public void on(HistoryEvent event) {
        if (event.type().equals("ExecutionStarted")) {
            started(event);
        }
        CycleEnd.of(event).ifPresent(this::ended);
    }

    private synchronized void started(HistoryEvent event) {
        startedAt.put(event.executionArn(), event.atMillis());
        running.add(event.executionArn());
    }

    private synchronized void ended(CycleEnd end) {
        running.remove(end.executionArn());
        ended.put(end.executionArn(), end);
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
                    long minute = Math.round((start.getValue() - since) / (double) minuteMillis);
                    CycleEnd end = ended.get(start.getKey());
                    return end == null ? new Tick(minute, 0, 0) : new Tick(minute, end.requested(), end.warm());
                })
                .toList();
    }
}
