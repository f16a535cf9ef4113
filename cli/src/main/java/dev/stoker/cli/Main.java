// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli;

import dev.stoker.cli.output.Console;

/** Where the process begins: the launcher {@code ./stoker} starts this class. */
final class Main {
    private Main() {}

    /** Runs one command and ends the process with its exit code; or, for the launcher, a few of them with none to see. */
    public static void main(String[] args) {
        if (Training.wanted()) {
            Training.run();
            return;
        }
        int code = StokerCommand.run(Console.ofProcess(), args);
        // Not by System.exit: functions that ran in this JVM may have left shutdown hooks, which Lambda does not run.
        Runtime.getRuntime().halt(code);
    }
}
