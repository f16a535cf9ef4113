// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli;

import static dev.stoker.cli.Ran.stoker;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stoker.cli.aws.AwsSurroundings;
import dev.stoker.cli.aws.FakeAws;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xml.sax.InputSource;

/** {@code stoker calibrate}: on virtual time, and up to its first cycle against an endpoint. */
class CalibrateTest {
    private static final String MACHINE = "arn:aws:states:eu-west-1:123456789012:stateMachine:m";
    private static final String THROTTLED = "{\"requested\":20,\"warm\":19,\"targets\":[{\"function\":\"orders\","
            + "\"requested\":20,\"slots\":20,\"warm\":19,\"unproven\":0,\"rounds\":1,\"openedAt\":1000,\"holdUntil\":2000,"
            + "\"failed\":0,\"throttled\":1,\"environments\":[]}]}";

    @RegisterExtension
    private final AwsSurroundings surroundings = new AwsSurroundings();

    @RegisterExtension
    private final FakeAws aws = new FakeAws();

    @TempDir
    private Path folder;

    @Test
    void the_embedded_aws_is_calibrated_on_virtual_time() throws Exception {
        Path chart = folder.resolve("idle.svg");
        JsonNode found = stoker("calibrate", "--local", "--json", "--chart=" + chart)
                .ends(0)
                .json();

        assertThat(found.at("/survival/1/outlived").asInt()).isEqualTo(60);
        assertThat(found.at("/survival/2/outlived").asInt()).isZero();
        assertThat(found.at("/medianIdle/moreThanMillis").asLong()).isEqualTo(480_000);
        assertThat(found.at("/medianIdle/lessThanMillis").asLong()).isEqualTo(720_000);
        assertThat(found.at("/interval/schedule").asText()).isEqualTo("rate(8 minutes)");
        assertThat(found.at("/interval/lower").asDouble()).isBetween(0.95, 0.96);
        assertThat(found.at("/arrivals/holdMillis").asLong()).isBetween(20L, 60L);
        assertThat(found.at("/coldStarts/medianInitMillis").asLong()).isBetween(700L, 1_300L);
        assertThat(found.at("/embedded").asText()).isEqualTo("idle 10m");
        String svg = Files.readString(chart);
        assertThat(svg).contains("rate(8 minutes)", "8m: 60 of 60");
        DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }

    @Test
    void people_read_the_curve_and_what_to_take() {
        assertThat(stoker("calibrate", "--local", "--concurrency=9", "--passes=1", "--waits=5,20", "--share=0.5")
                        .ends(0)
                        .out())
                .contains(
                        "idle for  environments  outlived it",
                        "Half of them live more than 5m and less than 20m.",
                        "Recommended interval: rate(5 minutes).",
                        "After 20m, 0 of 9 answered, which is too small a share.",
                        "The embedded AWS had: idle 10m.");
    }

