// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.run;

import dev.stoker.cli.aws.AwsClients;
import dev.stoker.cli.aws.AwsOptions;
import dev.stoker.cli.local.LocalOptions;
import dev.stoker.cli.output.Console;
import dev.stoker.cli.output.ExitCode;
import dev.stoker.cli.output.Failure;
import dev.stoker.cli.output.OutputOptions;
import dev.stoker.cli.output.Progress;
import dev.stoker.cli.run.outcome.Execution;
import dev.stoker.cli.run.outcome.RunReport;
import dev.stoker.cli.summary.SummaryOption;
import dev.stoker.cli.summary.SummaryOption.SummaryFile;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code stoker run}. */
@Command(
        name = "run",
        description = "Start one cycle, wait for its end, and show how many environments it proved warm.",
        customSynopsis = {
            "stoker run --stack NAME --function F --concurrency N [OPTIONS]",
            "       stoker run --stack NAME --input FILE [OPTIONS]",
            "       stoker run --local --concurrency N [OPTIONS]"
        },
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  stoker run --stack stoker --function orders:live --concurrency 20",
            "  stoker run --stack stoker --input targets.json --json",
            "  stoker run --stack stoker --function orders:live --concurrency 20 --summary warm.xml",
            "  stoker run --local --concurrency 20",
            "  stoker run --local --concurrency 20 --jar orders.jar --handler com.acme.Orders::handleRequest",
            "  stoker run --local --concurrency 5 --package orders.zip --runtime python3.13 --handler orders.handler",
            "",
            "Exit codes: 0 done, 1 failed, 2 wrong use or invalid input, 3 shortfall."
        })
public final class RunCommand implements Callable<Integer> {
    private static final String IF_INTERRUPTED = "A cycle that has started continues on AWS and ends within 5 minutes.";

    private final Console console;

    @Mixin
    private TargetOptions target;

    @Option(
            names = "--input",
            paramLabel = "FILE",
            description = "A file with the execution's input as JSON, instead of the options above; - reads stdin.")
    private String input;

    @Mixin
    private PlaceOptions place;

    @Mixin
    private AwsOptions aws;

    @ArgGroup(validate = false, heading = "With --local:%n")
    private final LocalOptions local = new LocalOptions();

    @Mixin
    private SummaryOption summary;

    @Mixin
    private OutputOptions output;

    /** Creates the command with a console for its results. */
    public RunCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        return summary.around("stoker run", this::run).code();
    }

    private ExitCode run(SummaryFile file) {
        if (place.isLocal()) {
            return new LocalRun(console, local.settings(), aws.embeddedRegion(), output.json(), file)
                    .perform(readInput());
        }
        refuseLocalOptions();
        AwsClients clients = new AwsClients(place.settle(aws.settings()));
        if (input == null) {
            target.requireFunction();
        }
        CycleInput cycleInput = readInput();
        try (CyclePlace deployed = new DeployedPlace(clients, () -> place.find(clients))) {
            Execution execution = Progress.during(
                    console, "Warming " + cycleInput.summary(), IF_INTERRUPTED, () -> deployed.checkAndRun(cycleInput));
            return new RunReport(console, deployed, output.json(), file).print(execution);
        }
    }

    private void refuseLocalOptions() {
        List<String> options = local.given();
        if (!options.isEmpty()) {
            throw Failure.wrongUse(
                    String.join(", ", options) + ": is valid only with --local. Leave it out, or add --local.");
        }
    }

    private CycleInput readInput() {
        List<String> options = target.given();
        if (input == null) {
            return target.input();
        }
        if (!options.isEmpty()) {
            throw Failure.wrongUse("--input: cannot be combined with " + String.join(", ", options)
                    + ". Write these values into the file, or leave --input out.");
        }
        return InputFile.read(input, System.in);
    }
}
