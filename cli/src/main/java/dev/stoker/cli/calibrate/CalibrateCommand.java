// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.calibrate;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stoker.cli.aws.AwsClients;
import dev.stoker.cli.aws.AwsOptions;
import dev.stoker.cli.aws.AwsSettings;
import dev.stoker.cli.aws.FunctionName;
import dev.stoker.cli.aws.StateMachineArn;
import dev.stoker.cli.calibrate.figures.Figures;
import dev.stoker.cli.calibrate.measure.CalibrationPlan;
import dev.stoker.cli.calibrate.measure.CalibrationRun;
import dev.stoker.cli.calibrate.measure.CalibrationState;
import dev.stoker.cli.calibrate.measure.DeployedProbes;
import dev.stoker.cli.calibrate.measure.ProbePlace;
import dev.stoker.cli.calibrate.measure.StateFile;
import dev.stoker.cli.calibrate.measure.VirtualProbes;
import dev.stoker.cli.chart.ChartFile;
import dev.stoker.cli.output.Console;
import dev.stoker.cli.output.ExitCode;
import dev.stoker.cli.output.Failure;
import dev.stoker.cli.output.OutputOptions;
import dev.stoker.cli.output.Progress;
import dev.stoker.cli.run.DeployedPlace;
import dev.stoker.cli.run.PlaceOptions;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code stoker calibrate}. */
@Command(
        name = "calibrate",
        description = {
            "Measure on your own function how long idle environments live, how long warm events take to arrive, and how long a"
                    + " cold start takes. Recommend an interval and a hold that keep the environments warm.",
            "The command runs cycles with long waits between them. The function's schedule must be paused, so users may meet"
                    + " cold starts during the measurement. The command shows the cost and the duration before it starts."
        },
        customSynopsis = {
            "stoker calibrate FUNCTION --stack NAME [--concurrency N] [OPTIONS]",
            "       stoker calibrate --resume FILE [OPTIONS]",
            "       stoker calibrate --local [--idle TIME] [OPTIONS]"
        },
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  stoker calibrate orders:live --stack stoker --concurrency 20",
            "  stoker calibrate --resume calibrate-orders-live.json --chart idle.svg",
            "  stoker calibrate --local --idle exponential:15m --recycle 2h:0.3 --json",
            "",
            "Exit codes: 0 done, 1 failed or stopped, 2 wrong use. docs/calibrate.md explains the figures."
        })
public final class CalibrateCommand implements Callable<Integer> {
    private final Console console;
    private final Clock clock = Clock.systemUTC();

    @Mixin
    private PlanOptions plan;

    @Mixin
    private PlaceOptions place;

    @Option(
            names = "--schedule-paused",
            description = "The schedule is paused, although the stack's parameter ScheduleState is ENABLED.")
    private boolean schedulePaused;

    @Option(
            names = "--state",
            paramLabel = "FILE",
            description = "The file that keeps what was measured, to resume from (calibrate-FUNCTION.json).")
    private String state;

    @Option(
            names = "--resume",
            paramLabel = "FILE",
            description = "Continue a calibration that was stopped, or show the figures of one that is complete.")
    private String resume;

    @Option(names = "--yes", description = "Start without asking; required without a terminal.")
    private boolean yes;

    @Option(names = "--chart", paramLabel = "FILE", description = "An SVG file to write the survival curve to.")
    private String chart;

    @Mixin
    private AwsOptions aws;

    @ArgGroup(validate = false, heading = "With --local:%n")
    private final LocalTruthOptions localOptions = new LocalTruthOptions();

    @Mixin
    private OutputOptions output;

