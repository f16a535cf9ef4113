// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.lambda.environments;

import dev.stoker.local.lambda.runtime.Runtimes.Payload;
import java.util.List;

/** Watches environments live; called within the timeline's events. */
@FunctionalInterface
public interface LambdaObserver {
    /** Sees nothing. */
    LambdaObserver NONE = event -> {};

    /** One step in the life of one environment. */
    void on(EnvironmentEvent event);

    /** An invocation ended in an error of the function. */
    default void failed(FunctionFailure failure) {
        // for those who want to know
    }

    /**
     * A step in the life of an environment, for progress and for drawings.
     *
     * @param kind what happened
     * @param atMillis when, milliseconds since the epoch
     * @param environmentId the model's own id, not the one that a sleep task tells
     * @param function the function's name
     * @param version {@code $LATEST} or a number
     * @param requestId of the invocation, or null
     * @param warmEvent the invocation is a sleep task
     */
    public record EnvironmentEvent(
            Kind kind,
            long atMillis,
            String environmentId,
            String function,
            String version,
            String requestId,
            boolean warmEvent) {
        /** The steps. */
        public enum Kind {
            /** It is being started. */
            STARTED,
            /** Its INIT is over. */
            INITIALIZED,
            /** An invocation begins. */
            INVOKED,
            /** An invocation is over. */
            FREED,
            /** It is gone. */
            RECLAIMED
        }
    }

    /**
     * An invocation that ended in an error of the function.
     *
     * @param function its name
     * @param requestId of the invocation
     * @param error AWS's error JSON: {@code errorType}, {@code errorMessage}, perhaps {@code stackTrace}
     * @param log the last of what the environment wrote in this invocation, or in an INIT that failed
     */
    public record FunctionFailure(String function, String requestId, Payload error, Payload log) {}

    /**
     * What was counted of a function since it was created.
     *
     * @param invocations that reached an environment
     * @param coldStarts environments that were started because a request found none free
     * @param throttles requests that were refused with 429
     * @param functionErrors invocations that ended with a function error, timeouts and crashes among them
     * @param maxConcurrency most requests at once
     * @param environments ids of those alive now, of all versions, the oldest first
     * @param bill what all this costs
     */
    record FunctionReport(
            long invocations,
            long coldStarts,
            long throttles,
            long functionErrors,
            int maxConcurrency,
            List<String> environments,
            Bill bill) {
        /** Copies the ids. */
        public FunctionReport {
            environments = List.copyOf(environments);
        }

        /**
         * What Lambda would bill, in its steps of 1 ms; INIT is billed since 2025-08-01. Source: Lambda pricing page.
         *
         * @param requests invocations that reached an environment
         * @param initMillis INIT phases
         * @param heldMillis invocations by warm events
         * @param userMillis all other invocations
         */
        public record Bill(long requests, long initMillis, long heldMillis, long userMillis) {
            /** Nothing used yet. */
            public static final Bill NOTHING = new Bill(0, 0, 0, 0);

            /** All milliseconds together. */
            public long millis() {
                return initMillis + heldMillis + userMillis;
            }

            /** Both together. */
            public Bill plus(Bill other) {
                return new Bill(
                        requests + other.requests,
                        initMillis + other.initMillis,
                        heldMillis + other.heldMillis,
                        userMillis + other.userMillis);
            }

            /** What was added since an earlier state of the same bill. */
            public Bill minus(Bill earlier) {
                return new Bill(
                        requests - earlier.requests,
                        initMillis - earlier.initMillis,
                        heldMillis - earlier.heldMillis,
                        userMillis - earlier.userMillis);
            }
        }
    }
}
