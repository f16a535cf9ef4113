// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.lambda.runtime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A temporary folder for unpacked code and logs. It is deleted when closed. */
final class WorkFolder implements AutoCloseable {
    private final Path path;

    private WorkFolder(Path path) {
        this.path = path;
    }

    /**
     * Creates a folder.
     *
     * @throws UncheckedIOException if this fails
     */
    public static WorkFolder create() {
        try {
            return new WorkFolder(Files.createTempDirectory("stoker-lambda"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its path. */
    public Path path() {
        return path;
    }

    /** Deletes the folder with its content. Files that cannot be deleted stay. */
    @Override
    public void close() {
        deleteTree(path);
    }

    /** Deletes a folder below it. */
    public static void deleteTree(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | UncheckedIOException left) {
            // a process that is being killed may still write here; temporary folders are cleaned by the system
        }
    }
}
