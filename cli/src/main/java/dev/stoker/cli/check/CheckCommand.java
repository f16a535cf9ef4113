// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.check;

import dev.stoker.cli.aws.AwsClients;
import dev.stoker.cli.aws.AwsOptions;
import dev.stoker.cli.aws.FunctionName;
import dev.stoker.cli.check.finding.PlannedUse;
import dev.stoker.cli.input.CycleLimits;
import dev.stoker.cli.input.MaxHoldOption;
import dev.stoker.cli.input.ProtocolOption;
import dev.stoker.cli.output.Console;
import dev.stoker.cli.output.Failure;
import dev.stoker.cli.output.OneLine;
import dev.stoker.cli.output.OutputOptions;
import dev.stoker.cli.output.Progress;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code stoker check}. */
@Command(
        name = "check",
        description =
                "Check a function: report each problem that would prevent warming or make it unnecessary, with its"
                        + " remedy. The check invokes and changes nothing.",
        customSynopsis = "stoker check FUNCTION [--concurrency N] [--stack NAME] [OPTIONS]",
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  stoker check orders:live --concurrency 20 --stack stoker",
            "  stoker check orders:live --json",
            "",
            "Exit codes: 0 nothing prevents warming, 1 a problem prevents it or AWS cannot be called, 2 wrong use."
        })
public final class CheckCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(
            paramLabel = "FUNCTION",
            description = "Name, partial ARN or ARN, with :alias or :version if users call one.")
    private String function;

    @Option(
            names = "--concurrency",
            paramLabel = "N",
            description = "Environments to keep warm, 1 to " + CycleLimits.MOST_ENVIRONMENTS_TEXT + ".")
    private Long concurrency;

    @Mixin
    private MaxHoldOption maxHold;

    @Mixin
    private ProtocolOption protocol;

    @Mixin
    private MachineOptions machines;

    @Mixin
    private AwsOptions aws;

    @Mixin
    private OutputOptions output;

    /** Creates the command with a console for its results. */
    public CheckCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        FunctionName name = FunctionName.parse(function)
                .orElseThrow(() -> Failure.wrongUse("FUNCTION: must be a name, partial ARN or ARN of a function, got \""
                        + OneLine.of(function) + "\". See aws lambda list-functions."));
        PlannedUse plannedUse = new PlannedUse(
                Optional.ofNullable(concurrency).map(CheckCommand::possible), maxHold.millis(), protocol.protocol());
        AwsClients clients = new AwsClients(machines.settle(aws.settings(), name));
        Inspection inspection = Progress.during(
                console,
                "Checking " + OneLine.of(function),
                "Nothing was changed.",
                () -> Inspection.perform(
                        clients, name, plannedUse, List.of(new RoleCheck(clients, machines.find(clients)))));
        return new InspectionReport(console, name, plannedUse)
                .print(inspection, output.json())
                .code();
    }

    private static long possible(long concurrency) {
        if (concurrency < 1 || concurrency > CycleLimits.MOST_ENVIRONMENTS) {
            throw Failure.wrongUse("--concurrency: must be a whole number from 1 to " + CycleLimits.MOST_ENVIRONMENTS
                    + ", got " + concurrency + ". Cycles accept only this range.");
        }
        return concurrency;
    }
}
