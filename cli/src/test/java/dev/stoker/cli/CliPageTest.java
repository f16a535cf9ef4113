// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stoker.cli.output.Console;
import dev.stoker.cli.output.Terminal;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.OptionSpec;

/** docs/cli.md is what each command's {@code --help} says. {@code -Dstoker.update=true} writes it again. */
class CliPageTest {
    private static final Path PAGE = Path.of(System.getProperty("stoker.root"), "docs", "cli.md");
    private static final int COLUMNS = 110;

    private final CommandLine stoker = StokerCommand.whole(new Console(
                    OutputStream.nullOutputStream(),
                    OutputStream.nullOutputStream(),
                    new Terminal(false, false, COLUMNS, false),
                    StandardCharsets.UTF_8,
                    false))
            .setUsageHelpWidth(COLUMNS);

    @Test
    void the_page_says_what_help_says() throws IOException {
        if (Boolean.getBoolean("stoker.update")) {
            Files.writeString(PAGE, page());
        }
        assertThat(PAGE)
                .as("made by mvn -pl cli -am test -Dtest=CliPageTest -Dstoker.update=true")
                .content()
                .isEqualTo(page());
    }

    @Test
    void each_command_has_json_help_an_example_and_its_exit_codes() {
        stoker.getSubcommands().forEach((name, command) -> {
            assertThat(command.getCommandSpec().optionsMap()).as(name).containsKeys("--json", "--help");
            assertThat(String.join("\n", command.getCommandSpec().usageMessage().footer()))
                    .as(name)
                    .contains("stoker " + name, "Exit codes: ");
        });
    }

    @Test
    void each_option_says_what_it_is() {
        stoker.getSubcommands().forEach((name, command) -> {
            for (OptionSpec option : command.getCommandSpec().options()) {
                assertThat(String.join("", option.description()))
                        .as(name + " " + option.longestName())
                        .isNotBlank();
            }
        });
    }

    private String page() {
        StringBuilder page = new StringBuilder("# The command line\n\n"
                + "This page is the output of `--help`; a test keeps it current. With `--json`, every command prints"
                + " one JSON document to"
                + " stdout, and messages go to stderr.\nColors appear on a terminal only, and never with `NO_COLOR`."
                + " `stoker completion`"
                + " prints a script for bash and zsh.\n");
        help(page, stoker);
        stoker.getSubcommands().values().forEach(command -> help(page, command));
        return page.toString();
    }

    private static void help(StringBuilder page, CommandLine command) {
        String text = command.getUsageMessage(Ansi.OFF)
                .lines()
                .map(String::stripTrailing)
                .reduce("", (all, line) -> all + line + "\n");
        String heading = command.getCommandSpec().qualifiedName().toLowerCase(Locale.ROOT);
        page.append("\n## ")
                .append(heading)
                .append("\n\n```text\n")
                .append(text)
                .append("```\n");
    }
}
