// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.lambda.environments;

import dev.stoker.local.account.AwsError;
import dev.stoker.local.lambda.runtime.Runtimes.Payload;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Observes environments, and contains what they report. It is called within the timeline's events. */
@FunctionalInterface
public interface LambdaObserver {
    /** Ignores all events. */
    LambdaObserver NONE = event -> {};

    /** Calls both, in order. */
    static LambdaObserver both(LambdaObserver first, LambdaObserver second) {
        return new LambdaObserver() {
            @Override
            public void on(EnvironmentEvent event) {
                first.on(event);
                second.on(event);
            }

            @Override
            public void failed(FunctionFailure failure) {
                first.failed(failure);
                second.failed(failure);
            }
        };
    }

    /** Receives an event of an environment. */
    void on(EnvironmentEvent event);

    /** Receives a function error. */
    default void failed(FunctionFailure failure) {
        // ignored by default
    }

    /**
     * An event of an environment, for progress and for drawings.
     *
     * @param kind what happened
     * @param atMillis when, milliseconds since the epoch
     * @param environmentId the model's ID, not the ID in a sleep task's answer
     * @param function the function's name
     * @param version {@code $LATEST} or a number
     * @param requestId the ID of the invocation, or null
     * @param warmEvent whether the invocation is a sleep task
     */
    public record EnvironmentEvent(
            EventKind kind,
            long atMillis,
            String environmentId,
            String function,
            String version,
            @Nullable String requestId,
            boolean warmEvent) {
        /** The kinds of events. */
        public enum EventKind {
            /** INIT begins. */
            STARTED,
            /** INIT has ended. */
            INITIALIZED,
            /** An invocation begins. */
            INVOKED,
            /** An invocation has ended. */
            FREED,
            /** The environment was reclaimed. */
            RECLAIMED
        }
    }

    /**
     * A function error.
     *
     * @param function its name
     * @param requestId the ID of the invocation
     * @param error AWS's error JSON: {@code errorType}, {@code errorMessage}, possibly {@code stackTrace}
     * @param log the end of what the environment wrote in this invocation, or in a failed INIT
     */
    public record FunctionFailure(String function, String requestId, Payload error, Payload log) {}

    /**
     * The counts of a function since it was created.
     *
     * @param invocations invocations that reached an environment
     * @param coldStarts environments that were started because a request found none free
     * @param throttles requests that were throttled (429)
     * @param functionErrors invocations with a function error, including timeouts and crashes
     * @param maxConcurrency the maximum number of requests at once
     * @param environments the IDs of the existing environments of all versions, the oldest first
     * @param bill the billed time
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
         * The time that Lambda would bill, in steps of 1 ms; INIT is billed since 2025-08-01. Source: Lambda pricing
         * page.
         *
         * @param requests invocations that reached an environment
         * @param initMillis the time of INIT phases
         * @param heldMillis the time of sleep tasks
         * @param userMillis the time of all other invocations
         */
        public record Bill(long requests, long initMillis, long heldMillis, long userMillis) {
            /** An empty bill. */
            public static final Bill NOTHING = new Bill(0, 0, 0, 0);

            /** The sum of all times. */
            public long millis() {
                return initMillis + heldMillis + userMillis;
            }

            /** The sum of both bills. */
            public Bill plus(Bill other) {
                return new Bill(
                        requests + other.requests,
                        initMillis + other.initMillis,
                        heldMillis + other.heldMillis,
                        userMillis + other.userMillis);
            }

            /** The difference to an earlier state of the same bill. */
            public Bill minus(Bill earlier) {
                return new Bill(
                        requests - earlier.requests,
                        initMillis - earlier.initMillis,
                        heldMillis - earlier.heldMillis,
                        userMillis - earlier.userMillis);
            }
        }
    }

    /** The outcome of an invocation for its caller. */
    sealed interface InvokeOutcome {
        /** AWS's id of the request. */
        String requestId();

        /**
         * The invocation reached an environment: HTTP 200.
         *
         * @param executedVersion {@code $LATEST} or a number
         * @param payload the function's answer, or AWS's error JSON
         * @param functionError whether the payload is an error: X-Amz-Function-Error is then {@code Unhandled}
         * @param log the last 4 KB of the log; empty unless requested
         */
        record Answered(String requestId, String executedVersion, Payload payload, boolean functionError, Payload log)
                implements InvokeOutcome {}

        /** Queued: HTTP 202. */
        record Accepted(String requestId) implements InvokeOutcome {}

        /** The function can be invoked: HTTP 204. */
        record Permitted(String requestId, String executedVersion) implements InvokeOutcome {}

        /** The service rejected the request; the function was not invoked. */
        record Refused(String requestId, AwsError error) implements InvokeOutcome {
            /** The error's name, such as TooManyRequestsException. */
            public String code() {
                return error.code();
            }
        }
    }
}
