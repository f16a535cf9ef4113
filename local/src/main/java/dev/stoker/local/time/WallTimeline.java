// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.time;

import java.util.function.Consumer;

/**
 * Real time: one daemon thread runs each event when the machine's clock has reached its instant.
 *
 * <p>The clock is the machine's own, so that instants mean the same to other processes, and it may be set or slept
 * through; only within one event it never goes backwards. What an event throws goes to the handler, and the events after
 * it run all the same.
 */
final class WallTimeline implements Timeline {

    /** How long the thread sleeps at most: a machine that slept notices within a second that its clock has jumped. */
    private static final long LONGEST_SLEEP_MILLIS = 1_000;

    private final EventQueue queue = new EventQueue();
    private final Consumer<Throwable> failures;
    private final Thread thread;
    private long eventMillis;

    /**
     * Starts the event thread.
     *
     * @param failures is told what an event threw, on the event thread
     */
    WallTimeline(Consumer<Throwable> failures) {
        this.failures = failures;
        this.thread = new Thread(this::run, "stoker-timeline");
        this.thread.setDaemon(true);
        this.thread.start();
    }

    @Override
    public long nowMillis() {
        long clock = System.currentTimeMillis();
        if (Thread.currentThread() != thread) {
            return clock;
        }
        eventMillis = Math.max(eventMillis, clock);
        return eventMillis;
    }

    /** Runs an event at an instant; after {@link #close} it is dropped. May be called from any thread. */
    @Override
    public Cancellable at(long epochMillis, Runnable event) {
        // An instant that has passed counts as now, so that it does not overtake what was handed in before it.
        return queue.add(Math.max(epochMillis, nowMillis()), event);
    }

    /** Runs an event as soon as possible; after {@link #close} it is dropped. May be called from any thread. */
    @Override
    public void post(Runnable event) {
        queue.add(nowMillis(), event);
    }

    /**
     * Drops all events that have not begun and waits for the one that has, unless that one is the caller. Safe to call
     * more than once.
     */
    @Override
    public void close() {
        queue.close();
        if (Thread.currentThread() == thread) {
            return;
        }
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true; // an event is always let finish: half of one would leave broken state behind
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        EventQueue.Event event = next();
        while (event != null) {
            runReporting(event);
            event = next();
        }
    }

    private EventQueue.Event next() {
        while (true) {
            try {
                return queue.awaitDue(this::readClock, LONGEST_SLEEP_MILLIS);
            } catch (InterruptedException e) {
                // Only close() ends this thread; what interrupted it was meant for an event that is over.
            }
        }
    }

    private long readClock() {
        eventMillis = System.currentTimeMillis();
        return eventMillis;
    }

    private void runReporting(EventQueue.Event event) {
        try {
            event.run();
        } catch (Throwable thrown) {
            report(thrown);
        }
    }

    private void report(Throwable thrown) {
        try {
            failures.accept(thrown);
        } catch (RuntimeException | Error second) {
            second.addSuppressed(thrown);
            thread.getUncaughtExceptionHandler().uncaughtException(thread, second);
        }
    }
}
