// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.output;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A table with headings. The first and the last column are text and left-aligned; the columns between them are numbers
 * and right-aligned.
 */
public final class Table {
    private static final String GAP = "  ";

    private final List<List<String>> rows = new ArrayList<>();

    /** A table with these headings and no rows. */
    public Table(List<String> headings) {
        rows.add(List.copyOf(headings));
    }

    /**
     * Adds a row.
     *
     * @throws IllegalArgumentException if the number of cells is not the number of headings
     */
    public void add(List<String> cells) {
        if (cells.size() != rows.get(0).size()) {
            throw new IllegalArgumentException(
                    "cells: must be " + rows.get(0).size() + ", got " + cells.size() + ". Add one for each heading.");
        }
        rows.add(List.copyOf(cells));
    }

    /** The table, if it is not wider than this. Otherwise a list for each row, with a line for each cell. */
    public List<String> lines(int columns) {
        List<String> wide = wide();
        boolean fits = wide.stream().allMatch(line -> line.length() <= columns);
        return fits ? wide : narrow();
    }

    private List<String> wide() {
        int last = rows.get(0).size() - 1;
        int[] widths = IntStream.rangeClosed(0, last)
                .map(column -> rows.stream()
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElse(0))
                .toArray();
        List<String> lines = new ArrayList<>();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder(left(row.get(0), widths[0]));
            for (int column = 1; column < last; column++) {
                line.append(GAP).append(right(row.get(column), widths[column]));
            }
            lines.add(line.append(GAP).append(row.get(last)).toString().stripTrailing());
        }
        return lines;
    }

    private List<String> narrow() {
        List<String> headings = rows.get(0);
        int width = headings.stream().mapToInt(String::length).max().orElse(0);
        List<String> lines = new ArrayList<>();
        for (List<String> row : rows.subList(1, rows.size())) {
            if (!lines.isEmpty()) {
                lines.add("");
            }
            for (int column = 0; column < row.size(); column++) {
                lines.add(left(headings.get(column), width) + GAP + row.get(column));
            }
        }
        return lines;
    }

    private static String left(String cell, int width) {
        return cell + " ".repeat(width - cell.length());
    }

    private static String right(String cell, int width) {
        return " ".repeat(width - cell.length()) + cell;
    }
}
