// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class ConsoleTest {
    @Test
    void a_document_stays_utf_8_where_the_terminal_is_ascii_and_text_loses_its_dashes() {
        Screen screen = new Screen(new Terminal(true, true, 80, false), StandardCharsets.US_ASCII, false);

        screen.console().document("{\"a\":\"– é\"}");
        screen.console().say("– × …");

        assertThat(screen.out()).isEqualTo("{\"a\":\"– é\"}\n- x ...\n");
    }

    @Test
    void a_terminal_of_another_encoding_gets_its_own_bytes_and_an_ascii_one_names_in_utf_8() throws IOException {
        Charset korean = Charset.forName("EUC-KR");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(true, true, 80, false);

        new Console(out, out, terminal, korean, false).say("한국 …");
        new Console(out, out, terminal, StandardCharsets.US_ASCII, false).note("한국 …");

        ByteArrayOutputStream expected = new ByteArrayOutputStream();
        expected.write("한국 ...\n".getBytes(korean));
        expected.write("한국 ...\n".getBytes(StandardCharsets.UTF_8));
        assertThat(out.toByteArray()).isEqualTo(expected.toByteArray());
    }

    @Test
    void colours_are_for_terminals_only() {
        Screen terminal = Screen.terminal(80);
        Screen file = Screen.none();

        terminal.console().say("well", Colour.GREEN);
        file.console().say("well", Colour.GREEN);

        assertThat(terminal.out()).isEqualTo("\u001B[32mwell\u001B[0m\n");
        assertThat(file.out()).isEqualTo("well\n");
    }

    @Test
    void the_environment_has_a_say_in_colours() {
        assertThat(terminal(Map.of()).colours()).isTrue();
        assertThat(terminal(Map.of("NO_COLOR", "")).colours()).isTrue();
        assertThat(terminal(Map.of("NO_COLOR", "1")).colours()).isFalse();
        assertThat(terminal(Map.of("TERM", "dumb"))).isEqualTo(new Terminal(true, false, 132, false));
    }

    @Test
    void without_the_launcher_nothing_is_a_terminal() {
        assertThat(Terminal.of(new Properties(), Map.of())).isEqualTo(new Terminal(false, false, 80, true));
    }

    @Test
    void a_result_that_cannot_be_written_is_a_failure() {
        OutputStream full = new OutputStream() {
            @Override
            public void write(int octet) throws IOException {
                throw new IOException("No space left on device");
            }
        };
        Console console = new Console(
                full,
                OutputStream.nullOutputStream(),
                new Terminal(false, false, 80, false),
                StandardCharsets.UTF_8,
                false);

        assertThatThrownBy(() -> console.document("{}"))
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.code()).isEqualTo("Stoker.Output"));
    }

    @Test
    void stack_traces_are_for_those_who_ask() {
        Screen screen = new Screen(new Terminal(false, false, 80, false), StandardCharsets.UTF_8, true);
        Screen usual = Screen.none();
        IllegalStateException trouble = new IllegalStateException("odd");

        screen.console().debug(trouble);
        usual.console().debug(trouble);

        assertThat(screen.err()).contains("IllegalStateException: odd", "\tat ");
        assertThat(usual.err()).isEmpty();
    }

    @Test
    void foreign_text_becomes_one_line_without_control_characters() {
        assertThat(OneLine.of(" a\r\n\tb\u001B[31m c ")).isEqualTo("a b?[31m c");
        assertThat(OneLine.of("x".repeat(500))).hasSize(401).endsWith("…");
        assertThat(OneLine.of(null)).isEmpty();
        assertThat(OneLine.sentence("It is")).isEqualTo("It is.");
        assertThat(OneLine.sentence("It is.")).isEqualTo("It is.");
    }

    @Test
    void a_table_that_does_not_fit_becomes_a_list_for_each_row() {
        Table table = new Table(List.of("name", "n", "note"));
        table.add(List.of("a", "1", "–"));
        table.add(List.of("bcdef", "20", "much to say"));

        assertThat(table.lines(22)).containsExactly("name    n  note", "a       1  –", "bcdef  20  much to say");
        assertThat(table.lines(21))
                .containsExactly("name  a", "n     1", "note  –", "", "name  bcdef", "n     20", "note  much to say");
        assertThatThrownBy(() -> table.add(List.of("a")))
                .hasMessage("cells: must be 3, got 1. Add one for each heading.");
    }

    private static Terminal terminal(Map<String, String> environment) {
        Properties launcher = new Properties();
        launcher.setProperty("stoker.terminal", "stdout,stderr");
        launcher.setProperty("stoker.columns", "132");
        return Terminal.of(launcher, environment);
    }
}
