// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.output;

/** The exit codes of every command. */
public enum ExitCode {
    /** What was asked is done. */
    DONE(0),
    /** Something outside refused or broke: AWS, the network, credentials, the cycle itself. */
    FAILED(1),
    /** The command line or the cycle's input is wrong: nothing was invoked. */
    WRONG_USE(2),
    /** The cycle ran, and fewer environments than needed are proven warm. */
    SHORTFALL(3);

    private final int code;

    ExitCode(int code) {
        this.code = code;
    }

    /** The number that the process ends with. */
    public int code() {
        return code;
    }
}