    /** The command, telling its results to this console. */
    public CalibrateCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        ChartFile.check(chart);
        if (resume != null) {
            return resumed();
        }
        if (place.isLocal()) {
            return local();
        }
        refuse("is valid only with --local", localOptions.given());
        AwsClients clients = new AwsClients(place.settle(aws.settings()));
        CalibrationPlan planned = plan.plan(Optional.empty());
        StateMachineArn machine = place.find(clients);
        if (!schedulePaused) {
            place.stack().ifPresent(stack -> ScheduleCheck.refuse(clients, stack, planned.function()));
        }
        StateFile file = StateFile.named("--state", state == null ? fileName(planned.function()) : state);
        if (file.exists()) {
            throw Failure.wrongUse("--state: must be a new file, got " + file.path()
                    + ", which exists. Continue it with --resume " + file.path() + ", or name another file.");
        }
        CalibrationPlan whole = planned.at(machine.text());
        if (place.stack().isEmpty()) {
            console.note(
                    "Without --stack, the command cannot check whether a schedule keeps the function warm. Pause such a schedule.");
        }
        return deployed(clients, machine, CalibrationState.of(whole), file);
    }

    private int resumed() {
        List<String> others = new ArrayList<>(plan.given());
        others.addAll(place.given());
        others.addAll(localOptions.given());
        if (state != null) {
            others.add("--state");
        }
        refuse("cannot be combined with --resume, whose file has it", others);
        StateFile file = StateFile.named("--resume", resume);
        CalibrationState before = file.read();
        if (before.next().isEmpty()) {
            return print(before, Optional.empty());
        }
        StateMachineArn machine = StateMachineArn.parse(before.plan().stateMachine())
                .orElseThrow(() -> Failure.wrongUse("--resume: must name a state machine, got "
                        + before.plan().stateMachine() + ". Start a new calibration."));
        AwsSettings settings = aws.settings().in(machine.region());
        return deployed(new AwsClients(settings), machine, before, file);
    }

    private int deployed(AwsClients clients, StateMachineArn machine, CalibrationState begin, StateFile file) {
        try (DeployedProbes probes = new DeployedProbes(new DeployedPlace(clients, () -> machine), clock)) {
            Consent.ask(console, begin, probes.findSize(begin.plan().function()), machine.region(), yes);
            file.write(begin);
            return print(
                    perform(probes, begin, file::write, "Continue with: stoker calibrate --resume " + file.path()),
                    Optional.empty());
        }
    }

    private int local() {
        if (state != null) {
            throw Failure.wrongUse("--state: must be left out with --local, which takes seconds, got " + state + ".");
        }
        aws.embeddedRegion()
                .ifPresent(region -> console.note("--region has no effect here: the embedded AWS is in us-east-1."));
        CalibrationPlan planned = plan.plan(Optional.of(VirtualProbes.FUNCTION));
        try (VirtualProbes probes = new VirtualProbes(localOptions.settings())) {
            CalibrationState begin = CalibrationState.of(planned.at(probes.stateMachine()));
            return print(perform(probes, begin, unkept -> {}, "Nothing was kept."), Optional.of(localOptions.words()));
        }
    }

    private CalibrationState perform(
            ProbePlace probes, CalibrationState begin, Consumer<CalibrationState> keeper, String goOn) {
        CalibrationRun run = new CalibrationRun(probes, begin, keeper);
        try {
            return Progress.during(console, run::doing, goOn, run::perform);
        } catch (Failure stopped) {
            throw new Failure(stopped.exit(), stopped.code(), stopped.getMessage() + " " + goOn, stopped.problems())
                    .causedBy(stopped);
        }
    }

    private int print(CalibrationState end, Optional<String> truthInWords) {
        CalibrationPlan done = end.plan();
        Figures figures = Figures.of(end.probes(), done.wanted());
        if (chart != null) {
            String title = "Idle environments of " + FunctionName.shortOf(done.function());
            ChartFile.write(chart, SurvivalChart.of(title, figures.curve(), figures.interval()));
        }
        if (output.json()) {
            ObjectNode document = CalibrationJson.of(done, figures);
            truthInWords.ifPresent(words -> document.put("embedded", words));
            if (chart != null) {
                document.put("chart", chart);
            }
            console.document(document.toString());
        } else {
            new CalibrationScreen(console).show(done, figures);
            truthInWords.ifPresent(words -> console.say("The embedded AWS had: " + words + "."));
            if (chart != null) {
                console.say("The curve is in " + chart + ".");
            }
        }
        if (truthInWords.isEmpty()) {
            console.note("If you paused the schedule for this, enable it again (ScheduleState=ENABLED).");
        }
        return ExitCode.DONE.code();
    }

    private static void refuse(String why, List<String> options) {
        if (!options.isEmpty()) {
            throw Failure.wrongUse(String.join(", ", options) + ": " + why + ". Leave it out.");
        }
    }

    private static String fileName(String function) {
        return "calibrate-" + FunctionName.shortOf(function).replaceAll("[^A-Za-z0-9_-]+", "-") + ".json";
    }
}
