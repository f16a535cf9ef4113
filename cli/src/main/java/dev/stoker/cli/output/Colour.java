// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.output;

/** The colors of verdicts. */
public enum Colour {
    /** Success. */
    GREEN("32"),
    /** Success with a warning. */
    YELLOW("33"),
    /** Failure. */
    RED("31");

    private final String select;

    Colour(String select) {
        this.select = select;
    }

    /** The text in this color, by ECMA-48 SGR. */
    String on(String text) {
        return "\u001B[" + select + "m" + text + "\u001B[0m";
    }
}
