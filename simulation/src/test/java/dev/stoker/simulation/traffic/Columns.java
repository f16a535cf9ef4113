// SPDX-License-Identifier: Apache-2.0
package dev.stoker.simulation.traffic;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a file of columns that commas separate, row by row. None of the formats has quotes. */
final class Columns implements AutoCloseable {
    private final Path file;
    private final BufferedReader reader;
    private final List<String> names;
    private List<String> row = List.of();
    private long line = 1;

    private Columns(Path file, BufferedReader reader, List<String> names) {
        this.file = file;
        this.reader = reader;
        this.names = names;
    }

    /**
     * Opens a file.
     *
     * @param first the names of the first columns
     * @throws IllegalArgumentException if they have other names
     */
    static Columns of(Path file, String... first) throws IOException {
        BufferedReader reader = Files.newBufferedReader(file);
        String header = reader.readLine();
        List<String> names = header == null ? List.of() : split(header);
        if (names.size() < first.length || !names.subList(0, first.length).equals(List.of(first))) {
            reader.close();
            throw new IllegalArgumentException(file + ", line 1: must begin with the columns " + String.join(",", first)
                    + ", got " + header + ". Give the format of the file.");
        }
        return new Columns(file, reader, names);
    }

    private static List<String> split(String line) {
        return List.of(line.strip().split(",", -1));
    }

    /** The names of all columns. */
    List<String> names() {
        return names;
    }

    /** Reads the next row. */
    boolean next() throws IOException {
        @Nullable String text = reader.readLine();
        line++;
        while (text != null && text.isBlank()) {
            text = reader.readLine();
            line++;
        }
        if (text == null) {
            return false;
        }
        row = split(text);
        if (row.size() != names.size()) {
            throw problem("the row must have " + names.size() + " columns", row.size() + " columns");
        }
        return true;
    }

    /** The text of a column of this row. */
    String text(int column) {
        return row.get(column);
    }

    /** The number of a column of this row, 0 or more. */
    double number(int column) {
        try {
            double number = Double.parseDouble(text(column));
            if (number >= 0 && number < Double.POSITIVE_INFINITY) {
                return number;
            }
        } catch (NumberFormatException bad) {
            // The same remedy.
        }
        throw problem(names.get(column) + " must be a number from 0", text(column));
    }

    /** The number of a column of this row; 0 if it is empty. */
    double numberOrZero(int column) {
        return text(column).isEmpty() ? 0 : number(column);
    }

    IllegalArgumentException problem(String rule, String value) {
        return new IllegalArgumentException(file + ", line " + line + ": " + rule + ", got " + value + ".");
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
