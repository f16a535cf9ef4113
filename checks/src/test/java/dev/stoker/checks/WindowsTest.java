// SPDX-License-Identifier: Apache-2.0
package dev.stoker.checks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.stoker.cli.advise.AdviseCommand;
import dev.stoker.cli.output.Console;
import dev.stoker.cli.output.Terminal;
import dev.stoker.local.EmbeddedAws;
import dev.stoker.local.EmbeddedAws.DeployedStack;
import dev.stoker.local.EmbeddedAwsSettings;
import dev.stoker.local.lambda.runtime.Runtimes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** The windows that stoker advise writes, deployed, as the peak hours of the template are tested. */
class WindowsTest {
    private static final String KEEP_WARM = "arn:aws:states:us-east-1:000000000000:stateMachine:keep-warm";

    @TempDir
    private Path folder;

    /** Traffic whose days differ, so that hours and days are divided in many ways. */
    @ParameterizedTest
    @CsvSource({
        "1, Asia/Seoul, 2026-11-22, 7, 1",
        "2, UTC, 2026-11-22, 7, 2",
        "3, Europe/Paris, 2026-03-28, 3, 3",
        "4, America/New_York, 2026-10-31, 3, 4",
        "6, Asia/Seoul, 2026-11-22, 7, 5",
        "6, Europe/Paris, 2026-03-28, 3, 6"
    })
    void at_each_fourth_minute_exactly_one_window_ticks_and_it_is_the_right_one(
            int windows, String zone, String day, int days, long seed) throws IOException {
        Path template = folder.resolve("windows.yaml");
        JsonNode advice = advise(windows, zone, seed, template);
        List<Schedule> schedules = deploy(template).madeWith("AWS::Scheduler::Schedule").values().stream()
                .map(Schedule::of)
                .toList();

        ZonedDateTime start = LocalDate.parse(day).atStartOfDay(ZoneId.of(zone));
        ZonedDateTime end = start.plusDays(days);
        Map<Instant, List<String>> warmed = Schedule.ticks(schedules, start, end);
        for (ZonedDateTime minute = start; minute.isBefore(end); minute = minute.plusMinutes(1)) {
            assertThat(warmed.getOrDefault(minute.toInstant(), List.of()))
                    .as("what is kept warm at %s", minute)
                    .isEqualTo(minute.getMinute() % 4 != 0 ? List.of() : List.of(wanted(advice, minute)));
        }
        assertThat(advice.at("/windows").size()).isBetween(1, windows);
    }

    /** The hours in which each number is kept are in the document, by day. */
    private static String wanted(JsonNode advice, ZonedDateTime minute) {
        String day = minute.getDayOfWeek().name().substring(0, 3);
        return "[{\"function\":\"orders:live\",\"concurrency\":"
                + advice.at("/windowsByHour/" + day + "/" + minute.getHour()).asInt() + "}]";
    }

    private JsonNode advise(int windows, String zone, long seed, Path template) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Console console = new Console(
                out,
                new ByteArrayOutputStream(),
                new Terminal(false, false, Terminal.DEFAULT_COLUMNS, false),
                StandardCharsets.UTF_8,
                false);
        int exit = new CommandLine(new AdviseCommand(console))
                .execute(
                        "orders:live",
                        "--csv=" + requests(seed),
                        "--service-millis=400",
                        "--share=0.0001",
                        "--windows=" + windows,
                        "--template=" + template,
                        "--timezone=" + zone,
                        "--json");
        assertThat(exit).isZero();
        return new ObjectMapper().readTree(out.toString(StandardCharsets.UTF_8));
    }

    /** Two weeks, in which each hour of each day of the week has a rate of its own. */
    private Path requests(long seed) throws IOException {
        Random random = new Random(seed);
        int[] rates = random.ints(7 * 24L, 0, 40_000).toArray();
        LocalDateTime monday = LocalDateTime.parse("2026-11-02T00:00:00");
        StringBuilder text = new StringBuilder();
        for (int hour = 0; hour < 2 * rates.length; hour++) {
            text.append(monday.plusHours(hour))
                    .append(":00,")
                    .append(rates[hour % rates.length])
                    .append('\n');
        }
        return Files.writeString(folder.resolve("requests.csv"), text);
    }

    private DeployedStack deploy(Path template) throws IOException {
        EmbeddedAws aws =
                EmbeddedAws.start(EmbeddedAwsSettings.withSeed(1).withoutTicks().in(Runtimes.Kind.IN_JVM));
        return aws.deploy("windows", Files.readString(template), folder, Map.of("KeepWarmArn", KEEP_WARM));
    }
}
