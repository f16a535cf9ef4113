// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.states.run;

import dev.stoker.local.states.jsonata.Expression;
import dev.stoker.local.states.jsonata.Json;
import dev.stoker.local.states.jsonata.JsonObject;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Receives the events of executions, for progress, logs and histories. Must not throw. */
@FunctionalInterface
public interface ExecutionObserver {

    /** Ignores all events. */
    ExecutionObserver NONE = event -> {};

    /** Calls both, in order. */
    static ExecutionObserver both(ExecutionObserver first, ExecutionObserver second) {
        return new ExecutionObserver() {
            @Override
            public void on(HistoryEvent event) {
                first.on(event);
                second.on(event);
            }

            @Override
            public void evaluated(Evaluation evaluation) {
                first.evaluated(evaluation);
                second.evaluated(evaluation);
            }
        };
    }

    /** Receives an event, on the timeline. */
    void on(HistoryEvent event);

    /** Receives an evaluation of an expression, on the timeline. Ignored by default. */
    default void evaluated(Evaluation evaluation) {}

    /** An event of an execution, numbered and named as in AWS's logs. */
    public static final class HistoryEvent {

        private final String executionArn;
        private final long id;
        private final long previousEventId;
        private final long atMillis;
        private final Details details;

        /**
         * The details of an event.
         *
         * @param type such as PassStateEntered
         * @param state its state, or null
         * @param iteration its iteration, or null
         * @param data input, output, arguments or result, or null
         * @param failure the error, or null
         * @param more further fields of its details, with the names of the API
         */
        record Details(
                String type,
                @Nullable String state,
                @Nullable Integer iteration,
                @Nullable Object data,
                @Nullable StateFailed failure,
                JsonObject more) {
            Details(String type, @Nullable String state, @Nullable Object data, @Nullable StateFailed failure) {
                this(type, state, null, data, failure, JsonObject.EMPTY);
            }

            /** An event of an iteration. */
            Details(String type, String state, @Nullable Integer iteration) {
                this(type, state, iteration, null, null, JsonObject.EMPTY);
            }

            /** An event of a failed evaluation. */
            Details(String type, String state, StateFailed failure, JsonObject more) {
                this(type, state, null, null, failure, more);
            }
        }

        HistoryEvent(String executionArn, long id, long previousEventId, long atMillis, Details details) {
            this.executionArn = executionArn;
            this.id = id;
            this.previousEventId = previousEventId;
            this.atMillis = atMillis;
            this.details = details;
        }

        /** Its execution. */
        public String executionArn() {
            return executionArn;
        }

        /** Its number in the execution, from 1. */
        public long id() {
            return id;
        }

        /** The previous event of the same branch; 0 for the first. */
        public long previousEventId() {
            return previousEventId;
        }

        /** Its time, in milliseconds since the epoch. */
        public long atMillis() {
            return atMillis;
        }

        /**
         * Its type, as AWS names them, such as ExecutionStarted, PassStateEntered or TaskScheduled.
         *
         * @see <a href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_HistoryEvent.html">HistoryEvent</a>
         */
        public String type() {
            return details.type();
        }

        /** Its state; empty for an event of the execution. */
        public Optional<String> state() {
            return Optional.ofNullable(details.state());
        }

        /** The iteration of the Map, from 0; empty if it belongs to none. */
        public Optional<Integer> iteration() {
            return Optional.ofNullable(details.iteration());
        }

        /** Further fields of its details, with the names of the API: resource, timeoutInSeconds, assignedVariables and so on. */
        public JsonObject more() {
            return details.more();
        }

        /** The input, output, arguments or result as JSON text; empty if there is none. Written when this is called. */
        public Optional<String> data() {
            return Optional.ofNullable(details.data()).map(Json::text);
        }

        /** The name of the error; empty if there is none. */
        public Optional<String> error() {
            return Optional.ofNullable(details.failure()).flatMap(StateFailed::error);
        }

        /** The cause of the error; empty if there is none. */
        public Optional<String> cause() {
            return Optional.ofNullable(details.failure()).flatMap(StateFailed::why);
        }
    }

    /**
     * One evaluation of an expression.
     *
     * @param machine the name of the state machine
     * @param state the name of the state
     * @param field its path within the state, such as {@code Output/x}
     * @param expression the expression
     * @param variables returns the value of a variable by its name, including {@code $states}, or null if it has none;
     *     call it only within the observer
     * @param nowMillis the result of {@code $millis()}
     * @param depth the depth of the evaluation, by the strictest count
     * @param value the result, or null if it is undefined or an error
     * @param error JSONata's message for the error, or null
     */
    record Evaluation(
            String machine,
            String state,
            String field,
            Expression expression,
            Function<String, @Nullable Object> variables,
            long nowMillis,
            int depth,
            @Nullable Object value,
            @Nullable String error) {}

    /**
     * The result of an execution: the answer of StartSyncExecution.
     *
     * @param executionArn its ARN
     * @param stateMachineArn the ARN of its state machine
     * @param name its name
     * @param startMillis when it started, in milliseconds since the epoch
     * @param stopMillis when it ended, in milliseconds since the epoch
     * @param status its status
     * @param input its input as JSON text
     * @param output its output as JSON text; empty unless it succeeded
     * @param error the name of the error; empty if there is none
     * @param cause its cause; empty if there is none
     */
    record ExecutionResult(
            String executionArn,
            String stateMachineArn,
            String name,
            long startMillis,
            long stopMillis,
            Status status,
            String input,
            Optional<String> output,
            Optional<String> error,
            Optional<String> cause) {

        /** Source: recorded on AWS for small executions. */
        public static final int BILLED_MEMORY_MB = 64;

        private static final long BILLING_STEP_MILLIS = 100;

        /** The status of an ended execution. */
        public enum Status {
            /** It ended successfully. */
            SUCCEEDED,
            /** An error that no Catch handled ended it. */
            FAILED,
            /** It exceeded its timeout. */
            TIMED_OUT,
            /** StopExecution ended it. */
            ABORTED
        }

        /** Its output, or, if it failed, its cause: a cycle with a shortfall has there what is its output otherwise. */
        public String outputOrCause() {
            return output.or(() -> cause).orElse("");
        }

        /** The same, without its error and its cause. */
        public ExecutionResult withoutError() {
            return new ExecutionResult(
                    executionArn,
                    stateMachineArn,
                    name,
                    startMillis,
                    stopMillis,
                    status,
                    input,
                    output,
                    Optional.empty(),
                    Optional.empty());
        }

        /** Its billed duration: in steps of 100 ms, at least one. */
        public long billedMillis() {
            long steps = (stopMillis - startMillis + BILLING_STEP_MILLIS - 1) / BILLING_STEP_MILLIS;
            return Math.max(1, steps) * BILLING_STEP_MILLIS;
        }

        /** When it started, in Step Functions' format. */
        public String startDate() {
            return Times.text(startMillis);
        }

        /** When it ended, in Step Functions' format. */
        public String stopDate() {
            return Times.text(stopMillis);
        }
    }
}
