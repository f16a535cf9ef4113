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

    @Test
    void a_folder_stays_locked_for_other_processes_when_this_process_creates_another() throws Exception {
        try (WorkFolder first = WorkFolder.createIn(parent);
                WorkFolder second = WorkFolder.createIn(parent)) {
            Path probe = Files.writeString(parent.resolve("Probe.java"), """
                    import java.nio.channels.FileChannel;
                    import java.nio.file.Path;
                    import java.nio.file.StandardOpenOption;

                    class Probe {
                        public static void main(String[] files) throws Exception {
                            for (String file : files) {
                                try (FileChannel channel = FileChannel.open(Path.of(file), StandardOpenOption.WRITE)) {
                                    System.out.println(channel.tryLock() == null ? "locked" : "free");
                                }
                            }
                        }
                    }
                    """);
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            probe.toString(),
                            first.path().resolve("in-use.lock").toString(),
                            second.path().resolve("in-use.lock").toString())
                    .redirectErrorStream(true)
                    .start();

            assertThat(process.inputReader().lines()).containsExactly("locked", "locked");
            assertThat(process.waitFor()).isZero();
        }
    }
}
