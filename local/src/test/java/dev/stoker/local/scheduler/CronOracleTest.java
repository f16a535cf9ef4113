// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.scheduler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Crons beside those of the library cron-utils, another hand's reading of the same dialect: EventBridge's is Quartz's without the
 * seconds in front. Decision 13 tells why both are there.
 */
class CronOracleTest {
    private static final int EXPRESSIONS = 2_000;
    private static final int TICKS = 8;
    private static final List<String> MINUTES = List.of("0", "*", "0/15", "7/20", "5,35", "10-20", "50-59/3");
    private static final List<String> HOURS = List.of("*", "0", "8-18", "0/6", "3,15", "23");
    private static final List<String> DAYS = List.of("*", "1", "15", "L", "LW", "1W", "15W", "1,15", "10-12", "1/10");
    private static final List<String> MONTHS = List.of("*", "1", "FEB", "3-5", "JAN,JUL", "6/3");
    private static final List<String> WEEKDAYS =
            List.of("*", "MON-FRI", "SUN", "7", "2,4", "6L", "MON#1", "3#3", "FRIL");
    private static final List<String> YEARS = List.of("*", "*", "2027", "2026-2029", "2028/2");

    private final CronParser oracle = new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.QUARTZ));

    @Test
    void random_expressions_tick_when_the_oracle_says() {
        Random random = new Random(1);
        int ticks = 0;
        for (int i = 0; i < EXPRESSIONS; i++) {
            boolean byMonth = random.nextBoolean();
            String fields = String.join(
                    " ",
                    any(MINUTES, random),
                    any(HOURS, random),
                    byMonth ? any(DAYS, random) : "?",
                    any(MONTHS, random),
                    byMonth ? "?" : any(WEEKDAYS, random),
                    any(YEARS, random));
            long from = Instant.parse("2026-11-22T10:00:30Z").toEpochMilli() + random.nextInt(500_000_000);

            List<Instant> ours = ours(fields, from, ZoneOffset.UTC);
            assertThat(ours)
                    .as("cron(%s) from %s", fields, Instant.ofEpochMilli(from))
                    .isEqualTo(oracles(fields, from, ZoneOffset.UTC));
            ticks += ours.size();
        }
        assertThat(ticks).isGreaterThan(EXPRESSIONS * TICKS / 2);
    }

    @ParameterizedTest
    @CsvSource({"2026-03-28T12:00:00Z, the clock skips 2:30", "2026-10-24T12:00:00Z, 2:30 comes twice"})
    void days_on_which_the_clock_changes_are_read_alike(String from, String why) {
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        long before = Instant.parse(from).toEpochMilli();

        assertThat(ours("30 2 * * ? *", before, berlin)).as(why).isEqualTo(oracles("30 2 * * ? *", before, berlin));
    }

    /** Source: EventBridge Scheduler user guide, "Schedule types": years 1970 to 2199. */
    @Test
    void years_above_2099_are_awss_alone() {
        assertThatThrownBy(() -> oracle.parse("0 0 0 1 1 ? 2150")).hasMessageContaining("2150");
        assertThat(ours("0 0 1 1 ? 2150", 0, ZoneOffset.UTC)).containsExactly(Instant.parse("2150-01-01T00:00:00Z"));
    }

    private static String any(List<String> of, Random random) {
        return of.get(random.nextInt(of.size()));
    }

    private static List<Instant> ours(String fields, long from, ZoneId zone) {
        ScheduleExpression read = ScheduleExpression.parse(
                "cron(" + fields + ")", zone.equals(ZoneOffset.UTC) ? "UTC" : zone.getId(), 60_000);
        List<Instant> ticks = new ArrayList<>();
        OptionalLong tick = read.first(from);
        while (tick.isPresent() && ticks.size() < TICKS) {
            ticks.add(Instant.ofEpochMilli(tick.getAsLong()));
            tick = read.next(tick.getAsLong());
        }
        return ticks;
    }

    private List<Instant> oracles(String fields, long from, ZoneId zone) {
        ExecutionTime times = ExecutionTime.forCron(oracle.parse("0 " + fields));
        List<Instant> ticks = new ArrayList<>();
        ZonedDateTime before = Instant.ofEpochMilli(from).atZone(zone);
        Optional<ZonedDateTime> tick = times.nextExecution(before);
        while (tick.isPresent() && ticks.size() < TICKS) {
            ticks.add(tick.get().toInstant());
            tick = times.nextExecution(tick.get());
        }
        return ticks;
    }
}