    @Test
    void too_few_environments_are_reported_with_what_would_be_enough() {
        assertThat(stoker("calibrate", "--local", "--concurrency=5", "--passes=1", "--waits=5")
                        .ends(0)
                        .out())
                .contains(
                        "shows no interval",
                        "After 5m, 5 of 5",
                        "answered, which are too few",
                        "59 environments would be enough");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--stack s | FUNCTION: is required",
                "orders | --stack, --state-machine, --local: must be exactly one, got none",
                "orders --local | FUNCTION: must be left out with --local",
                "--local --concurrency 201 | --concurrency: must be from 1 to 200, got 201",
                "--local --passes 0 | --passes: must be from 1 to 100, got 0",
                "--local --waits 8,5 | --waits: must rise",
                "--local --waits 8,,9 | --waits: must be a time from 1m to 1d",
                "--local --confidence 95 | --confidence: must be between 0 and 1, got 95.0",
                "--local --share 1 | --share: must be between 0 and 1, got 1.0",
                "--local --max-age x | --max-age: must be a time",
                "--local --idle soon | --idle: must be a time, got soon",
                "--local --recycle 2h | --recycle: must be an age and a share",
                "--local --recycle 2h:3 | --recycle: must be an age and a share",
                "--local --faults fog=1 | --faults: must be a list of faults",
                "--local --chart idle.png | --chart: must be an SVG file",
                "--local --chart no/such/idle.svg | --chart: must be an SVG file in a folder that exists",
                "--local --state x.json | --state: must be left out with --local",
                "orders --stack s --idle 5m | --idle: is valid only with --local",
                "orders --resume x.json | FUNCTION: cannot be combined with --resume",
                "--resume no-such.json | --resume: must be a file that can be read",
            })
    void what_is_missing_or_contradicts_is_named(String args, String message) {
        stoker(("calibrate " + args).split(" ")).ends(2).printsFailure(message);
    }

    @Test
    void a_wait_that_cannot_be_read_has_no_place_in_the_order() {
        assertThat(stoker("calibrate", "--local", "--waits", "8,x,9", "--json")
                        .ends(2)
                        .json()
                        .at("/error/problems"))
                .singleElement()
                .satisfies(problem -> assertThat(problem.asText()).startsWith("--waits: must be a time"));
    }

    @Test
    void a_function_that_the_stacks_schedule_keeps_warm_is_refused() {
        String orders =
                "[{\"function\":\"arn:aws:lambda:eu-west-1:123456789012:function:orders:live\",\"concurrency\":5}]";
        aws.stack("CREATE_COMPLETE", MACHINE, Map.of("ScheduleState", "ENABLED", "Targets", orders));

        calibrate("orders", "--yes").ends(1).printsFailure("keeps orders warm", "ScheduleState=DISABLED");
        aws.stack("CREATE_COMPLETE", MACHINE, Map.of("ScheduleState", "ENABLED", "Targets", ""));
        calibrate("orders", "--yes").ends(1).printsFailure("keeps orders warm");
        assertThat(aws.requests("StartSyncExecution")).isEmpty();
    }

    @Test
    void a_schedule_with_other_targets_is_not_to_be_paused() {
        String both = "[{\"function\":\"orders\",\"concurrency\":5},{\"function\":\"carts\",\"concurrency\":5}]";
        aws.stack("CREATE_COMPLETE", MACHINE, Map.of("ScheduleState", "ENABLED", "Targets", both));

        assertThat(calibrate("orders", "--yes")
                        .ends(1)
                        .printsFailure(
                                "keeps orders warm", "remove only this function from Targets", "--schedule-paused")
                        .err())
                .doesNotContain("DISABLED");
        assertThat(aws.requests("StartSyncExecution")).isEmpty();
    }

    @Test
    void the_answer_no_starts_nothing() {
        aws.stack("CREATE_COMPLETE", MACHINE)
                .answers("GET /2015-03-31/functions/orders/configuration", 200, "{\"FunctionName\":\"orders\"}");

        for (String answer : List.of("n\n", "\n", "")) {
            answering(answer).ends(1).printsFailure("3 passes", "Start? [y/N]", "Nothing was started.");
        }
        assertThat(aws.requests("StartSyncExecution")).isEmpty();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void the_answer_yes_starts_the_first_cycle() {
        aws.stack("CREATE_COMPLETE", MACHINE)
                .cycleSucceeds(THROTTLED)
                .answers("GET /2015-03-31/functions/orders/configuration", 200, "{\"FunctionName\":\"orders\"}");

        answering("y\n").ends(1).printsFailure("Start? [y/N]", "users need the concurrency");
        assertThat(aws.requests("StartSyncExecution")).hasSize(1);
    }

    @Test
    void a_schedule_that_is_paused_or_keeps_others_warm_is_none_of_its_business() {
        String carts = "[{\"function\":\"carts\",\"concurrency\":5}]";
        for (Map<String, String> parameters : List.of(
                Map.of("ScheduleState", "DISABLED", "Targets", ""),
                Map.of("ScheduleState", "ENABLED", "Targets", carts))) {
            aws.stack("CREATE_COMPLETE", MACHINE, parameters);

            calibrate("orders")
                    .ends(2)
                    .printsFailure("--yes: is required without a terminal", "3 passes", "could not be read");
        }
    }

    @Test
    void what_it_costs_is_reported_before_anything_runs() {
        aws.stack("CREATE_COMPLETE", MACHINE)
                .answers(
                        "GET /2015-03-31/functions/orders/configuration",
                        200,
                        "{\"FunctionName\":\"orders\",\"MemorySize\":1024,\"Architectures\":[\"x86_64\"]}");

        calibrate("orders").ends(2).printsFailure("costs about $0.02", "users may meet cold starts");
        assertThat(aws.requests("StartSyncExecution")).isEmpty();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void what_stops_it_leaves_a_file_to_resume_from() throws IOException {
        aws.stack("CREATE_COMPLETE", MACHINE)
                .cycleSucceeds(THROTTLED)
                .answers("GET /2015-03-31/functions/orders/configuration", 200, "{\"FunctionName\":\"orders\"}");

        calibrate("orders", "--yes")
                .ends(1)
                .printsFailure("users need the concurrency", "Continue with: stoker calibrate --resume " + file());

        assertThat(aws.requests("StartSyncExecution").get(0).body())
                .contains("\\\"maxRounds\\\":1", "\\\"minWarm\\\":0", "\\\"concurrency\\\":20");
        assertThat(Files.readString(file())).contains("\"probing\":true");
        calibrate("orders", "--yes").ends(2).printsFailure("which exists. Continue it with --resume");
        stoker("calibrate", "--resume=" + file(), "--yes", "--json", "--endpoint-url=" + aws.endpoint())
                .ends(1);
        assertThat(aws.requests("StartSyncExecution")).hasSize(2);
    }

    private Path file() {
        return folder.resolve("state.json");
    }

    private Ran calibrate(String... more) {
        return stoker(arguments(more));
    }

    private Ran answering(String typed) {
        return Ran.answering(typed, arguments("orders"));
    }

    private String[] arguments(String... more) {
        return Ran.and(more, "calibrate", "--stack=s", "--state=" + file(), "--endpoint-url=" + aws.endpoint());
    }
}
