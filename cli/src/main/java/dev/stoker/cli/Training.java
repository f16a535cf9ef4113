// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli;

import dev.stoker.cli.output.Console;
import dev.stoker.cli.output.Terminal;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Runs a few commands without output, so that the JVM archives the classes that the start needs
 * ({@code -XX:DumpLoadedClassList}). The launcher does this once after a build.
 */
final class Training {
    private static final Terminal NONE = new Terminal(false, false, Terminal.DEFAULT_COLUMNS, false);

    /** None of them calls AWS. */
    private static final List<String[]> COMMANDS = List.of(
            new String[] {"--help"},
            new String[] {"run", "--help"},
            new String[] {"run", "--function"},
            new String[] {"estimate", "--concurrency=20"},
            new String[] {"estimate", "--concurrency=20", "--json"},
            new String[] {"report", "--input=/"});

    private Training() {}

    /** Whether this process runs only to create the archive. */
    static boolean wanted() {
        return Boolean.getBoolean("stoker.training");
    }

    static void run() {
        Console silent = new Console(
                OutputStream.nullOutputStream(), OutputStream.nullOutputStream(), NONE, StandardCharsets.UTF_8, false);
        COMMANDS.forEach(command -> StokerCommand.run(silent, command));
    }
}
