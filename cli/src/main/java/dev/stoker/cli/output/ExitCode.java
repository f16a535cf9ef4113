// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.output;

/** The exit codes of every command. */
public enum ExitCode {
    /** Success. */
    DONE(0),
    /** An error outside the command: AWS, the network, credentials, the cycle itself. */
    FAILED(1),
    /** The command line or the cycle's input is wrong: nothing was invoked. */
    WRONG_USE(2),
    /** The cycle ran, and fewer environments than needed are proven warm. */
    SHORTFALL(3);

    private final int code;

    ExitCode(int code) {
        this.code = code;
    }

    /** The exit code of the process. */
    public int code() {
        return code;
    }
}
