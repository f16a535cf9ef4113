// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli;

import static dev.stoker.cli.Ran.stoker;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stoker.cli.aws.AwsSurroundings;
import dev.stoker.cli.aws.FakeAws;
import dev.stoker.cli.output.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.function.LongPredicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** {@code stoker advise} on a CSV and on CloudWatch's metrics. */
class AdviseTest {
    private static final LocalDateTime MONDAY = LocalDateTime.parse("2026-11-02T00:00:00");
    private static final int WEEKS = 3;
    private static final int DAYS = 9;

    @RegisterExtension
    private final AwsSurroundings surroundings = new AwsSurroundings();

    @RegisterExtension
    private final FakeAws aws = new FakeAws();

    @TempDir
    private Path folder;

    @Test
    void busy_hours_need_more_than_others_and_each_way_has_its_price_and_its_cold_starts() throws IOException {
        JsonNode advice = csv().ends(0).json();

        JsonNode tuesday = advice.at("/byHour/TUE");
        assertThat(tuesday).hasSize(24);
        assertThat(tuesday.get(10).asInt()).isBetween(25, 45);
        assertThat(tuesday.get(3).asInt()).isBetween(2, 9);
        assertThat(advice.at("/byHour/SUN/10").asInt()).isBetween(2, 9);
        assertThat(advice.at("/ways").findValuesAsText("name"))
                .containsExactly(
                        "nothing",
                        "fixed",
                        "demand",
                        "windows",
                        "provisioned-fixed",
                        "provisioned-windows",
                        "provisioned-tracking");
        assertThat(way(advice, "nothing").at("/usdPerMonth").asDouble()).isZero();
        assertThat(way(advice, "fixed").at("/enough").asBoolean()).isTrue();
        assertThat(way(advice, "windows").at("/usdPerMonth").asDouble())
                .isLessThan(way(advice, "fixed").at("/usdPerMonth").asDouble());
        assertThat(way(advice, "windows").at("/coldRequests").asLong())
                .isLessThan(way(advice, "nothing").at("/coldRequests").asLong());
        assertThat(advice.at("/traffic/days").asDouble()).isCloseTo(21, within(0.01));
        assertThat(advice.at("/take/text").asText()).isNotBlank();
    }

    @Test
    void a_fixed_number_costs_what_estimate_says() throws IOException {
        JsonNode advice = csv("--memory=1536").ends(0).json();
        JsonNode estimate = stoker(
                        "estimate", "--concurrency=" + advice.at("/fixed").asInt(), "--memory=1536", "--json")
                .ends(0)
                .json();

        assertThat(way(advice, "fixed").at("/usdPerMonth").decimalValue())
                .isEqualByComparingTo(estimate.at("/totals/total").decimalValue());
    }

    @Test
    void the_same_seed_gives_the_same_and_people_see_it_on_one_screen() throws IOException {
        Ran first = csv();
        assertThat(csv().out()).isEqualTo(first.ends(0).out());

        String chart = folder.resolve("week.svg").toString();
        Ran people = stoker("advise", "--csv=" + requests(), "--service-millis=300", "--chart=" + chart)
                .ends(0);
        assertThat(people.out()).contains("MON ", "SUN ", "Stoker, fixed N =", "Take: ");
        assertThat(people.out().lines().count()).isLessThanOrEqualTo(28);
        assertThat(Files.readString(Path.of(chart)))
                .startsWith("<svg")
                .contains("users' peaks")
                .endsWith("</svg>\n");
    }

    @Test
    void windows_are_written_as_a_template() throws IOException {
        Path template = folder.resolve("windows.yaml");

        JsonNode advice = csv("--windows=3", "--template=" + template, "--timezone=Asia/Seoul", "orders:live")
                .ends(0)
                .json();

        assertThat(advice.at("/windows").size()).isBetween(2, 3);
        assertThat(Files.readString(template))
                .contains("Default: Asia/Seoul", "Default: 'orders:live'", "AWS::Scheduler::Schedule")
                .contains(advice.at("/windows/0/schedules/0").asText())
                .doesNotContain("@");
    }

