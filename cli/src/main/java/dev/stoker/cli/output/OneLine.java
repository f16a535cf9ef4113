// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.output;

import org.jspecify.annotations.Nullable;

/** Makes text from elsewhere fit for a terminal: one line, no control characters, not too long. */
public final class OneLine {
    /** Characters of foreign text that a sentence can carry. */
    private static final int LONGEST = 400;

    private OneLine() {}

    /** The text on one line, cut where it is too long; nothing for null. */
    public static String of(@Nullable String text) {
        if (text == null) {
            return "";
        }
        String line = text.strip().replaceAll("\\s+", " ").replaceAll("\\p{Cntrl}", "?");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
    }

    /** The text on one line as the end of a sentence: with exactly one full stop. */
    public static String sentence(@Nullable String text) {
        String line = of(text);
        return line.isEmpty() || line.endsWith(".") || line.endsWith("…") ? line : line + ".";
    }
}
