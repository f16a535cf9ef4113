// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds the word that a user probably meant. (Picocli's own suggestion for --statemachine is --stack.) */
final class Nearest {
    private Nearest() {}

    /**
     * The word with the fewest letters to change, remove or insert. Empty if that is more than two letters and more
     * than half of them.
     */
    static Optional<String> to(String typed, Collection<String> words) {
        return words.stream()
                .filter(word -> word.startsWith(typed) || distance(typed, word) <= Math.max(2, typed.length() / 2))
                .min(Comparator.comparingInt((String word) -> distance(typed, word))
                        .thenComparing(word -> word));
    }

    /** The Levenshtein distance, computed row by row. */
    private static int distance(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int column = 0; column < row.length; column++) {
            row[column] = column;
        }
        for (int letter = 1; letter <= from.length(); letter++) {
            int diagonal = row[0];
            row[0] = letter;
            for (int column = 1; column < row.length; column++) {
                int changed = diagonal + (from.charAt(letter - 1) == to.charAt(column - 1) ? 0 : 1);
                diagonal = row[column];
                row[column] = Math.min(changed, 1 + Math.min(row[column], row[column - 1]));
            }
        }
        return row[to.length()];
    }
}
