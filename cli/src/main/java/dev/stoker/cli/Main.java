// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli;

import dev.stoker.cli.output.Console;

/** The main class, which the launcher {@code ./stoker} starts. */
final class Main {
    private Main() {}

    /**
     * Runs one command and ends the process with its exit code. For the launcher it can also run a few commands without
     * output, see {@link Training}.
     */
    public static void main(String[] args) {
        if (Training.wanted()) {
            Training.run();
            return;
        }
        int code = StokerCommand.run(Console.ofProcess(), args);
        // Does not use System.exit, because functions in this JVM may have registered shutdown hooks, which Lambda does
        // not run.
        Runtime.getRuntime().halt(code);
    }
}
