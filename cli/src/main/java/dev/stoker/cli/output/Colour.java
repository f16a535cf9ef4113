// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.output;

/** The few colours that a verdict wears. */
public enum Colour {
    /** All is well. */
    GREEN("32"),
    /** Done, but look at it. */
    YELLOW("33"),
    /** Not what was asked. */
    RED("31");

    private final String select;

    Colour(String select) {
        this.select = select;
    }

    /** The text in this colour, by ECMA-48 SGR. */
    String on(String text) {
        return "\u001B[" + select + "m" + text + "\u001B[0m";
    }
}
