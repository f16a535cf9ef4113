// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.run;

import dev.stoker.cli.aws.AwsCall;
import dev.stoker.cli.aws.AwsClients;
import dev.stoker.cli.aws.StateMachineArn;
import dev.stoker.cli.output.ExitCode;
import dev.stoker.cli.output.Failure;
import java.util.Objects;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.InvalidArnException;
import software.amazon.awssdk.services.sfn.model.StartSyncExecutionResponse;
import software.amazon.awssdk.services.sfn.model.StateMachineDoesNotExistException;
import software.amazon.awssdk.services.sfn.model.StateMachineTypeNotSupportedException;

/**
 * How one execution ended.
 *
 * @param status {@code SUCCEEDED}, {@code FAILED} or {@code TIMED_OUT}
 * @param output its output where it succeeded, else empty
 * @param error the error's name where it failed, else empty
 * @param cause the error's cause where it failed, else empty
 * @param region where it ran
 */
record Execution(String status, String output, String error, String cause, String region) {
    /** @throws Failure if it was not started, or no answer came */
    static Execution of(AwsClients clients, StateMachineArn machine, CycleInput input) {
        AwsCall call = new AwsCall(
                "states:StartSyncExecution",
                machine.text(),
                "The cycle may have run all the same: look at the state machine's logs before you start another.");
        return call.make(() -> start(clients, machine, input));
    }

    private static Execution start(AwsClients clients, StateMachineArn machine, CycleInput input) {
        try (SfnClient client = clients.cycles()) {
            StartSyncExecutionResponse end = client.startSyncExecution(
                    start -> start.stateMachineArn(machine.text()).input(input.text()));
            return new Execution(
                    end.statusAsString(),
                    Objects.requireNonNullElse(end.output(), ""),
                    Objects.requireNonNullElse(end.error(), ""),
                    Objects.requireNonNullElse(end.cause(), ""),
                    machine.region());
        } catch (StateMachineDoesNotExistException | InvalidArnException missing) {
            throw failure(
                            "Stoker.NoSuchStateMachine",
                            "state machine: must exist in this account and region, got " + machine.text()
                                    + ". See aws stepfunctions list-state-machines, or use --stack.")
                    .causedBy(missing);
        } catch (StateMachineTypeNotSupportedException standard) {
            throw failure(
                            "Stoker.NotExpress",
                            "state machine: must be an Express workflow, got a Standard one: " + machine.text()
                                    + ". Name the machine keep-warm that infra/template.yaml deploys.")
                    .causedBy(standard);
        }
    }

    private static Failure failure(String code, String message) {
        return new Failure(ExitCode.FAILED, code, message);
    }
}
