// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.states;

/**
 * One thing that is wrong with a definition: a diagnostic of ValidateStateMachineDefinition.
 *
 * @param code such as SCHEMA_VALIDATION_FAILED
 * @param message what is wrong
 * @param path where, such as /States/Send/Next
 */
public record Problem(String code, String message, String path) {

    static final String SCHEMA = "SCHEMA_VALIDATION_FAILED";
    static final String TRANSITION = "MISSING_TRANSITION_TARGET";
    static final String DUPLICATE = "DUPLICATE_STATE_NAME";
    /** Source: CreateStateMachine in us-east-1, which so refuses what is no JSONata, and $$ (floci-io/floci issue 2745). */
    static final String JSONATA = "INVALID_JSONATA_EXPRESSION";

    static final String NOT_JSON = "INVALID_JSON_DESCRIPTION";

    @Override
    public String toString() {
        return code + ": " + message + (path.isEmpty() ? "" : " at " + path);
    }
}
