// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli;

import dev.stoker.cli.check.CheckCommand;
import dev.stoker.cli.demo.DemoCommand;
import dev.stoker.cli.estimate.EstimateCommand;
import dev.stoker.cli.output.Console;
import dev.stoker.cli.output.Terminal;
import dev.stoker.cli.report.ReportCommand;
import dev.stoker.cli.run.RunCommand;
import dev.stoker.cli.serve.ServeCommand;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code stoker}, which by itself only shows what there is. */
@Command(
        name = "stoker",
        description = "Keeps N execution environments of an AWS Lambda function warm, and proves that it is N.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        footerHeading = "%nExample:%n",
        footer = {
            "  stoker demo",
            "  stoker run --local --concurrency 20",
            "  stoker run --stack stoker --function orders:live --concurrency 20",
            "",
            "Exit codes: 0 done, 1 failed, 2 wrong use or invalid input, 3 shortfall.",
            "STOKER_DEBUG=1 adds stack traces to errors."
        })
final class StokerCommand implements Runnable {
    /** Help wider than this is hard to read. */
    private static final int WIDEST_HELP = 120;

    @Spec
    private CommandSpec spec;

    /** Runs the command that the arguments name, and tells its end. */
    static int run(Console console, String... args) {
        StringWriter told = new StringWriter();
        Ending ending = new Ending(console, List.of(args));
        int code = commandLine(console)
                .setOut(new PrintWriter(told, true))
                .setParameterExceptionHandler((wrong, all) -> ending.wrongUse(wrong))
                .setExecutionExceptionHandler((trouble, command, parsed) -> ending.failed(trouble))
                .execute(args);
        told.toString().lines().forEach(console::say);
        return code;
    }

    private static CommandLine commandLine(Console console) {
        Terminal terminal = console.terminal();
        boolean colours = terminal.stdout() && terminal.colours();
        return new CommandLine(new StokerCommand())
                .addSubcommand(new DemoCommand(console))
                .addSubcommand(new RunCommand(console))
                .addSubcommand(new ServeCommand(console))
                .addSubcommand(new CheckCommand(console))
                .addSubcommand(new EstimateCommand(console))
                .addSubcommand(new ReportCommand(console))
                .registerConverter(Long.class, StokerCommand::wholeNumber)
                .setColorScheme(CommandLine.Help.defaultColorScheme(colours ? Ansi.ON : Ansi.OFF))
                .setUsageHelpWidth(Math.min(WIDEST_HELP, Math.max(Terminal.DEFAULT_COLUMNS, terminal.columns())));
    }

    private static Long wholeNumber(String text) {
        try {
            return Long.valueOf(text);
        } catch (NumberFormatException other) {
            throw new TypeConversionException("must be a whole number, got \"" + text + "\"");
        }
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "A command is missing: demo, run, serve, check, estimate or report.");
    }
}
