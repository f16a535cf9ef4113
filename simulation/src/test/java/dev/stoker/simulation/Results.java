// SPDX-License-Identifier: Apache-2.0
package dev.stoker.simulation;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A file of results in docs/benchmarks/, which docs/benchmarks.md shows. The figures of a line are the same on every
 * machine, and tests compare them. The time and memory of the machine may follow, and are not compared.
 */
public final class Results {
    private static final Path FOLDER = Path.of(System.getProperty("stoker.root"), "docs", "benchmarks");
    static final boolean WRITES = "write".equals(System.getProperty("stoker.results"));
    private static final String MACHINE = "  || this machine: ";

    private Results() {}

    /** A line with a second part of time or memory, which is not compared. */
    public static String line(String figures, String machine) {
        return figures + MACHINE + machine;
    }

    /**
     * Compares the figures with those in the file, so that a change of behavior is visible in a review. Only
     * -Dstoker.results=write writes the file.
     */
    public static void same(String file, List<String> lines) {
        lines.forEach(System.out::println);
        Path path = FOLDER.resolve(file);
        try {
            if (WRITES) {
                Files.createDirectories(requireNonNull(path.getParent()));
                Files.write(path, lines);
            }
            assertThat(figures(lines))
                    .as("%s; if it may change, run again with -Dstoker.results=write", file)
                    .isEqualTo(figures(Files.readAllLines(path)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Compares the figures with those in the file: with -Dstoker.thorough=true all of them, otherwise those that were
     * computed.
     */
    static void compare(String file, List<String> lines) {
        if (Thorough.ON) {
            same(file, lines);
            return;
        }
        among(file, lines);
    }

    /** Compares the figures with a part of those in the file. */
    public static void among(String file, List<String> lines) {
        lines.forEach(System.out::println);
        assertThat(figures(lines(file))).as(file).containsSubsequence(figures(lines));
    }

    /** Compares a chart of the same folder. Only -Dstoker.results=write writes it. */
    public static void drawn(String file, String svg) {
        Path path = FOLDER.resolve(file);
        try {
            if (WRITES) {
                Files.writeString(path, svg);
            }
            assertThat(Files.readString(path))
                    .as("%s; if it may change, run again with -Dstoker.results=write", file)
                    .isEqualTo(svg);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The lines of a file, with what follows them about the machine. */
    public static List<String> lines(String file) {
        try {
            return Files.readAllLines(FOLDER.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> figures(List<String> lines) {
        return lines.stream().map(Results::figures).toList();
    }

    private static String figures(String line) {
        int machine = line.indexOf(MACHINE);
        return machine < 0 ? line : line.substring(0, machine);
    }
}
