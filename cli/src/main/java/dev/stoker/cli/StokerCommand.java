// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli;

import dev.stoker.cli.output.Console;
import dev.stoker.cli.output.Failure;
import dev.stoker.cli.output.Terminal;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.function.BiFunction;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** The command {@code stoker}. Without a subcommand it prints the help. */
@Command(
        name = "stoker",
        description = "Keeps N execution environments of an AWS Lambda function warm, and counts them in every cycle.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        footerHeading = "%nExample:%n",
        footer = {
            "  stoker demo",
            "  stoker run --local --concurrency 20",
            "  stoker run --stack stoker --function orders:live --concurrency 20",
            "  stoker estimate --concurrency 20 --memory 1024",
            "",
            "Exit codes: 0 done, 1 failed, 2 wrong use or invalid input, 3 shortfall.",
            "STOKER_DEBUG=1 adds stack traces to errors."
        })
final class StokerCommand implements Runnable {
    /** Help wider than this is hard to read. */
    private static final int WIDEST_HELP = 120;

    @Spec
    private CommandSpec spec;

    /** Runs the command that the arguments name, and reports a failure. */
    static int run(Console console, String... args) {
        StringWriter help = new StringWriter();
        Ending ending = new Ending(console, List.of(args));
        int code = neededFor(console, args)
                .setOut(new PrintWriter(help, true))
                .setParameterExceptionHandler((wrong, all) -> ending.wrongUse(wrong))
                .setExecutionExceptionHandler((trouble, command, parsed) -> ending.failed(trouble))
                .execute(args);
        try {
            help.toString().lines().forEach(console::say);
            return code;
        } catch (Failure lost) {
            return ending.failed(lost);
        }
    }

    /** The whole command line: every command with all its options. */
    static CommandLine whole(Console console) {
        return commandLine(console, Subcommand::whole);
    }

    /**
     * The part of the command line that these arguments need. Reading the options of a command takes longer than
     * everything else, so only the options of the named command are read. The other commands have names and
     * descriptions only.
     */
    private static CommandLine neededFor(Console console, String... args) {
        String first = args.length == 0 ? "" : args[0];
        if (first.startsWith("@")) {
            return whole(console); // Picocli reads arguments from that file.
        }
        return commandLine(
                console, (command, to) -> command.name().equals(first) ? command.whole(to) : command.nameAlone());
    }

    private static CommandLine commandLine(Console console, BiFunction<Subcommand, Console, CommandLine> subcommand) {
        Terminal terminal = console.terminal();
        boolean colours = terminal.stdout() && terminal.colours();
        CommandLine stoker = new CommandLine(new StokerCommand());
        Subcommand.ALL.forEach(command -> stoker.addSubcommand(command.name(), subcommand.apply(command, console)));
        return stoker.registerConverter(Long.class, StokerCommand::wholeNumber)
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
        String names = String.join(", ", spec.subcommands().keySet());
        throw new ParameterException(spec.commandLine(), "A command is missing, one of " + names + ".");
    }
}
