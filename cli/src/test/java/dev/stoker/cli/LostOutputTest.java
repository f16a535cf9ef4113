// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stoker.cli.output.Console;
import dev.stoker.cli.output.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A stdout that takes nothing, such as /dev/full or a pipe whose reader has ended: a sentence, and never a stack trace. */
class LostOutputTest {
    private static final OutputStream FULL = new OutputStream() {
        @Override
        public void write(int octet) throws IOException {
            throw new IOException("No space left on device");
        }
    };

    @ParameterizedTest
    @CsvSource({
        "1, --help",
        "1, run --help",
        "1, --version",
        "1, estimate --concurrency=5",
        "1, estimate --concurrency=5 --json",
        "1, completion",
        "1, completion --json",
        "2, run --json --fucntion=f",
        "2, estimate --json --memory=1",
    })
    void a_result_that_cannot_be_written_is_a_sentence_on_stderr(int exit, String args) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console console = new Console(FULL, err, new Terminal(false, false, 80, false), StandardCharsets.UTF_8, false);

        assertThat(StokerCommand.run(console, args.split(" "))).isEqualTo(exit);

        assertThat(err.toString(StandardCharsets.UTF_8))
                .containsOnlyOnce("stoker: The result could not be written to stdout.")
                .doesNotContain("Exception", "\tat ");
    }
}
