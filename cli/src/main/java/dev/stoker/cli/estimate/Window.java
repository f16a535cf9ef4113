// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.estimate;

import java.time.DayOfWeek;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part of each week in which another number of environments is kept warm.
 *
 * @param text the option's value
 * @param days the days on which it begins
 * @param fromMinute of the day, 0 to 1,439
 * @param toMinute of the day, 1 to 1,440; not after {@code fromMinute} if it ends on the next day
 * @param concurrency environments, 0 or more
 */
record Window(String text, Set<DayOfWeek> days, int fromMinute, int toMinute, long concurrency) {
    /** An example. */
    static final String EXAMPLE = "MON-FRI 08-19=100";

    private static final int MINUTES_PER_HOUR = 60;
    private static final int MINUTES_PER_DAY = 1440;
    private static final Pattern SYNTAX = Pattern.compile("(?<days>[A-Z,-]+)\\s+(?<from>[0-9]{1,2}(?::[0-9]{2})?)"
            + "-(?<to>[0-9]{1,2}(?::[0-9]{2})?)\\s*=\\s*(?<n>[0-9]{1,6})");
    private static final List<String> DAYS = List.of("MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN");

    /** Parses a window. Empty if it is invalid. */
    static Optional<Window> read(String text) {
        Matcher parts = SYNTAX.matcher(text.strip().toUpperCase(Locale.ROOT));
        if (!parts.matches()) {
            return Optional.empty();
        }
        Set<DayOfWeek> days = days(parts.group("days"));
        int from = minute(parts.group("from"));
        int to = minute(parts.group("to"));
        boolean possible = !days.isEmpty() && from >= 0 && from < MINUTES_PER_DAY && to > 0 && from != to;
        return possible
                ? Optional.of(new Window(text.strip(), days, from, to, Long.parseLong(parts.group("n"))))
                : Optional.empty();
    }

    /** Its length in minutes. */
    int minutes() {
        return toMinute > fromMinute ? toMinute - fromMinute : MINUTES_PER_DAY - fromMinute + toMinute;
    }

    /** Minutes of the week, from Monday 00:00, at which it begins. */
    List<Integer> begins() {
        return days.stream()
                .map(day -> (day.getValue() - 1) * MINUTES_PER_DAY + fromMinute)
                .toList();
    }

    private static Set<DayOfWeek> days(String text) {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        for (String part : text.split(",", -1)) {
            String[] ends = part.split("-", -1);
            int first = DAYS.indexOf(ends[0]);
            int last = DAYS.indexOf(ends[ends.length - 1]);
            if (first < 0 || last < 0 || ends.length > 2) {
                return Set.of();
            }
            for (int day = first; ; day = (day + 1) % DAYS.size()) {
                days.add(DayOfWeek.of(day + 1));
                if (day == last) {
                    break;
                }
            }
        }
        return days;
    }

    /** The minute of the day; -1 if the text is invalid. */
    private static int minute(String text) {
        String[] parts = text.split(":", -1);
        int minute =
                Integer.parseInt(parts[0]) * MINUTES_PER_HOUR + (parts.length == 1 ? 0 : Integer.parseInt(parts[1]));
        boolean odd = parts.length == 2 && Integer.parseInt(parts[1]) >= MINUTES_PER_HOUR;
        return odd || minute > MINUTES_PER_DAY ? -1 : minute;
    }
}
