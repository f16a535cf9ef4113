// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.lambda.environments;

import dev.stoker.local.lambda.runtime.Runtimes.Payload;

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
}
