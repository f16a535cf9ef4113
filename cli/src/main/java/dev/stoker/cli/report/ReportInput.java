// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.report;

import dev.stoker.cli.output.Failure;
import dev.stoker.cli.output.OneLine;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Reads what is drawn, from files or from stdin. */
final class ReportInput {
    /** More than a day of wide cycles; above it a browser would have trouble anyway. */
    private static final int MOST_BYTES = 128 * 1024 * 1024;

    private ReportInput() {}

    /** @throws Failure if it cannot be read, or is too large */
    static String read(String name, InputStream stdin) {
        try (InputStream content = name.equals("-") ? stdin : Files.newInputStream(Path.of(name))) {
            byte[] bytes = content.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw Failure.wrongUse("--input: must be at most 128 MiB, got more: " + OneLine.of(name)
                        + ". Draw fewer cycles at once.");
            }
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException | InvalidPathException unreadable) {
            throw Failure.wrongUse("--input: must be a file that can be read, got " + OneLine.of(name)
                            + ". Check the path, or write - for stdin.")
                    .causedBy(unreadable);
        }
    }
}
