// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.time;

/**
 * Virtual time: it stands still while events run, and jumps from one event to the next.
 *
 * <p>Events run on the thread that calls {@link #runUntil} or {@link #runUntilIdle}, and what an event throws comes out
 * there; the events after it are still in the queue. Other threads may {@link #post}, but nothing waits for them: idle
 * means that nothing has been handed in by now.
 */
public final class VirtualTimeline implements Timeline {

    private final EventQueue queue = new EventQueue();
    private volatile long nowMillis;

    /** A timeline whose clock shows this instant until something runs. */
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

    /** Runs all events up to and at an instant, also those that they hand in; afterwards the clock shows the instant. */
    public void runUntil(long epochMillis) {
        while (runNext(epochMillis)) {
            // each turn runs one event
        }
        nowMillis = Math.max(nowMillis, epochMillis);
    }

    /** Runs events until there are none; afterwards the clock shows the instant of the last. */
    public void runUntilIdle() {
        while (runNext(Long.MAX_VALUE)) {
            // each turn runs one event
        }
    }

    /**
     * Runs the next event, if there is one up to and at this instant.
     *
     * @return whether an event ran
     */
    public boolean runNext(long latestMillis) {
        EventQueue.Event event = queue.takeDue(latestMillis);
        if (event == null) {
            return false;
        }
        nowMillis = Math.max(nowMillis, event.at());
        event.run();
        return true;
    }
}
