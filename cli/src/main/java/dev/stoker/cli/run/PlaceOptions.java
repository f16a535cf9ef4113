// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.run;

import dev.stoker.cli.aws.AwsClients;
import dev.stoker.cli.aws.AwsSettings;
import dev.stoker.cli.aws.StackOutput;
import dev.stoker.cli.aws.StateMachineArn;
import dev.stoker.cli.output.Failure;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** The options for the place where a cycle runs. */
public final class PlaceOptions {
    @Option(
            names = "--stack",
            paramLabel = "NAME",
            description = "The CloudFormation stack deployed from infra/template.yaml.")
    private String stack;

    @Option(
            names = "--state-machine",
            paramLabel = "ARN",
            description = "Instead of --stack: the ARN of the state machine keep-warm.")
    private String stateMachine;

    @Option(
            names = "--local",
            description = "Instead of --stack: the embedded AWS in this process, which needs no account.")
    private boolean local;

    /** Whether it is the embedded AWS of this process. */
    public boolean isLocal() {
        if (local && (stack != null || stateMachine != null)) {
            throw wrong(stack == null ? "--local and --state-machine" : "--local and --stack");
        }
        return local;
    }

    /** The stack, if one is named. */
    public Optional<String> stack() {
        return Optional.ofNullable(stack);
    }

    /** Which of the options are there. */
    public List<String> given() {
        return Stream.of(
                        Optional.ofNullable(stack).map(name -> "--stack"),
                        Optional.ofNullable(stateMachine).map(arn -> "--state-machine"),
                        Optional.of("--local").filter(name -> local))
                .flatMap(Optional::stream)
                .toList();
    }

    /**
     * Checks that exactly one place is set, and uses the region of the state machine's ARN, if there is one.
     *
     * @throws Failure if no place or more than one is set, or if the regions differ
     */
    public AwsSettings settle(AwsSettings settings) {
        if ((stack == null) == (stateMachine == null)) {
            throw wrong(stack == null ? "none" : "both");
        }
        if (stack != null) {
            return settings;
        }
        StateMachineArn arn = arn();
        settings.region().filter(region -> !region.equals(arn.region())).ifPresent(region -> {
            throw Failure.wrongUse("--region: must be that of --state-machine, " + arn.region() + ", got " + region
                    + ". Leave --region out.");
        });
        return settings.in(arn.region());
    }

    /** The state machine. It is looked up if a stack is named. */
    public StateMachineArn find(AwsClients clients) {
        return stack == null ? arn() : StackOutput.findKeepWarm(clients, stack);
    }

    private static Failure wrong(String got) {
        return Failure.wrongUse("--stack, --state-machine, --local: must be exactly one, got " + got
                + ". Give the stack with --stack NAME, or try the cycle with --local.");
    }

    private StateMachineArn arn() {
        return StateMachineArn.ofOption(stateMachine);
    }
}
