// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.time;

import java.util.function.Consumer;

/**
 * One clock and one queue of events, which run one at a time and in the order of their instants; events of the same
 * instant run in the order in which they were handed in.
 *
 * <p>All state of the interpreter and of the Lambda model is touched by events only, so neither needs a lock. The
 * outside (an HTTP request, a process that answers) comes in by {@link #post}.
 */
public interface Timeline extends AutoCloseable {

    /** The current instant, in milliseconds since the epoch. Within one event it does not move backwards. */
    long nowMillis();

    /**
     * Runs an event at an instant; one that has passed already means as soon as possible.
     *
     * @param epochMillis the instant, in milliseconds since the epoch
     */
    Cancellable at(long epochMillis, Runnable event);

    /** Runs an event as soon as possible. May be called from any thread. */
    void post(Runnable event);

    /** Runs an event after a delay in milliseconds; 0 and less mean as soon as possible. */
    default Cancellable after(long delayMillis, Runnable event) {
        return at(nowMillis() + Math.max(0, delayMillis), event);
    }

    /**
     * Does work that touches nothing that events share and that may take long. Where time goes on by itself, other events run
     * meanwhile, as soon as the work takes longer than a moment; what comes after it in this event then waits for its turn, and
     * must look at what may have changed. In virtual time nothing runs meanwhile.
     *
     * @param work is done on the calling thread
     * @return what the work gives
     * @throws E if the work ends so
     */
    default <T, E extends Exception> T meanwhile(LongWork<T, E> work) throws E {
        return work.run();
    }

    /** Drops all events that have not begun, where somebody else than the caller runs them; nothing else needs to be closed. */
    @Override
    default void close() {
        // whoever steps the timeline just stops
    }

    /**
     * The time of this machine, on a thread of its own.
     *
     * @param failures takes what an event threw, on the thread of the events
     */
    static Timeline ofThisMachine(Consumer<Throwable> failures) {
        return new WallTimeline(failures);
    }

    /** An event that has not run yet. */
    @FunctionalInterface
    interface Cancellable {
        /** Takes the event out of the queue; does nothing if it has run. */
        void cancel();
    }

    /**
     * Work that may take long, see {@link #meanwhile}.
     *
     * @param <T> what it gives
     * @param <E> how it may fail
     */
    @FunctionalInterface
    interface LongWork<T, E extends Exception> {
        /** Does it. */
        T run() throws E;
    }
}
