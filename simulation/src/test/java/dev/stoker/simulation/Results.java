// SPDX-License-Identifier: Apache-2.0
package dev.stoker.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A file of measured results in docs/benchmarks/, which docs/benchmarks.md shows. */
final class Results {
    private static final Path FOLDER = Path.of(System.getProperty("stoker.root"), "docs", "benchmarks");

    private Results() {}

    /** The lines must be those of the file: a change of behaviour shows in review. Only -Dstoker.results=write writes it. */
    static void same(String file, List<String> lines) {
        if ("write".equals(System.getProperty("stoker.results"))) {
            write(file, lines);
        }
        try {
            assertThat(lines)
                    .as("%s; if it may change, run again with -Dstoker.results=write", file)
                    .isEqualTo(Files.readAllLines(FOLDER.resolve(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes the file. */
    static void write(String file, List<String> lines) {
        try {
            Files.createDirectories(FOLDER);
            Files.write(FOLDER.resolve(file), lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
