// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli;

import dev.stoker.cli.advise.AdviseCommand;
import dev.stoker.cli.bench.BenchCommand;
import dev.stoker.cli.calibrate.CalibrateCommand;
import dev.stoker.cli.check.CheckCommand;
import dev.stoker.cli.demo.DemoCommand;
import dev.stoker.cli.deploy.DeployCommand;
import dev.stoker.cli.deploy.UndeployCommand;
import dev.stoker.cli.estimate.EstimateCommand;
import dev.stoker.cli.history.HistoryCommand;
import dev.stoker.cli.output.Console;
import dev.stoker.cli.promote.PromoteCommand;
import dev.stoker.cli.report.ReportCommand;
import dev.stoker.cli.run.RunCommand;
import dev.stoker.cli.serve.ServeCommand;
import dev.stoker.cli.targets.TargetsCommand;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;

/**
 * A command of {@code stoker}, before its options are read.
 *
 * @param type the class with the annotation
 * @param make creates an instance that prints its results to a console
 */
record Subcommand(Class<?> type, Function<Console, Callable<Integer>> make) {
    /** All commands, in the order of the help. */
    static final List<Subcommand> ALL = List.of(
            new Subcommand(DemoCommand.class, DemoCommand::new),
            new Subcommand(RunCommand.class, RunCommand::new),
            new Subcommand(ServeCommand.class, ServeCommand::new),
            new Subcommand(DeployCommand.class, DeployCommand::new),
            new Subcommand(PromoteCommand.class, PromoteCommand::new),
            new Subcommand(CheckCommand.class, CheckCommand::new),
            new Subcommand(TargetsCommand.class, TargetsCommand::new),
            new Subcommand(CalibrateCommand.class, CalibrateCommand::new),
            new Subcommand(AdviseCommand.class, AdviseCommand::new),
            new Subcommand(EstimateCommand.class, EstimateCommand::new),
            new Subcommand(HistoryCommand.class, HistoryCommand::new),
            new Subcommand(ReportCommand.class, ReportCommand::new),
            new Subcommand(UndeployCommand.class, UndeployCommand::new),
            new Subcommand(BenchCommand.class, BenchCommand::new),
            new Subcommand(CompletionCommand.class, CompletionCommand::new));

    /** The name on the command line. */
    String name() {
        return command().name();
    }

    /** The command with its options. */
    CommandLine whole(Console console) {
        return new CommandLine(make.apply(console));
    }

    /** The command with its name and description only, for a list. It cannot be run. */
    CommandLine nameAlone() {
        CommandSpec spec = CommandSpec.create().name(name());
        spec.usageMessage().description(command().description());
        return new CommandLine(spec);
    }

    private Command command() {
        return type.getAnnotation(Command.class);
    }
}
