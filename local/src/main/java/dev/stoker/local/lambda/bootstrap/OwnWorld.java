// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.lambda.bootstrap;

import java.io.PrintStream;
import java.util.Map;
import java.util.function.IntConsumer;

/**
 * What the classes of one loader see in place of the process's own: environment variables, output and clock.
 *
 * @param variables the environment variables
 * @param out standard output
 * @param err standard error
 * @param clockOffset milliseconds to add to {@code System.currentTimeMillis()}; a fault, else 0
 * @param exit what {@code System.exit} does
 */
public record OwnWorld(
        Map<String, String> variables, PrintStream out, PrintStream err, long clockOffset, IntConsumer exit) {
    /** Copies the variables. */
    public OwnWorld {
        variables = Map.copyOf(variables);
    }

    /** A function in an environment within this JVM called {@code System.exit}: its runtime ends, and the JVM does not. */
    public static final class EnvironmentExit extends Error {
        private static final long serialVersionUID = 1;

        private final int status;

        /** Thrown in place of the exit. */
        public EnvironmentExit(int status) {
            super("exit status " + status, null, false, false);
            this.status = status;
        }

        /** The exit status, 0 to 255. */
        public int status() {
            return status & 0xff;
        }
    }
}
