// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.stoker.cli.output.ExitCode;
import dev.stoker.cli.output.Failure;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InputFileTest {
    @ParameterizedTest
    @ValueSource(strings = {"null", "5", "1e400", "\"\\ud800\"", "[]", "{\"a\":1,\"a\":2}", " {\"targets\" : 7} \n"})
    void any_json_goes_on_as_it_is(String json) {
        assertThat(read(bytes(json)).text()).isEqualTo(json);
    }

    @Test
    void json_as_deep_or_long_as_fits_goes_on_too() {
        String deep = "[".repeat(100_000) + "]".repeat(100_000);
        String digits = "9".repeat(InputFile.MOST_BYTES);

        assertThat(read(bytes(deep)).text()).isEqualTo(deep);
        assertThat(read(bytes(digits)).text()).isEqualTo(digits);
    }

    @Test
    void a_byte_order_mark_is_no_part_of_the_input() {
        assertThat(read(bytes("\uFEFF{}")).text()).isEqualTo("{}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n", "{", "{} {}", "{'a':1}", "NaN", "{\"a\":1,}", "// note\n{}"})
    void a_text_that_is_no_json_is_refused_with_its_place(String text) {
        Failure refused = refused(bytes(text));

        assertThat(refused.exit()).isEqualTo(ExitCode.WRONG_USE);
        assertThat(refused.code()).isEqualTo("Stoker.InvalidInput");
        assertThat(refused.problems())
                .singleElement()
                .asString()
                .matches("input: must be JSON, .*\\(line \\d+, column \\d+: .*");
    }

    @Test
    void one_byte_too_many_is_refused() {
        assertThat(refused(bytes("9".repeat(InputFile.MOST_BYTES + 1))).problems())
                .containsExactly(
                        "input: must be at most 262,144 bytes, got more. Split the targets over several runs.");
    }

    @Test
    void an_endless_stream_is_not_read_to_its_end() {
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return ' ';
            }
        };

        assertThat(catchThrowableOfType(Failure.class, () -> InputFile.read("-", endless))
                        .problems())
                .singleElement()
                .asString()
                .contains("262,144");
    }

    @Test
    void bytes_that_are_no_utf_8_are_refused() {
        assertThat(refused("\"é\"".getBytes(StandardCharsets.ISO_8859_1)).problems())
                .containsExactly("input: must be text in UTF-8, got other bytes. Save the file in UTF-8.");
    }

    private static CycleInput read(byte[] stdin) {
        return InputFile.read("-", new ByteArrayInputStream(stdin));
    }

    private static Failure refused(byte[] stdin) {
        return catchThrowableOfType(Failure.class, () -> read(stdin));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
