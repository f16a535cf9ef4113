// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.check;

import dev.stoker.cli.aws.AwsClients;
import dev.stoker.cli.aws.AwsPlace;
import dev.stoker.cli.aws.AwsSettings;
import dev.stoker.cli.aws.FunctionName;
import dev.stoker.cli.aws.StackOutput;
import dev.stoker.cli.aws.StateMachineArn;
import dev.stoker.cli.output.Failure;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** The options for the state machines that call the function. */
final class MachineOptions {
    @Option(
            names = "--stack",
            paramLabel = "NAME",
            description = "The stack deployed from infra/template.yaml, to check that its state machines may invoke the"
                    + " function.")
    private String stack;

    @Option(
            names = "--state-machine",
            paramLabel = "ARN",
            description = "Instead of --stack: the ARN of one state machine, keep-warm or fan-out.")
    private String stateMachine;

    /**
     * Returns the settings with the region of the ARNs.
     *
     * @throws Failure if the regions differ, or if both options are set
     */
    AwsSettings settle(AwsSettings settings, FunctionName function) {
        if (stack != null && stateMachine != null) {
            throw Failure.wrongUse("--stack, --state-machine: must be one at most, got both. Leave out one.");
        }
        List<AwsPlace> places = Stream.of(
                        function.place(),
                        machine().map(StateMachineArn::place),
                        settings.region().map(AwsPlace::ofRegion))
                .flatMap(Optional::stream)
                .distinct()
                .toList();
        if (places.size() > 1) {
            throw Failure.wrongUse("FUNCTION, --region, --state-machine: must be in one region, got "
                    + places.stream().map(AwsPlace::toString).collect(Collectors.joining(", "))
                    + ". A state machine invokes functions in its own region.");
        }
        return places.isEmpty() ? settings : settings.in(places.get(0).region());
    }

    /** The state machines, looked up if a stack is named. Empty if neither option is set. */
    List<StateMachineArn> find(AwsClients clients) {
        return stack == null ? machine().stream().toList() : StackOutput.findMachines(clients, stack);
    }

    private Optional<StateMachineArn> machine() {
        return Optional.ofNullable(stateMachine).map(StateMachineArn::ofOption);
    }
}
