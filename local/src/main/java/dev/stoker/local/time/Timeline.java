// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.time;

import java.util.function.Consumer;

/**
 * One clock and one queue of events, which run one at a time and in the order of their instants; events of the same
 * instant run in the order in which they were added.
 *
 * <p>Only events use the state of the services, so the services need no locks. Other threads (an HTTP request, a
 * process that answers) add events by {@link #post}.
 */
public interface Timeline extends AutoCloseable {

    /** The current instant, in milliseconds since the epoch. It never goes backwards within an event. */
    long nowMillis();

    /**
     * Runs an event at an instant, or as soon as possible if the instant is in the past.
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
     * Runs long work that does not use the state of events. On wall-clock time other events run during the work, as soon as it
     * takes longer than a moment. The rest of the current event then waits for its turn, and must check what has changed. On
     * virtual time no other event runs during the work.
     *
     * @param work runs on the calling thread
     * @return the result of the work
     * @throws E if the work throws it
     */
    default <T, E extends Exception> T meanwhile(LongWork<T, E> work) throws E {
        return work.run();
    }

    /** Drops all events that have not begun, if the timeline has its own thread. Other timelines need not be closed. */
    @Override
    default void close() {
        // the caller that advances the timeline just stops
    }

    /**
     * Wall-clock time, on a separate thread.
     *
     * @param failures receives exceptions of events, on that thread
     */
    static Timeline ofThisMachine(Consumer<Throwable> failures) {
        return new WallTimeline(failures);
    }

    /** An event that has not run yet. */
    @FunctionalInterface
    interface Cancellable {
        /** Cancels the event. Does nothing if it has run. */
        void cancel();
    }

    /**
     * Work that may take long, see {@link #meanwhile}.
     *
     * @param <T> its result
     * @param <E> its exception
     */
    @FunctionalInterface
    interface LongWork<T, E extends Exception> {
        /** Runs the work. */
        T run() throws E;
    }
}
