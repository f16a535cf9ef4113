// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.lambda.bootstrap;

/** A function in an environment within this JVM called {@code System.exit}: its runtime ends, and the JVM does not. */
public final class EnvironmentExit extends Error {
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
