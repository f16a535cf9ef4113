// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.time;

import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The events that have not run yet, the earliest first; events of one instant in the order in which they were added.
 *
 * <p>A cancelled event stays in the heap until its instant, without its action, because removing it from the middle
 * would take longer than skipping it. Safe for use from any thread.
 */
final class EventQueue {

    private final PriorityQueue<Event> heap = new PriorityQueue<>(
            Comparator.comparingLong((Event event) -> event.at).thenComparingLong(e -> e.sequence));
    private long handedIn;
    private boolean closed;

    /** Adds an event and wakes waiting threads. A closed queue drops it. */
    synchronized Timeline.Cancellable add(long at, Runnable action) {
        Event event = new Event(at, handedIn++, action);
        if (!closed) {
            heap.add(event);
            notifyAll();
        }
        return event;
    }

    /** Removes and returns the earliest event if it is due at this instant; otherwise empty. */
    synchronized Optional<Event> takeDue(long instant) {
        while (!heap.isEmpty() && heap.peek().isCancelled()) {
            heap.poll();
        }
        return !heap.isEmpty() && heap.peek().at <= instant ? Optional.of(heap.remove()) : Optional.empty();
    }

    /**
     * Waits until the next event is due, removes and returns it.
     *
     * @param clock the clock, which is read again after each wait
     * @param longestWait the maximum wait before the clock is read again
     * @return the event; empty once the queue is closed
     */
    synchronized Optional<Event> awaitDue(LongSupplier clock, long longestWait) throws InterruptedException {
        while (!closed) {
            long now = clock.getAsLong();
            Optional<Event> due = takeDue(now);
            if (due.isPresent()) {
                return due;
            }
            Event next = heap.peek();
            wait(next == null ? longestWait : Math.min(longestWait, next.at - now));
        }
        return Optional.empty();
    }

    synchronized void close() {
        closed = true;
        heap.clear();
        notifyAll();
    }

    /** An event. It is cancelled if its action is null. */
    static final class Event implements Timeline.Cancellable {
        private final long at;
        private final long sequence;
        private volatile @Nullable Runnable action;

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
