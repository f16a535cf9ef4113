// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli;

import dev.stoker.cli.output.Console;
import dev.stoker.cli.output.ExitCode;
import dev.stoker.cli.output.Failure;
import dev.stoker.cli.output.OneLine;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Reports the failure of a command: a message on stderr, with {@code --json} the error's JSON on stdout, and the exit
 * code.
 */
final class Ending {
    private final Console console;
    private final boolean json;

    /** Looks for {@code --json} in the unparsed arguments, because parsing stops at the first invalid argument. */
    Ending(Console console, List<String> args) {
        this.console = console;
        this.json = args.contains("--json") || args.contains("--json=true");
    }

    /** Reports invalid arguments. */
    int wrongUse(ParameterException wrong) {
        String command = wrong.getCommandLine().getCommandSpec().qualifiedName();
        return report(Failure.wrongUse(
                sentence(String.valueOf(wrong.getMessage())) + nearest(wrong) + " See " + command + " --help."));
    }

    /** Reports that a command failed. */
    int failed(Exception trouble) {
        console.debug(trouble);
        return report(trouble instanceof Failure failure ? failure : unexpected(trouble));
    }

    private int report(Failure failure) {
        console.trouble(failure);
        if (json && !failure.code().equals(Console.LOST)) {
            try {
                console.document(failure.json());
            } catch (Failure lost) {
                console.trouble(lost);
            }
        }
        return failure.exit().code();
    }

    private static Failure unexpected(Exception trouble) {
        String what = OneLine.of(trouble.toString());
        return new Failure(
                ExitCode.FAILED,
                "Stoker.Internal",
                "An internal error occurred in stoker (" + what + "). Set STOKER_DEBUG=1, try again, and report the"
                        + " output.");
    }

    private static String sentence(String message) {
        return message.endsWith(".") ? message : message + ".";
    }

    private static String nearest(ParameterException wrong) {
        if (!(wrong instanceof UnmatchedArgumentException unmatched)) {
            return "";
        }
        CommandSpec command = wrong.getCommandLine().getCommandSpec();
        Set<String> words = new HashSet<>(command.optionsMap().keySet());
        words.addAll(command.subcommands().keySet());
        return unmatched.getUnmatched().stream()
                .map(typed -> Nearest.to(typed.replaceFirst("=.*", ""), words))
                .flatMap(Optional::stream)
                .findFirst()
                .map(right -> " Did you mean " + right + "?")
                .orElse("");
    }
}
