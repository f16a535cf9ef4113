// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.check;

import dev.stoker.cli.aws.AwsClients;
import dev.stoker.cli.aws.AwsSettings;
import dev.stoker.cli.aws.FunctionName;
import dev.stoker.cli.aws.StackOutput;
import dev.stoker.cli.aws.StateMachineArn;
import dev.stoker.cli.output.Failure;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** Which state machines are to call the function. */
final class MachineOptions {
    @Option(
            names = "--stack",
            paramLabel = "NAME",
            description = "The stack that infra/template.yaml became: whether its machines may invoke the function.")
    private String stack;

    @Option(
            names = "--state-machine",
            paramLabel = "ARN",
            description = "Instead of --stack: one machine, keep-warm or fan-out.")
    private String stateMachine;

    /**
     * Goes to the region that the names agree on.
     *
     * @throws Failure if they do not, or both options are given
     */
    AwsSettings settle(AwsSettings settings, FunctionName function) {
        if (stack != null && stateMachine != null) {
            throw Failure.wrongUse("--stack, --state-machine: must be one at most, got both. Leave out one.");
        }
        List<String> regions = Stream.of(
                        settings.region(), function.region(), machine().map(StateMachineArn::region))
                .flatMap(Optional::stream)
                .distinct()
                .toList();
        if (regions.size() > 1) {
            throw Failure.wrongUse("FUNCTION, --region, --state-machine: must be of one region, got "
                    + String.join(", ", regions) + ". A state machine invokes functions of its own region.");
        }
        return regions.isEmpty() ? settings : settings.in(regions.get(0));
    }

    /** The machines, looked up where a stack is named; none if neither option is given. */
    List<StateMachineArn> find(AwsClients clients) {
        return stack == null ? machine().stream().toList() : StackOutput.machines(clients, stack);
    }

    private Optional<StateMachineArn> machine() {
        return Optional.ofNullable(stateMachine)
                .map(text -> StateMachineArn.parse(text)
                        .orElseThrow(
                                () -> Failure.wrongUse("--state-machine: must be the ARN of a state machine, got \""
                                        + text + "\". See aws stepfunctions list-state-machines, or use --stack.")));
    }
}
