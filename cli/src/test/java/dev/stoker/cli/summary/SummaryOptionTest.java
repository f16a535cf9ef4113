// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stoker.cli.output.ExitCode;
import dev.stoker.cli.output.Failure;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import picocli.CommandLine;

final class SummaryOptionTest {
    private static final Summary ONE_FAILED = new Summary(
            "stoker run",
            List.of(
                    new Summary.Case("orders:live", true, "20 of 20 environments proven warm."),
                    new Summary.Case("carts", false, "4 of 5 | <b>proven</b> & \u0001warm.")),
            List.of("This cycle cost $0.01."));

    @TempDir
    private Path folder;

    @Test
    void markdown_is_added_at_the_end_and_nothing_in_it_is_markup() throws IOException {
        Path file = Files.writeString(folder.resolve("summary.md"), "before\n");

        write(file, ONE_FAILED);

        assertThat(file)
                .content()
                .startsWith("before\n### stoker run: 1 of 2 failed\n")
                .contains("| ✅ passed | orders:live | 20 of 20 environments proven warm. |")
                .contains("4 of 5 \\| \\<b\\>proven\\</b\\>")
                .contains("This cycle cost $0.01.");
    }

    @Test
    void xml_has_a_test_case_for_each_target_and_a_failure_for_each_shortfall() throws Exception {
        Path file = folder.resolve("warm.xml");

        write(file, ONE_FAILED);

        Element suite = DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(Files.readString(file).getBytes(StandardCharsets.UTF_8)))
                .getDocumentElement();
        assertThat(suite.getAttribute("tests")).isEqualTo("2");
        assertThat(suite.getAttribute("failures")).isEqualTo("1");
        assertThat(suite.getElementsByTagName("failure").getLength()).isEqualTo(1);
        assertThat(suite.getElementsByTagName("failure").item(0).getTextContent())
                .isEqualTo("4 of 5 | <b>proven</b> & ?warm.");
    }

    @Test
    void an_error_is_a_failed_case_and_stays_an_error() throws IOException {
        Path file = folder.resolve("summary.md");

        assertThatThrownBy(() -> option(file.toString()).around("stoker run", summary -> {
                    throw Failure.wrongUse("no such function");
                }))
                .isInstanceOf(Failure.class)
                .hasMessage("no such function");
        assertThat(file).content().contains("❌ failed", "no such function");
    }

    @Test
    void a_file_that_cannot_be_written_is_refused_before_the_command_runs() {
        String missing = folder.resolve("no/such/folder.md").toString();

        assertThatThrownBy(() -> option(missing).around("stoker run", summary -> {
                    throw new AssertionError("the command must not run");
                }))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("--summary: must be a file that can be written");
    }

    @Test
    void without_the_option_nothing_is_written() {
        SummaryOption none = new SummaryOption();

        assertThat(none.around("stoker run", summary -> {
                    summary.write(ONE_FAILED);
                    return ExitCode.DONE;
                }))
                .isEqualTo(ExitCode.DONE);
        assertThat(folder).isEmptyDirectory();
    }

    private void write(Path file, Summary content) {
        option(file.toString()).around("stoker run", summary -> {
            summary.write(content);
            return ExitCode.DONE;
        });
    }

    private static SummaryOption option(String file) {
        SummaryOption option = new SummaryOption();
        new CommandLine(new Host(option)).parseArgs("--summary", file);
        return option;
    }

    @CommandLine.Command
    private record Host(@CommandLine.Mixin SummaryOption option) {}
}
