// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stoker.cli.local.Shop;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A function within this JVM whose framework has registered a shutdown hook, as Spring does. */
class ShutdownHookTest {
    @Test
    void the_hook_of_a_function_says_nothing_when_the_command_ends(@TempDir Path folder) throws Exception {
        Process stoker = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-Dstoker.root=" + System.getProperty("stoker.root"),
                        Main.class.getName(),
                        "run",
                        "--local",
                        "--environments=in-jvm",
                        "--jar=" + Shop.jarIn(folder),
                        "--handler=" + Shop.HANDLER,
                        "--env=HOOK=yes",
                        "--concurrency=1"))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();

        String err = read(stoker);

        assertThat(stoker.waitFor()).as(err).isZero();
        assertThat(err).doesNotContain("Exception", "Error", "closing");
    }

    private static String read(Process process) throws IOException {
        return new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
