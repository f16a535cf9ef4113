// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.time;

import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.LongSupplier;

/**
 * The events that have not run yet, earliest first; events of one instant in the order in which they were handed in.
 *
 * <p>A cancelled event stays in the heap until its instant comes, without what it would have run: taking it out of the
 * middle would cost more than passing it over. Safe for use from any thread.
 */
final class EventQueue {

    private final PriorityQueue<Event> heap = new PriorityQueue<>(
            Comparator.comparingLong((Event event) -> event.at).thenComparingLong(e -> e.sequence));
    private long handedIn;
    private boolean closed;

    /** Takes an event in and wakes whoever waits; a closed queue drops it. */
    synchronized Timeline.Cancellable add(long at, Runnable action) {
        Event event = new Event(at, handedIn++, action);
        if (!closed) {
            heap.add(event);
            notifyAll();
        }
        return event;
    }

    /** The earliest event if it is due at this instant, taken out; else null. */
    synchronized Event takeDue(long instant) {
        Event next = peekLive();
        return next != null && next.at <= instant ? heap.poll() : null;
    }

    /**
     * Waits for the next event to be due and takes it out.
     *
     * @param clock read anew whenever something may have changed
     * @param longestWait how long to sleep at most before the clock is read again
     * @return the event, or null once the queue is closed
     */
    synchronized Event awaitDue(LongSupplier clock, long longestWait) throws InterruptedException {
        while (!closed) {
            long now = clock.getAsLong();
            Event due = takeDue(now);
            if (due != null) {
                return due;
            }
            Event next = heap.peek();
            wait(next == null ? longestWait : Math.min(longestWait, next.at - now));
        }
        return null;
    }

    synchronized void close() {
        closed = true;
        heap.clear();
        notifyAll();
    }

    private Event peekLive() {
        while (!heap.isEmpty() && heap.peek().isCancelled()) {
            heap.poll();
        }
        return heap.peek();
    }

    /** One event; cancelled means that there is nothing left to run. */
    static final class Event implements Timeline.Cancellable {
        private final long at;
        private final long sequence;
        private volatile Runnable action;

        private Event(long at, long sequence, Runnable action) {
            this.at = at;
            this.sequence = sequence;
            this.action = action;
        }

        long at() {
            return at;
        }

        private boolean isCancelled() {
            return action == null;
        }

        @Override
        public void cancel() {
            action = null;
        }

        void run() {
            Runnable mine = action;
            action = null;
            if (mine != null) {
                mine.run();
            }
        }
    }
}
