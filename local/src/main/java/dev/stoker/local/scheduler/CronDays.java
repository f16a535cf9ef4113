// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.scheduler;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.function.Predicate;

/**
 * The days of a cron expression.
 *
 * @param years the years
 * @param months the months
 * @param days whether a day of these months matches
 */
record CronDays(CronField years, CronField months, Predicate<LocalDate> days) {
    private static final List<String> MONTHS =
            List.of("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC");
    private static final List<String> WEEKDAYS = List.of("SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT");

    /**
     * @throws IllegalArgumentException if a field is invalid; the message contains the rule
     */
    static CronDays parse(String dayOfMonth, String month, String dayOfWeek, String year) {
        if (dayOfMonth.equals("?") == dayOfWeek.equals("?")) {
            throw new IllegalArgumentException(
                    "one of day of month and day of week must be ?, got " + dayOfMonth + " and " + dayOfWeek);
        }
        return new CronDays(
                CronField.parse(year, 1970, 2199, List.of()),
                CronField.parse(month, 1, 12, MONTHS),
                dayOfWeek.equals("?") ? ofMonth(dayOfMonth) : ofWeek(dayOfWeek));
    }

    boolean contains(LocalDate day) {
        return years.contains(day.getYear()) && months.contains(day.getMonthValue()) && days.test(day);
    }

    private static Predicate<LocalDate> ofMonth(String text) {
        if (text.equals("L")) {
            return day -> day.equals(lastOfMonth(day));
        }
        if (text.equals("LW")) {
            return day -> day.equals(nearestWeekday(lastOfMonth(day)));
        }
        if (text.endsWith("W")) {
            int wanted = CronField.number(text.substring(0, text.length() - 1), 1, 31, List.of());
            return day -> wanted <= day.lengthOfMonth() && day.equals(nearestWeekday(day.withDayOfMonth(wanted)));
        }
        CronField field = CronField.parse(text, 1, 31, List.of());
        return day -> field.contains(day.getDayOfMonth());
    }

    private static Predicate<LocalDate> ofWeek(String text) {
        int hash = text.indexOf('#');
        if (hash > 0) {
            int weekday = CronField.number(text.substring(0, hash), 1, 7, WEEKDAYS);
            int which = CronField.number(text.substring(hash + 1), 1, 5, List.of());
            return day -> weekday(day) == weekday && (day.getDayOfMonth() - 1) / 7 + 1 == which;
        }
        if (text.length() > 1 && text.endsWith("L")) {
            int weekday = CronField.number(text.substring(0, text.length() - 1), 1, 7, WEEKDAYS);
            return day -> weekday(day) == weekday && day.getDayOfMonth() + 7 > day.lengthOfMonth();
        }
        CronField field = CronField.parse(text.equals("L") ? "SAT" : text, 1, 7, WEEKDAYS);
        return day -> field.contains(weekday(day));
    }

    /** The weekday, where Sunday is 1. */
    private static int weekday(LocalDate day) {
        return day.getDayOfWeek().getValue() % 7 + 1;
    }

    private static LocalDate lastOfMonth(LocalDate day) {
        return day.with(TemporalAdjusters.lastDayOfMonth());
    }

    /** The nearest day from Monday to Friday in the same month. */
    private static LocalDate nearestWeekday(LocalDate day) {
        boolean first = day.getDayOfMonth() == 1;
        boolean last = day.getDayOfMonth() == day.lengthOfMonth();
        if (day.getDayOfWeek() == DayOfWeek.SATURDAY) {
            return day.plus(first ? 2 : -1, ChronoUnit.DAYS);
        }
        if (day.getDayOfWeek() == DayOfWeek.SUNDAY) {
            return day.plus(last ? -2 : 1, ChronoUnit.DAYS);
        }
        return day;
    }
}
