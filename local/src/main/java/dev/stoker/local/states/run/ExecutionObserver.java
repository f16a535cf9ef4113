// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.states.run;

import dev.stoker.local.states.jsonata.Expression;
import dev.stoker.local.states.jsonata.Json;
import java.util.function.Function;

/** Is told what executions do, as they do it: for progress, logs and histories. Must not throw. */
@FunctionalInterface
public interface ExecutionObserver {

    /** Looks away. */
    ExecutionObserver NONE = event -> {};

    /** Tells both, the first one first. */
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

    /** Is told of one event, on the timeline. */
    void on(HistoryEvent event);

    /** Is told of one evaluation of an expression, on the timeline. Most observers have no use for it. */
    default void evaluated(Evaluation evaluation) {}

    /** One event in the life of an execution, numbered and named as AWS does it in its logs. */
    public static final class HistoryEvent {

        private final String executionArn;
        private final long id;
        private final long previousEventId;
        private final long atMillis;
        private final Details details;

        /**
         * What happened.
         *
         * @param type such as PassStateEntered
         * @param state the state that it is about, or null
         * @param iteration the iteration that it is about, or null
         * @param data input, output, arguments or result, or null
         * @param failure the error, or null
         */
        record Details(String type, String state, Integer iteration, Object data, StateFailed failure) {}

        HistoryEvent(String executionArn, long id, long previousEventId, long atMillis, Details details) {
            this.executionArn = executionArn;
            this.id = id;
            this.previousEventId = previousEventId;
            this.atMillis = atMillis;
            this.details = details;
        }

        /** The execution that it belongs to. */
        public String executionArn() {
            return executionArn;
        }

        /** Its number in the execution, from 1. */
        public long id() {
            return id;
        }

        /** The event of the same branch that it follows, 0 for the first. */
        public long previousEventId() {
            return previousEventId;
        }

        /** When, in milliseconds since the epoch. */
        public long atMillis() {
            return atMillis;
        }

        /**
         * Its type, as AWS names them: ExecutionStarted, ExecutionSucceeded, ExecutionFailed, ExecutionTimedOut; the state's
         * type with StateEntered or StateExited; TaskScheduled, TaskStarted, TaskSucceeded, TaskFailed, TaskTimedOut;
         * MapStateStarted, MapStateSucceeded, MapStateFailed; MapIterationStarted, MapIterationSucceeded,
         * MapIterationFailed.
         */
        public String type() {
            return details.type();
        }

        /** The state that it is about, or null if it is about the execution. */
        public String state() {
            return details.state();
        }

        /** The iteration of the Map that it is about, from 0, or null. */
        public Integer iteration() {
            return details.iteration();
        }

        /** The input, output, arguments or result as JSON text, or null if there is none. Written when asked for. */
        public String data() {
            return details.data() == null ? null : Json.text(details.data());
        }

        /** The name of the error, or null. */
        public String error() {
            return details.failure() == null ? null : details.failure().error();
        }

        /** The cause of the error, or null. */
        public String cause() {
            return details.failure() == null ? null : details.failure().why();
        }
    }

    /**
     * One evaluation of an expression.
     *
     * @param machine the name of the state machine
     * @param state the name of the state
     * @param field where the expression stands within the state, such as {@code Output/x}
     * @param expression the expression
     * @param variables gives the value of a variable by its name, also that of {@code $states}, or null if it has none; to be
     *     asked only while the observer is told
     * @param nowMillis what {@code $millis()} gave
     * @param depth how deep it nested, counted as strictly as can be
     * @param value what it gave, or null if that is undefined or an error
     * @param error what JSONata says of the error, or null if there was none
     */
    record Evaluation(
            String machine,
            String state,
            String field,
            Expression expression,
            Function<String, Object> variables,
            long nowMillis,
            int depth,
            Object value,
            String error) {}

    /**
     * How an execution ended: the answer of StartSyncExecution.
     *
     * @param executionArn its ARN
     * @param stateMachineArn the ARN of its state machine
     * @param name its name
     * @param startMillis when it started, in milliseconds since the epoch
     * @param stopMillis when it ended, likewise
     * @param status how
     * @param input its input as JSON text
     * @param output its output as JSON text, or null unless it succeeded
     * @param error the name of the error, or null
     * @param cause its cause, or null
     */
    record ExecutionResult(
            String executionArn,
            String stateMachineArn,
            String name,
            long startMillis,
            long stopMillis,
            Status status,
            String input,
            String output,
            String error,
            String cause) {

        /** Source: recorded on AWS for small executions. */
        public static final int BILLED_MEMORY_MB = 64;

        private static final long BILLING_STEP_MILLIS = 100;

        /** How an execution may end. */
        public enum Status {
            /** It reached its end. */
            SUCCEEDED,
            /** An error that nothing caught ended it. */
            FAILED,
            /** It took longer than it may. */
            TIMED_OUT
        }

        /** Its duration as it is billed: in steps of 100 ms, at least one. */
        public long billedMillis() {
            long steps = (stopMillis - startMillis + BILLING_STEP_MILLIS - 1) / BILLING_STEP_MILLIS;
            return Math.max(1, steps) * BILLING_STEP_MILLIS;
        }

        /** When it started, as Step Functions writes instants. */
        public String startDate() {
            return Times.text(startMillis);
        }

        /** When it ended, as Step Functions writes instants. */
        public String stopDate() {
            return Times.text(stopMillis);
        }
    }
}