    @Test
    void cloudwatchs_metrics_are_read_and_the_warmings_share_is_taken_out() {
        warmedFunction();

        JsonNode advice =
                cloudWatch("orders", "--stack=shop", "--memory=1024").ends(0).json();

        assertThat(advice.at("/warmingTakenOut/cycles").asLong()).isEqualTo(DAYS * 360L);
        assertThat(advice.at("/warmingTakenOut/invocations").asLong()).isEqualTo(DAYS * 360L * 20);
        assertThat(advice.at("/traffic/peakConcurrency").asInt()).isEqualTo(3);
        assertThat(advice.at("/traffic/requests").asDouble())
                .isCloseTo(advice.at("/traffic/days").asDouble() * 1440 * 30, within(60.0));
        assertThat(advice.at("/fixed").asInt()).isLessThanOrEqualTo(3);
        assertThat(aws.requests("GetMetricData").get(0).body())
                .contains("Invocations", "Duration", "ConcurrentExecutions", "FunctionName", "orders", "Period=60");
    }

    @Test
    void without_the_stack_the_warming_counts_as_users_and_a_warning_says_so() {
        warmedFunction();

        Ran ran = cloudWatch("orders", "--memory=1024").ends(0);

        assertThat(ran.json().at("/traffic/peakConcurrency").asInt()).isEqualTo(22);
        assertThat(ran.err()).contains("the metrics include sleep tasks");
    }

    @Test
    void more_than_two_weeks_are_read_in_data_points_of_five_minutes_too() {
        aws.answers("GetMetricData", 200, metrics("", "", ""));

        assertThat(cloudWatch("orders", "--memory=512", "--since=28d").ends(1).errorCode())
                .isEqualTo("Stoker.TooLittleTraffic");

        assertThat(aws.requests("GetMetricData")).hasSize(2);
        assertThat(aws.requests("GetMetricData").get(0).body()).contains("Period=300");
    }

    @Test
    void a_warning_says_that_peaks_of_five_minutes_with_cycles_are_estimated() {
        warmedFunction();

        assertThat(cloudWatch("orders", "--stack=shop", "--memory=1024", "--since=28d")
                        .ends(0)
                        .err())
                .contains("the users' peaks are estimated, not measured");
        assertThat(cloudWatch("orders", "--stack=shop", "--memory=1024").ends(0).err())
                .doesNotContain("estimated, not measured");
        assertThat(cloudWatch("orders", "--memory=1024", "--since=28d").ends(0).err())
                .as("no cycle is known")
                .doesNotContain("estimated, not measured");
    }

    @Test
    void what_is_wrong_is_said_all_at_once() throws IOException {
        stoker("advise", "--scale=2", "--share=2", "--windows=9", "--timezone=Mars", "--since=1d")
                .ends(2)
                .printsFailure("FUNCTION", "--scale", "--share", "--windows", "--timezone", "--since");
        stoker("advise", "--csv=x", "--stack=s").ends(2).printsFailure("--stack", "--service-millis: is required");
        Path bad = Files.writeString(
                folder.resolve("bad.csv"),
                "timestamp,value\n2026-11-02 00:00:00,1\nlater,2\n2026-11-02 01:00:00,-3\n2026-11-02 00:30:00,4\n");
        Ran ran = stoker("advise", "--csv=" + bad, "--service-millis=300", "--json")
                .ends(2);
        assertThat(ran.errorCode()).isEqualTo("Stoker.InvalidTraffic");
        assertThat(ran.json().at("/error/problems").toString()).contains("line 3", "line 4");
        Path late = Files.writeString(
                folder.resolve("late.csv"), "2026-11-02 00:00:00,1\n2026-11-02 00:30:00,4\n2026-11-02 00:10:00,4\n");
        stoker("advise", "--csv=" + late, "--service-millis=300").ends(2).printsFailure("line 3", "must be later");
        Path day = Files.writeString(
                folder.resolve("day.csv"), "2026-11-02 00:00:00,1\n2026-11-02 00:30:00,4\n2026-11-02 01:00:00,4\n");
        stoker("advise", "--csv=" + day, "--service-millis=300").ends(1).printsFailure("of 168 hours");
    }

    @Test
    void an_export_of_cloudwatch_is_read_but_not_one_of_concurrency() throws IOException {
        Path export = folder.resolve("export.csv");
        Files.writeString(
                export,
                Files.readString(requests())
                        .replaceFirst("timestamp,value\n", "\"Full label\",\"orders\"\n\"Label\",\"Invocations\"\n")
                        .replace('-', '/'));
        stoker("advise", "--csv=" + export, "--service-millis=300").ends(0);

        Files.writeString(export, Files.readString(export).replace("Invocations", "ConcurrentExecutions"));
        stoker("advise", "--csv=" + export, "--service-millis=300").ends(2).printsFailure("must count requests");
    }

