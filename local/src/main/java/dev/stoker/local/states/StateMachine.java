// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.states;

/** A state machine as it was created or last updated: the answer of DescribeStateMachine. */
public final class StateMachine {

    private final String arn;
    private final String name;
    private final StateMachineType type;
    private final String roleArn;
    private final Definition definition;
    private final long creationMillis;

    StateMachine(
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

    Definition definition() {
        return definition;
    }

    /** How long an execution may take, in milliseconds. */
    long timeoutMillis() {
        return Math.min(type.longestMillis, definition.timeoutMillis());
    }

    StateMachine with(Definition newDefinition, String newRoleArn) {
        return new StateMachine(arn, name, type, newRoleArn, newDefinition, creationMillis);
    }
}
