// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.states.run;

import static java.util.Objects.requireNonNull;

import dev.stoker.local.account.AwsError;
import dev.stoker.local.states.run.ExecutionObserver.ExecutionResult;
import dev.stoker.local.time.Timeline;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;

/** The current version of a state machine: the answer of DescribeStateMachine. */
public final class StateMachine {

    private final String arn;
    private final String name;
    private final StateMachineType type;
    private final String roleArn;
    private final Definition definition;
    private final long creationMillis;

    public StateMachine(
            String arn,
            String name,
            StateMachineType type,
            String roleArn,
            Definition definition,
            long creationMillis) {
        this.arn = arn;
        this.name = name;
        this.type = type;
        this.roleArn = roleArn;
        this.definition = definition;
        this.creationMillis = creationMillis;
    }

    /** Its ARN. */
    public String arn() {
        return arn;
    }

    /** Its name. */
    public String name() {
        return name;
    }

    /** The ARN of its role, which has no effect here. */
    public String roleArn() {
        return roleArn;
    }

    /** Its type. */
    public StateMachineType type() {
        return type;
    }

    /** Its status: always ACTIVE. */
    public String status() {
        return "ACTIVE";
    }

    /** The text of its definition. */
    public String definitionText() {
        return definition.text();
    }

    /** When it was created, in milliseconds since the epoch. */
    public long creationMillis() {
        return creationMillis;
    }

    public Definition definition() {
        return definition;
    }

    /** The timeout of an execution, in milliseconds. */
    long timeoutMillis() {
        return Math.min(type.longestMillis, definition.timeoutMillis());
    }

    public StateMachine with(Definition newDefinition, String newRoleArn) {
        return new StateMachine(arn, name, type, newRoleArn, newDefinition, creationMillis);
    }

    /**
     * Starts an execution.
     *
     * @param engine the objects that all executions share
     * @param executionName its name
     * @param executionArn its ARN
     * @param input a JSON value
     * @param whenEnded takes the result, on the timeline
     * @return the execution, which runs
     */
    public RunningExecution start(
            Engine engine,
            String executionName,
            String executionArn,
            Object input,
            Consumer<ExecutionResult> whenEnded) {
        Execution execution = new Execution(engine, this, executionName, executionArn, input, whenEnded);
        execution.start();
        return execution;
    }

    /** An execution, for the caller that may stop it. */
    public interface RunningExecution {
        /**
         * Stops it, if it has not ended. It has ended when this returns.
         *
         * @param error the name of an error, if there is one
         * @param cause its cause, if there is one
         */
        void stop(Optional<String> error, Optional<String> cause);
    }

    /**
     * The objects that all executions share.
     *
     * @param timeline the clock and the queue of events
     * @param random the random source for IDs and jitter
     * @param observer receives their events
     */
    public record Engine(Timeline timeline, Random random, ExecutionObserver observer) {}

    /**
     * A valid definition of a state machine.
     *
     * @param text its text
     * @param graph its states
     * @param timeoutMillis the timeout of an execution in the definition; {@link #NO_TIMEOUT} if there is none
     */
    public record Definition(String text, StateGraph graph, long timeoutMillis) {
        public static final long NO_TIMEOUT = Long.MAX_VALUE;
    }

    /**
     * A graph of states: those of a state machine or of a Map's iterations.
     *
     * @param startAt the name of the first
     * @param states all of them by name
     */
    public record StateGraph(String startAt, Map<String, State> states) {

        public StateGraph {
            states = Map.copyOf(states);
        }

        /** A state by its name. */
        State state(String name) {
            return requireNonNull(states.get(name), name);
        }
    }

    /**
     * The type of a state machine. Both types run the same states here. They differ in their maximum duration and in
     * whether executions can be described.
     */
    public enum StateMachineType {
        /** Executions take at most five minutes and cannot be described. */
        EXPRESS("express", 300_000),
        /** Executions take at most a year, can be described, and cannot be started synchronously. */
        STANDARD("execution", 31_536_000_000L);

        /** The part of execution ARNs after the account. */
        public final String arnKind;

        /** Source: Step Functions developer guide, "Service quotas": maximum duration of an execution. */
        final long longestMillis;

        StateMachineType(String arnKind, long longestMillis) {
            this.arnKind = arnKind;
            this.longestMillis = longestMillis;
        }

        /**
         * Parses a type.
         *
         * @param name the name in the API
         */
        public static StateMachineType of(String name) {
            for (StateMachineType type : values()) {
                if (type.name().equals(name)) {
                    return type;
                }
            }
            throw new AwsError(
                    "ValidationException",
                    "1 validation error detected: Value '" + name
                            + "' at 'type' failed to satisfy constraint: Member must satisfy enum value set: [STANDARD,"
                            + " EXPRESS]");
        }
    }
}
