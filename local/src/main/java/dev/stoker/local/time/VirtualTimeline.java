// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.time;

import java.util.Optional;

/**
 * Virtual time: it stands still while events run, and jumps from one event to the next.
 *
 * <p>Events run on the thread that calls {@link #runUntil} or {@link #runUntilIdle}, which throw the exceptions of
 * events; later events stay in the queue. Other threads may {@link #post}, but nothing waits for them: idle means that
 * there are no events now.
 */
public final class VirtualTimeline implements Timeline {

    private final EventQueue queue = new EventQueue();
    private volatile long nowMillis;

    /** Creates a timeline whose clock starts at this instant. */
    public VirtualTimeline(long startMillis) {
        this.nowMillis = startMillis;
    }

    @Override
    public long nowMillis() {
        return nowMillis;
    }

    @Override
    public Cancellable at(long epochMillis, Runnable event) {
        return queue.add(Math.max(nowMillis, epochMillis), event);
    }

    @Override
    public void post(Runnable event) {
        queue.add(nowMillis, event);
    }

    /**
     * Runs all events up to and including an instant, also those that events add. Afterwards the clock shows the
     * instant.
     */
    public void runUntil(long epochMillis) {
        while (runNext(epochMillis)) {
            // each turn runs one event
        }
        nowMillis = Math.max(nowMillis, epochMillis);
    }

    /** Runs events until there are none. Afterwards the clock shows the instant of the last one. */
    public void runUntilIdle() {
        while (runNext(Long.MAX_VALUE)) {
            // each turn runs one event
        }
    }

    /**
     * Runs the next event, if it is not later than this instant.
     *
     * @return whether an event ran
     */
    public boolean runNext(long latestMillis) {
        Optional<EventQueue.Event> due = queue.takeDue(latestMillis);
        if (due.isEmpty()) {
            return false;
        }
        EventQueue.Event event = due.get();
        nowMillis = Math.max(nowMillis, event.at());
        event.run();
        return true;
    }
}
