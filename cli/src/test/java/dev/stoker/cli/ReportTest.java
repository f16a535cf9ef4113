// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli;

import static dev.stoker.cli.Ran.stoker;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stoker.cli.aws.AwsSurroundings;
import dev.stoker.cli.aws.FakeAws;
import dev.stoker.cli.report.Chromium;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** {@code stoker report} from the command line; what the page shows is seen in its own package. */
class ReportTest {
    @RegisterExtension
    private final AwsSurroundings surroundings = new AwsSurroundings();

    @RegisterExtension
    private final FakeAws aws = new FakeAws();

    @TempDir
    private Path folder;

    @Test
    void a_local_run_is_drawn_from_stdin_with_its_environments_and_its_cost() throws IOException {
        Ran run = stoker(
                        "run",
                        "--local",
                        "--environments=in-jvm",
                        "--env=SAMPLE_START_MILLIS=0",
                        "--concurrency=20",
                        "--json")
                .ends(0);
        Path page = folder.resolve("report.html");

        Ran report = Ran.reading(run.out(), "report", "--input", "-", "--out", page.toString());

        assertThat(report.ends(0).out()).startsWith("20 requested, 20 proven, 0 users displaced, $0.0");
        assertThat(Files.readString(page))
                .contains("<title>20 requested, 20 proven, 0 users displaced, $0.0")
                .contains(run.json().at("/targets/0/environments/19/id").asText());
    }

    @Test
    void a_browser_without_a_network_shows_a_lane_for_each_environment_of_a_local_run() throws IOException {
        Chromium browser = Chromium.in(folder);
        String run = stoker("run", "--local", "--environments=in-jvm", "--concurrency=20", "--json")
                .ends(0)
                .out();
        Path page = folder.resolve("report.html");

        Ran.reading(run, "report", "--input", "-", "--out", page.toString()).ends(0);

        assertThat(browser.ask(page, "", "document.querySelectorAll('g.lane').length"))
                .isEqualTo("20");
    }

    @Test
    void a_program_gets_the_file_and_the_title() throws IOException {
        Path input = Files.writeString(
                folder.resolve("run.json"),
                "{\"targets\":[{\"function\":\"f\",\"requested\":1,\"warm\":1,\"rounds\":1}]}\nnoise\n");
        Path page = folder.resolve("page.html");

        Ran report =
                stoker("report", "--input=" + input, "--out=" + page, "--json").ends(0);

        assertThat(report.json().path("file").asText()).isEqualTo(page.toString());
        assertThat(report.json().path("title").asText()).isEqualTo("1 requested, 1 proven, 0 users displaced");
        assertThat(report.err()).contains("1 line or event was not a cycle");
    }

    @Test
    void a_cycle_that_does_not_tell_its_cost_is_priced_by_the_memory_that_is_named() throws IOException {
        Path input = Files.writeString(
                folder.resolve("event.json"),
                "{\"targets\":[{\"function\":\"f\",\"requested\":1,\"warm\":1,\"rounds\":1,\"heldMillis\":100000}]}");

        assertThat(stoker("report", "--input=" + input, "--out=" + folder.resolve("p.html"), "--memory=1024")
                        .ends(0)
                        .out())
                .startsWith("1 requested, 1 proven, 0 users displaced, $0.0017");
    }

    @Test
    void the_log_of_a_stack_is_read_as_far_back_as_is_asked() {
        aws.answers(
                "FilterLogEvents",
                200,
                "{\"events\":[{\"logStreamName\":\"cycles\",\"message\":\"{\\\"targets\\\":[{\\\"function\\\":\\\"f\\\",\\\"requested\\\":3,\\\"warm\\\":3}]}\"}]}");
        Path page = folder.resolve("day.html");

        Ran ran = logOf("shop", "--since=90m", "--out=" + page).ends(0);

        assertThat(ran.out()).startsWith("3 requested, 3 proven");
        assertThat(ran.err()).doesNotContain("Warning");
        assertThat(page).exists();
        String request = aws.requests("FilterLogEvents").get(0).body();
        assertThat(request).contains("\"logGroupName\":\"/aws/vendedlogs/states/shop\"", "\"startTime\":");
        long from = Long.parseLong(request.replaceFirst(".*\"startTime\":([0-9]+).*", "$1"));
        assertThat(Instant.now().toEpochMilli() - from).isGreaterThanOrEqualTo(90 * 60_000L);
    }

    @Test
    void a_stack_without_a_log_and_a_time_that_is_none_are_refused() {
        aws.answers("FilterLogEvents", 400, "{\"__type\":\"ResourceNotFoundException\",\"message\":\"gone\"}");

        assertThat(logOf("shop", "--json").ends(1).errorCode()).isEqualTo("Stoker.NoSuchStack");
        logOf("shop", "--since=lately").ends(2).printsFailure("--since: must be a time, got \"lately\"");
        stoker("report").ends(2).printsFailure("--stack, --input: must be exactly one", "got none");
        stoker("report", "--stack=s", "--input=f").ends(2).printsFailure("got both");
        stoker("report", "--since=1h", "--input=f").ends(2).printsFailure("got --since with --input");
        stoker("report", "--input=f", "--memory=64")
                .ends(2)
                .printsFailure("--memory: must be from 128 to 10,240, got 64. Give the function's own memory, in MB.");
    }

    @Test
    void an_input_without_a_cycle_and_files_that_cannot_be_had_are_refused() throws IOException {
        Path empty = Files.writeString(folder.resolve("empty.json"), "{\"error\":{\"code\":\"Stoker.NoCredentials\"}}");

        assertThat(stoker("report", "--input=" + empty, "--json").ends(1).errorCode())
                .isEqualTo("Stoker.NoCycles");
        stoker("report", "--input=" + folder.resolve("none")).ends(2).printsFailure("--input: must be a file");
        Path one = Files.writeString(folder.resolve("one.json"), "{\"targets\":[{\"requested\":1}]}");
        stoker("report", "--input=" + one, "--out=" + folder).ends(1).printsFailure("--out: must be a file");
    }

    @Test
    void a_log_of_errors_alone_is_not_taken_for_all_cycles() throws IOException {
        aws.answers(
                "FilterLogEvents",
                200,
                "{\"events\":[{\"logStreamName\":\"states/keep-warm\",\"message\":\"{\\\"type\\\":\\\"ExecutionFailed\\\","
                        + "\\\"details\\\":{\\\"cause\\\":\\\"{\\\\\\\"targets\\\\\\\":[{\\\\\\\"requested\\\\\\\":3}]}\\\"}}\"}]}");
        Path page = folder.resolve("day.html");

        Ran people = logOf("shop", "--out=" + page).ends(0);
        Ran program = logOf("shop", "--out=" + page, "--json").ends(0);

        assertThat(people.err()).contains("Warning: The log contains failed executions only");
        assertThat(program.json().path("onlyErrors").asBoolean()).isTrue();
        assertThat(page).content().contains("The log contains failed executions only");
    }

    private Ran logOf(String stack, String... more) {
        return stoker(
                Ran.and(more, "report", "--stack=" + stack, "--endpoint-url=" + aws.endpoint(), "--region=us-east-1"));
    }
}
