// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.advise.plan;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A schedule of a number of environments. Those of a week tick at each fourth minute exactly once, each in its hours.
 *
 * @param concurrency environments
 * @param expression such as {@code cron(0/4 8-18 ? * MON-FRI *)}
 */
public record WindowSchedule(int concurrency, String expression) {
    private static final List<String> DAYS = List.of("MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN");

    /** The schedules of a week, from the smallest number to the largest. */
    public static List<WindowSchedule> of(Week week) {
        List<WindowSchedule> all = new ArrayList<>();
        for (int level : week.levels()) {
            Map<BitSet, BitSet> daysByHours = new LinkedHashMap<>();
            for (int day = 0; day < Week.DAYS; day++) {
                BitSet hours = new BitSet();
                for (int hour = 0; hour < Week.HOURS_PER_DAY; hour++) {
                    hours.set(hour, week.at(day, hour) == level);
                }
                if (!hours.isEmpty()) {
                    daysByHours.computeIfAbsent(hours, some -> new BitSet()).set(day);
                }
            }
            daysByHours.forEach((hours, days) ->
                    all.add(new WindowSchedule(level, "cron(0/4 " + hours(hours) + " ? * " + days(days) + " *)")));
        }
        return all;
    }

    private static String hours(BitSet hours) {
        return hours.cardinality() == Week.HOURS_PER_DAY ? "*" : ranges(hours, Week.HOURS_PER_DAY);
    }

    /** In EventBridge a week begins on Sunday, so no range contains it unless it is every day. */
    private static String days(BitSet days) {
        if (days.cardinality() == Week.DAYS) {
            return "*";
        }
        List<String> parts = new ArrayList<>();
        BitSet toSaturday = days.get(0, Week.DAYS - 1);
        if (!toSaturday.isEmpty()) {
            for (String part : ranges(toSaturday, Week.DAYS - 1).split(",", -1)) {
                String[] ends = part.split("-", -1);
                String first = DAYS.get(Integer.parseInt(ends[0]));
                parts.add(ends.length == 1 ? first : first + "-" + DAYS.get(Integer.parseInt(ends[1])));
            }
        }
        if (days.get(Week.DAYS - 1)) {
            parts.add(DAYS.get(Week.DAYS - 1));
        }
        return String.join(",", parts);
    }

    /** Such as {@code 0-7,19-23}; two neighbors are a list. */
    private static String ranges(BitSet numbers, int end) {
        List<String> parts = new ArrayList<>();
        for (int first = numbers.nextSetBit(0); first >= 0 && first < end; ) {
            int after = numbers.nextClearBit(first);
            int last = after - 1;
            parts.add(last == first ? "" + first : last == first + 1 ? first + "," + last : first + "-" + last);
            first = numbers.nextSetBit(after);
        }
        return String.join(",", parts);
    }
}
