// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.states;

/** What kind of executions a state machine has. Both run the same states here; they differ in how long, and in who may look. */
public enum StateMachineType {
    /** They end after five minutes and cannot be described. */
    EXPRESS("express", 300_000),
    /** They last up to a year, can be described afterwards, and nobody can wait for them. */
    STANDARD("execution", 31_536_000_000L);

    /** What their ARNs say behind the account. */
    final String arnKind;

    /** Source: Step Functions developer guide, "Service quotas": maximum duration of an execution. */
    final long longestMillis;

    StateMachineType(String arnKind, long longestMillis) {
        this.arnKind = arnKind;
        this.longestMillis = longestMillis;
    }

    /** @param name as the API has it; null is STANDARD */
    static StateMachineType of(String name) {
        if (name == null) {
            return STANDARD;
        }
        for (StateMachineType type : values()) {
            if (type.name().equals(name)) {
                return type;
            }
        }
        throw new StepFunctionsException(
                "ValidationException",
                "1 validation error detected: Value '" + name
                        + "' at 'type' failed to satisfy constraint: Member must satisfy enum value set: [STANDARD,"
                        + " EXPRESS]");
    }
}
