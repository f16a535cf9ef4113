// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.output;

import java.util.ArrayList;
import java.util.List;

/** Breaks a text into lines. */
public final class Paragraph {
    private Paragraph() {}

    /** The text in lines of at most this number of characters, broken at spaces. */
    public static List<String> lines(String text, int columns) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ", -1)) {
            if (line.length() > 0 && line.length() + 1 + word.length() > columns) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.length() == 0 ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
