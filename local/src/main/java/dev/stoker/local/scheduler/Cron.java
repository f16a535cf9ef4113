// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.scheduler;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.OptionalLong;

/**
 * A cron expression, which ticks at minutes of the wall clock in a time zone. A minute that is skipped at the start of
 * daylight saving time does not tick; a minute that occurs twice at its end ticks once.
 *
 * @param minutes the minutes of an hour
 * @param hours the hours of a day
 * @param days the days
 * @param zone the time zone
 */
record Cron(CronField minutes, CronField hours, CronDays days, ZoneId zone) implements ScheduleExpression {
    private static final int LAST_YEAR = 2199;

    static Cron parse(String text, String inside, ZoneId zone) {
        String[] fields = inside.strip().split("\\s+", -1);
        if (fields.length != 6) {
            throw ScheduleExpression.invalid(
                    text,
                    "cron must have six fields (minutes, hours, day of month, month, day of week, year)",
                    "For example: cron(0/4 8-18 ? * MON-FRI *).");
        }
        try {
            return new Cron(
                    CronField.parse(fields[0], 0, 59, List.of()),
                    CronField.parse(fields[1], 0, 23, List.of()),
                    CronDays.parse(fields[2], fields[3], fields[4], fields[5]),
                    zone);
        } catch (IllegalArgumentException e) {
            throw ScheduleExpression.invalid(
                    text, "cron: " + e.getMessage(), "For example: cron(0/4 8-18 ? * MON-FRI *).");
        }
    }

    @Override
    public OptionalLong first(long createdAt) {
        return next(createdAt);
    }

    @Override
    public OptionalLong next(long tick) {
        LocalDate today = LocalDate.ofInstant(Instant.ofEpochMilli(tick), zone);
        for (LocalDate day = today; day.getYear() <= LAST_YEAR; day = day.plus(1, ChronoUnit.DAYS)) {
            if (days.contains(day)) {
                OptionalLong found = firstOn(day, tick);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return OptionalLong.empty();
    }

    private OptionalLong firstOn(LocalDate day, long after) {
        return hours.values()
                .boxed()
                .flatMap(hour -> minutes.values().mapToObj(minute -> day.atTime(hour, minute)))
                .flatMapToLong(time -> instant(time).stream())
                .filter(instant -> instant > after)
                .findFirst();
    }

    private OptionalLong instant(LocalDateTime time) {
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(time);
        return offsets.isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(time.toInstant(offsets.get(0)).toEpochMilli());
    }
}
