// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.watch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stoker.cli.local.CycleEnd;
import dev.stoker.cli.local.LocalAws;
import dev.stoker.cli.watch.LiveEvent.Kind;
import dev.stoker.local.lambda.environments.LambdaObserver.EnvironmentEvent;
import dev.stoker.local.states.run.ExecutionObserver.HistoryEvent;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The events of the last minutes, for any number of pages. Older events become the state at the beginning, so memory does
 * not grow with time. The embedded AWS calls it on its timeline; pages read it on threads of their own.
 */
public final class LiveEvents {
    /** The longest time that a page shows. */
    private static final long KEPT_MILLIS = TimeUnit.MINUTES.toMillis(15);

    /** 15 minutes of 1,000 environments that cycles use every 4 minutes, and some bursts. */
    private static final int MOST_KEPT = 40_000;

    /** More requests than an account runs at once. */
    private static final int MOST_REQUESTS = 20_000;

    private final Deque<LiveEvent> recent = new ArrayDeque<>();
    private final LaneStates before = new LaneStates();
    private final Map<String, Long> runningCycles = new HashMap<>();
    private final Map<String, Boolean> startedFor = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > MOST_REQUESTS;
        }
    };

    private String function = "";
    private String machine = "";
    private long end;
    private long cycles;
    private long usersWarm;
    private long usersCold;
    private long reclaimed;

    /** Begins to keep the events of the function, and of the executions of its keep-warm state machine. */
    public void follow(LocalAws aws) {
        follow(last(aws.function()), last(aws.keepWarm()));
    }

    synchronized void follow(String functionName, String machineName) {
        function = functionName;
        machine = machineName;
    }

    /** The name at the end of an ARN. */
    private static String last(String arn) {
        return arn.substring(arn.lastIndexOf(':') + 1);
    }

    /** Receives an event of an environment. */
    public synchronized void on(EnvironmentEvent event) {
        if (!event.function().equals(function)) {
            return;
        }
        String id = last(event.environmentId().replace('.', ':'));
        boolean user = event.requestId() != null && !event.warmEvent();
        switch (event.kind()) {
            case STARTED -> {
                if (user) {
                    startedFor.put(event.requestId(), true);
                }
                add(LiveEvent.of(Kind.STARTED, event.atMillis(), id));
            }
            case INITIALIZED -> add(LiveEvent.of(Kind.INITIALIZED, event.atMillis(), id));
            case INVOKED -> {
                count(user, event);
                add(new LiveEvent(Kind.INVOKED, event.atMillis(), id, user ? 0 : 1, 0, ""));
            }
            case FREED -> add(LiveEvent.of(Kind.FREED, event.atMillis(), id));
            case RECLAIMED -> {
                reclaimed++;
                add(LiveEvent.of(Kind.RECLAIMED, event.atMillis(), id));
            }
        }
    }

    private void count(boolean user, EnvironmentEvent event) {
        if (user && startedFor.containsKey(event.requestId())) {
            usersCold++;
        } else if (user) {
            usersWarm++;
        }
    }

    /** Receives an event of an execution. */
    public synchronized void on(HistoryEvent event) {
        if (machine.isEmpty() || !event.executionArn().contains(":" + machine + ":")) {
            return;
        }
        if (event.type().equals("ExecutionStarted")) {
            cycles++;
            runningCycles.put(event.executionArn(), cycles);
            add(LiveEvent.of(Kind.CYCLE_STARTED, event.atMillis(), String.valueOf(cycles)));
        }
        CycleEnd.of(event).ifPresent(this::ended);
    }

    private void ended(CycleEnd ended) {
        Long number = runningCycles.remove(ended.executionArn());
        if (number != null) {
            add(new LiveEvent(
                    Kind.CYCLE_ENDED,
                    ended.atMillis(),
                    String.valueOf(number),
                    ended.requested(),
                    ended.warm(),
                    ended.how()));
        }
    }

    /** Adds a sentence for everybody who has the page open. */
    synchronized void note(long atMillis, String sentence) {
        add(new LiveEvent(Kind.NOTE, atMillis, "", 0, 0, sentence));
    }

    private void add(LiveEvent event) {
        recent.addLast(event);
        end++;
        while (recent.size() > MOST_KEPT || recent.getFirst().atMillis() < event.atMillis() - KEPT_MILLIS) {
            before.apply(recent.removeFirst());
        }
        notifyAll();
    }

    /** Whether an environment was started for a user's request, because none was free. */
    synchronized boolean startedFor(String requestId) {
        return startedFor.containsKey(requestId);
    }

    /** Waits until there is an event with this number, and not longer than some milliseconds. */
    synchronized void await(long number, long millis) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        for (long left = millis; end <= number && left > 0; ) {
            wait(left);
            left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
        }
    }

    /** Wakes all that wait. */
    synchronized void wake() {
        notifyAll();
    }

    /**
     * Writes the events since a number, and the counts until now. If the first of them is no longer kept, or none was sent before, the
     * state at the beginning is in {@code reset}.
     *
     * @param from the number of the first event; negative for all
     * @return the number of the next event
     */
    synchronized long writeTo(ObjectNode message, long from) {
        long first = end - recent.size();
        if (from < first) {
            before.writeTo(message.putArray("reset"));
        }
        List<LiveEvent> wanted = newest(end - Math.max(from, first));
        var events = message.putArray("events");
        wanted.forEach(event -> event.writeTo(events));
        message.putArray("users").add(usersWarm).add(usersCold);
        message.put("reclaimed", reclaimed);
        message.put("cycles", cycles);
        return end;
    }

    private List<LiveEvent> newest(long number) {
        List<LiveEvent> backwards = new ArrayList<>();
        Iterator<LiveEvent> each = recent.descendingIterator();
        while (backwards.size() < number) {
            backwards.add(each.next());
        }
        Collections.reverse(backwards);
        return backwards;
    }
}
