// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.states;

/** Step Functions refuses a call. The code is that of AWS, such as StateMachineDoesNotExist. */
public final class StepFunctionsException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String code;

    StepFunctionsException(String code, String message) {
        super(message);
        this.code = code;
    }

    static StepFunctionsException doesNotExist(String stateMachineArn) {
        return new StepFunctionsException(
                "StateMachineDoesNotExist", "State Machine Does Not Exist: '" + stateMachineArn + "'");
    }

    static StepFunctionsException notOfThisType(String stateMachineArn) {
        return new StepFunctionsException(
                "StateMachineTypeNotSupported",
                "This operation is not supported by this type of state machine: '" + stateMachineArn + "'");
    }

    /** The name of the error. */
    public String code() {
        return code;
    }
}
