// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.lambda.runtime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder below the system's temporary one, for unpacked code and logs; gone when closed. */
final class WorkFolder implements AutoCloseable {
    private final Path path;

    private WorkFolder(Path path) {
        this.path = path;
    }

    /**
     * Makes one.
     *
     * @throws UncheckedIOException if that fails
     */
    public static WorkFolder create() {
        try {
            return new WorkFolder(Files.createTempDirectory("stoker-lambda"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where it is. */
    public Path path() {
        return path;
    }

    /** Deletes it with all that lies in it; a file that cannot be deleted is left to the system. */
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
