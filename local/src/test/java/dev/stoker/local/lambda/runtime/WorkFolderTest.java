// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.lambda.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkFolderTest {
    @TempDir
    private Path parent;

    private long folders() throws IOException {
        try (Stream<Path> all = Files.list(parent)) {
            return all.count();
        }
    }

    /** What a process that was killed leaves: its lock is free, since the system gives it back. */
    private Path left() throws IOException {
        Path left = Files.createDirectories(parent.resolve("stoker-lambda123"));
        Files.writeString(left.resolve("in-use.lock"), "");
        Files.writeString(Files.createDirectories(left.resolve("task/lib")).resolve("orders.jar"), "zip");
        return left;
    }

    @Test
    void what_a_killed_process_left_is_removed_at_the_next_start() throws IOException {
        Path left = left();

        try (WorkFolder work = WorkFolder.createIn(parent)) {
            assertThat(left).doesNotExist();
            assertThat(work.path()).isDirectory();
        }
        assertThat(folders()).isZero();
    }

    @Test
    void what_is_in_use_and_what_is_no_folder_of_ours_stays() throws IOException {
        Path other = Files.createDirectories(parent.resolve("stoker-lambda-of-an-older-version"));
        Path another = Files.createDirectories(parent.resolve("somebody-elses"));
        try (WorkFolder first = WorkFolder.createIn(parent);
                WorkFolder second = WorkFolder.createIn(parent)) {
            assertThat(first.path()).isDirectory();
            assertThat(second.path()).isDirectory();
            assertThat(other).isDirectory();
            assertThat(another).isDirectory();
        }
    }
}
