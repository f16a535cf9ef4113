// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.output;

import org.jspecify.annotations.Nullable;

/** Prepares text from other sources for a terminal: one line, no control characters, limited length. */
public final class OneLine {
    /** The maximum length in characters. */
    private static final int LONGEST = 400;

    private OneLine() {}

    /** The text on one line, cut if it is too long. Empty for null. */
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
