// SPDX-License-Identifier: Apache-2.0
package dev.stoker.contract;

import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.StartSyncExecutionResponse;

/** A deployed state machine keep-warm. */
final class KeepWarm {
    private final SfnClient stepFunctions;
    private final String arn;

    KeepWarm(SfnClient stepFunctions, String arn) {
        this.stepFunctions = stepFunctions;
        this.arn = arn;
    }

    /** Its ARN. */
    String arn() {
        return arn;
    }

    /** Runs one cycle and waits for its end. */
    Cycle run(Input input) {
        return run(input.json());
    }

    /** Runs one cycle with any JSON value as input, and waits for its end. */
    Cycle run(String input) {
        StartSyncExecutionResponse response = stepFunctions.startSyncExecution(
                request -> request.stateMachineArn(arn).input(input));
        return new Cycle(input, response.statusAsString(), response.error(), response.cause(), response.output());
    }
}
