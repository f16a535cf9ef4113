// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.states.run;

import dev.stoker.local.account.AwsError;
import dev.stoker.local.states.run.ExecutionObserver.ExecutionResult;
import dev.stoker.local.time.Timeline;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;

/** A state machine as it was created or last updated: the answer of DescribeStateMachine. */
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

    /** The ARN of the role that it would have on AWS; nothing here looks at it. */
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

    /** Its definition, as it was given. */
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

    /** How long an execution may take, in milliseconds. */
    long timeoutMillis() {
        return Math.min(type.longestMillis, definition.timeoutMillis());
    }

    public StateMachine with(Definition newDefinition, String newRoleArn) {
        return new StateMachine(arn, name, type, newRoleArn, newDefinition, creationMillis);
    }

    /**
     * Starts an execution.
     *
     * @param engine what all executions share
     * @param executionName its name
     * @param executionArn its ARN
     * @param input a JSON value
     * @param whenEnded takes the result, on the timeline
     */
    public void start(
            Engine engine,
            String executionName,
            String executionArn,
            Object input,
            Consumer<ExecutionResult> whenEnded) {
        new Execution(engine, this, executionName, executionArn, input, whenEnded).start();
    }

    /**
     * What all executions share.
     *
     * @param timeline the clock and the queue of events
     * @param random where chance comes from: ids, jitter
     * @param observer is told what they do
     */
    public record Engine(Timeline timeline, Random random, ExecutionObserver observer) {}

    /**
     * A state machine's definition, read and found valid.
     *
     * @param text as it was given
     * @param graph its states
     * @param timeoutMillis how long an execution may take, whatever the machine's type allows; {@link #NO_TIMEOUT} if it does not say
     */
    public record Definition(String text, StateGraph graph, long timeoutMillis) {
        public static final long NO_TIMEOUT = Long.MAX_VALUE;
    }

    /**
     * States that lead to one another: those of a state machine, or those of a Map's iterations.
     *
     * @param startAt the name of the first
     * @param states all of them by name
     */
    public record StateGraph(String startAt, Map<String, State> states) {

        public StateGraph {
            states = Map.copyOf(states);
        }
    }

    /** What kind of executions a state machine has. Both run the same states here; they differ in how long, and in who may look. */
    public enum StateMachineType {
        /** They end after five minutes and cannot be described. */
        EXPRESS("express", 300_000),
        /** They last up to a year, can be described afterwards, and nobody can wait for them. */
        STANDARD("execution", 31_536_000_000L);

        /** What their ARNs say behind the account. */
        public final String arnKind;

        /** Source: Step Functions developer guide, "Service quotas": maximum duration of an execution. */
        final long longestMillis;

        StateMachineType(String arnKind, long longestMillis) {
            this.arnKind = arnKind;
            this.longestMillis = longestMillis;
        }

        /**
         * The type of a name.
         *
         * @param name as the API has it; null is STANDARD
         */
        public static StateMachineType of(String name) {
            if (name == null) {
                return STANDARD;
            }
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