    /** Issue 16: the command with which it is done. */
    @Test
    void new_yorks_taxis_are_advised() {
        Path taxis = Path.of(System.getProperty("stoker.root"), "../shared/traffic/nyc_taxi.csv");
        Skip.unless(Files.exists(taxis), "the advice for New York's taxis", "there is no ../shared/traffic");

        JsonNode advice = stoker("advise", "--csv=" + taxis, "--scale=10", "--service-millis=300", "--json")
                .ends(0)
                .json();

        assertThat(advice.at("/byHour/SAT/23").asInt())
                .isGreaterThan(2 * advice.at("/byHour/TUE/4").asInt());
        assertThat(way(advice, "demand").at("/coldRequests").asLong())
                .isLessThan(way(advice, "fixed").at("/coldRequests").asLong() / 5);
    }

    private static JsonNode way(JsonNode advice, String name) {
        for (JsonNode way : advice.at("/ways")) {
            if (way.at("/name").asText().equals(name)) {
                return way;
            }
        }
        throw new AssertionError("no way " + name + " in " + advice);
    }

    private Ran csv(String... more) throws IOException {
        return stoker(Ran.and(more, "advise", "--csv=" + requests(), "--service-millis=300", "--json"));
    }

    /** Weekdays from 8 to 18 o'clock have 60 requests a second, other hours 3. */
    private Path requests() throws IOException {
        StringBuilder text = new StringBuilder("timestamp,value\n");
        for (int i = 0; i < WEEKS * 7 * 48; i++) {
            LocalDateTime at = MONDAY.plusMinutes(30L * i);
            boolean busy = at.getDayOfWeek().getValue() <= 5 && at.getHour() >= 8 && at.getHour() < 18;
            text.append(at.toString().replace('T', ' '))
                    .append(":00,")
                    .append(1_800 * (busy ? 60 : 3))
                    .append('\n');
        }
        return Files.writeString(folder.resolve("requests.csv"), text);
    }

    /** Each minute 30 requests of 300 ms, at most 3 at once; each fourth minute 20 sleep tasks besides, which hold 100 ms each. */
    private void warmedFunction() {
        Instant end = Instant.now().truncatedTo(ChronoUnit.MINUTES);
        LongPredicate warmed = minute -> minute % 4 == 0;
        StringBuilder invocations = new StringBuilder();
        StringBuilder durations = new StringBuilder();
        StringBuilder concurrency = new StringBuilder();
        StringBuilder times = new StringBuilder();
        var log = Json.object();
        var events = log.putArray("events");
        for (long minute = end.getEpochSecond() / 60 - DAYS * 1440L; minute < end.getEpochSecond() / 60; minute++) {
            boolean warm = warmed.test(minute);
            times.append(member(Instant.ofEpochSecond(minute * 60).toString()));
            invocations.append(member(warm ? "50.0" : "30.0"));
            durations.append(member(warm ? "11000.0" : "9000.0"));
            concurrency.append(member(warm ? "22.0" : "3.0"));
            if (warm) {
                long at = minute * 60_000 + 2_000;
                events.addObject()
                        .put("logStreamName", "cycles")
                        .put(
                                "message",
                                "{\"startedAt\":" + at
                                        + ",\"durationMillis\":300,\"targets\":[{\"function\":\"orders\","
                                        + "\"requested\":20,\"warm\":20,\"sleepTasks\":20,\"throttled\":0,"
                                        + "\"heldMillis\":2000,\"openedAt\":" + at + ",\"holdUntil\":" + (at + 100)
                                        + "}]}");
            }
        }
        aws.answers("FilterLogEvents", 200, log.toString())
                .answers(
                        "GetMetricData",
                        200,
                        metrics(result(times, invocations), result(times, durations), result(times, concurrency)));
    }

    private static String member(String value) {
        return "<member>" + value + "</member>";
    }

    private static String result(CharSequence times, CharSequence values) {
        return "<Timestamps>" + times + "</Timestamps><Values>" + values + "</Values>";
    }

    private static String metrics(String invocations, String durations, String concurrency) {
        return "<GetMetricDataResponse><GetMetricDataResult><MetricDataResults><member><Id>invocations</Id>"
                + invocations
                + "</member><member><Id>duration</Id>" + durations + "</member><member><Id>concurrency</Id>"
                + concurrency
                + "</member></MetricDataResults></GetMetricDataResult></GetMetricDataResponse>";
    }

    private Ran cloudWatch(String... more) {
        return stoker(Ran.and(more, "advise", "--json", "--endpoint-url=" + aws.endpoint(), "--region=us-east-1"));
    }
}
