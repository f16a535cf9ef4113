// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.stoker.cli.output.Failure;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextFileTest {
    private final TextFile event = TextFile.notStdin("--event", 20, "Send less.");

    @TempDir
    private Path folder;

    @Test
    void a_byte_order_mark_is_no_part_of_the_text() throws IOException {
        assertThat(event.read(file("\uFEFF{\"한\":1}", StandardCharsets.UTF_8))).isEqualTo("{\"한\":1}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE", "x-UTF-16LE-BOM"})
    void utf_16_is_named_and_the_path_not_blamed(String charset) throws IOException {
        String name = file("{}", Charset.forName(charset));

        assertThat(failure(event, name))
                .hasMessage("--event: must be text in UTF-8, got UTF-16. Save the file in UTF-8. The file is " + name
                        + ".");
    }

    @Test
    void bytes_of_another_encoding_are_refused() throws IOException {
        assertThat(failure(event, file("\"é\"", StandardCharsets.ISO_8859_1)))
                .hasMessageContaining("must be text in UTF-8, got other bytes");
    }

    @Test
    void a_file_that_is_too_large_is_refused() throws IOException {
        assertThat(failure(event, file("9".repeat(21), StandardCharsets.UTF_8)))
                .hasMessageContaining("must be at most 20 bytes, got more. Send less.");
    }

    @Test
    void a_file_that_cannot_be_read_is_named_with_the_reason() {
        assertThat(failure(event, "no/such.json"))
                .hasMessage("--event: must be a file that can be read, got no/such.json, which does not exist. Check"
                        + " the path.");
        assertThat(failure(event, folder.toString())).hasMessageContaining("which is a folder");
        assertThat(failure(event, "a\0b")).hasMessageContaining("which is not a valid file name");
    }

    @Test
    void a_dash_is_stdin_only_where_that_is_taken() {
        TextFile input = new TextFile(
                "--input", Optional.of(new ByteArrayInputStream("{}".getBytes(StandardCharsets.UTF_8))), 20, "");

        assertThat(input.read("-")).isEqualTo("{}");
        assertThat(failure(input, "none")).hasMessageContaining("or write - for stdin");
        assertThatThrownBy(() -> event.read("-")).hasMessageContaining("which does not exist");
    }

    private static Failure failure(TextFile from, String name) {
        return catchThrowableOfType(Failure.class, () -> from.read(name));
    }

    private String file(String text, Charset charset) throws IOException {
        return Files.writeString(folder.resolve("file"), text, charset).toString();
    }
}
