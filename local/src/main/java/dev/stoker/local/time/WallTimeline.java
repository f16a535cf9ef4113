// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.time;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * Wall-clock time: one daemon thread, the leader, runs each event when the machine's clock has reached its instant.
 *
 * <p>The clock is the machine's own, so that instants are the same for other processes. It may be set, and the machine
 * may sleep; only within one event it never goes backwards. Exceptions of an event go to the handler, and later events
 * run anyway.
 *
 * <p>If an event does long work, a new thread becomes the leader after {@link #LONGEST_WORK_MILLIS}. When the work is
 * done, the thread posts an event by which it becomes the leader again. So there is only one leader at a time, and
 * events need no lock.
 */
final class WallTimeline implements Timeline {

    /** The maximum sleep of the thread, so that it notices within a second that the clock has jumped. */
    private static final long LONGEST_SLEEP_MILLIS = 1_000;

    /** How long a thread stays the leader during work: not noticeable, but longer than nearly all work. */
    private static final long LONGEST_WORK_MILLIS = 20;

    private final EventQueue queue = new EventQueue();
    private final Consumer<Throwable> failures;
    private final ScheduledThreadPoolExecutor successions = new ScheduledThreadPoolExecutor(
            1,
            WallTimeline::daemon,
            new ThreadPoolExecutor.DiscardPolicy()); // no successor is needed once it is closed
    private final Map<Thread, CompletableFuture<Boolean>> returning = new ConcurrentHashMap<>();
    private volatile Thread leader;
    private volatile boolean closed;
    private long eventMillis;

    /**
     * Starts the event thread.
     *
     * @param failures receives exceptions of events, on the event thread
     */
    WallTimeline(Consumer<Throwable> failures) {
        this.failures = failures;
        successions.setRemoveOnCancelPolicy(true);
        startLeader();
    }

    private void startLeader() {
        Thread next = daemon(this::lead);
        next.setName("stoker-timeline");
        leader = next;
        next.start();
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "stoker-timeline-watch");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public long nowMillis() {
        long clock = System.currentTimeMillis();
        if (!isLeader()) {
            return clock;
        }
        eventMillis = Math.max(eventMillis, clock);
        return eventMillis;
    }

    private boolean isLeader() {
        return Thread.currentThread() == leader;
    }

    /** Runs an event at an instant; after {@link #close} it is dropped. May be called from any thread. */
    @Override
    public Cancellable at(long epochMillis, Runnable event) {
        // An instant in the past counts as now, so that the event does not overtake events that were added before it.
        return queue.add(Math.max(epochMillis, nowMillis()), event);
    }

    /** Runs an event as soon as possible; after {@link #close} it is dropped. May be called from any thread. */
    @Override
    public void post(Runnable event) {
        queue.add(nowMillis(), event);
    }

    @Override
    public <T, E extends Exception> T meanwhile(LongWork<T, E> work) throws E {
        if (!isLeader()) {
            return work.run();
        }
        AtomicBoolean settled = new AtomicBoolean();
        Future<?> succession = successions.schedule(
                () -> {
                    if (settled.compareAndSet(false, true)) {
                        startLeader();
                    }
                },
                LONGEST_WORK_MILLIS,
                TimeUnit.MILLISECONDS);
        try {
            return work.run();
        } finally {
            if (settled.compareAndSet(false, true)) {
                succession.cancel(false);
            } else {
                takeTheLeadBack();
            }
        }
    }

    /** Waits until an event hands the lead to this thread; the one that led ends then. */
    private void takeTheLeadBack() {
        Thread me = Thread.currentThread();
        CompletableFuture<Boolean> lead = new CompletableFuture<>();
        returning.put(me, lead);
        post(() -> {
            Thread led = leader;
            leader = me;
            if (!lead.complete(true)) {
                leader = led;
            }
        });
        if (closed) {
            lead.complete(false); // the event may have been dropped
        }
        boolean leads = lead.join();
        returning.remove(me);
        if (!leads) {
            throw new ClosedMeanwhile();
        }
    }

    /**
     * Drops all events that have not begun and waits for the one that has, unless that one is the caller or has lost the lead to
     * others. Safe to call more than once.
     */
    @Override
    public void close() {
        queue.close();
        closed = true;
        returning.values().forEach(lead -> lead.complete(false));
        boolean interrupted = false;
        Thread led = leader;
        while (led != Thread.currentThread() && led.isAlive()) {
            try {
                led.join();
                led = leader;
            } catch (InterruptedException e) {
                interrupted = true; // an event is always let finish: half of one would leave broken state behind
            }
        }
        successions.shutdownNow();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void lead() {
        Optional<EventQueue.Event> event = next();
        while (event.isPresent()) {
            runReporting(event.get());
            event = isLeader() ? next() : Optional.empty();
        }
    }

    private Optional<EventQueue.Event> next() {
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
        } catch (ClosedMeanwhile e) {
            // What the event still had to do is dropped, as all events are.
        } catch (Throwable thrown) {
            report(thrown);
        }
    }

    private void report(Throwable thrown) {
        try {
            failures.accept(thrown);
        } catch (RuntimeException | Error second) {
            second.addSuppressed(thrown);
            Thread me = Thread.currentThread();
            me.getUncaughtExceptionHandler().uncaughtException(me, second);
        }
    }

    /** Ends an event whose long work was done after the timeline was closed. */
    private static final class ClosedMeanwhile extends RuntimeException {
        private static final long serialVersionUID = 1;
    }
}
