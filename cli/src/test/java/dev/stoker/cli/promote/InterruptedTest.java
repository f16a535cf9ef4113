// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.promote;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command as a process that a signal ends, as Ctrl-C does. */
class InterruptedTest {
    private static final Duration LONGEST = Duration.ofMinutes(2);

    @Test
    void a_signal_in_the_canary_puts_the_alias_back_and_says_so(@TempDir Path folder) throws Exception {
        Path err = folder.resolve("err");
        try (AliasedOrders shop = new AliasedOrders()) {
            String version = shop.nextVersion();
            ProcessBuilder command = new ProcessBuilder(List.of(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            System.getProperty("java.class.path"),
                            "dev.stoker.cli.Main",
                            "promote",
                            "orders:live",
                            "--to=" + version,
                            "--concurrency=3",
                            "--canary=10%,1h",
                            "--state-machine=" + shop.keepWarm(),
                            "--endpoint-url=" + shop.endpoint))
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(err.toFile());
            command.environment().put("AWS_ACCESS_KEY_ID", "test");
            command.environment().put("AWS_SECRET_ACCESS_KEY", "test");
            Process promote = command.start();
            Instant latest = Instant.now().plus(LONGEST);
            while (!shop.live().equals("1{2=0.1}")) {
                assertThat(promote.isAlive() && Instant.now().isBefore(latest))
                        .as(() -> text(err))
                        .isTrue();
            }

            promote.destroy();
            promote.waitFor();

            assertThat(shop.live()).isEqualTo("1");
            assertThat(text(err)).contains("The alias live points to version 1 again.");
            assertThat(promote.exitValue())
                    .as("128 and the number of the signal")
                    .isEqualTo(143);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (java.io.IOException unreadable) {
            return unreadable.toString();
        }
    }
}
