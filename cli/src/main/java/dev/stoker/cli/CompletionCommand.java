// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli;

import dev.stoker.cli.output.Console;
import dev.stoker.cli.output.ExitCode;
import dev.stoker.cli.output.Json;
import dev.stoker.cli.output.OutputOptions;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code stoker completion}. */
@Command(
        name = "completion",
        description = "Print a script that completes commands and options in bash and zsh.",
        customSynopsis = "stoker completion [OPTIONS]",
        footerHeading = "%nExamples:%n",
        footer = {
            "  source <(stoker completion)",
            "  stoker completion > ~/.local/share/bash-completion/completions/stoker",
            "",
            "Exit codes: 0 done."
        })
final class CompletionCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private OutputOptions output;

    CompletionCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        String script = AutoComplete.bash("stoker", StokerCommand.whole(console));
        console.document(output.json() ? Json.object().put("script", script).toString() : script.stripTrailing());
        return ExitCode.DONE.code();
    }
}
