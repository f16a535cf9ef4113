// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.deploy.parameters;

import dev.stoker.cli.output.Failure;
import dev.stoker.cli.output.OneLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The hours of weekdays with a peak.
 *
 * @param from the first hour, 0 to 23
 * @param to the hour at which it ends, 1 to 24
 */
record PeakHours(int from, int to) {
    private static final int DAY = 24;
    private static final Pattern SYNTAX = Pattern.compile("(?<from>[0-9]{1,2})-(?<to>[0-9]{1,2})");

    /**
     * Reads {@code 8-19}.
     *
     * @throws Failure if it is something else
     */
    static PeakHours read(String text) {
        Matcher hours = SYNTAX.matcher(text.strip());
        if (hours.matches()) {
            int from = Integer.parseInt(hours.group("from"));
            int to = Integer.parseInt(hours.group("to"));
            if (from < to && to <= DAY && to - from < DAY) {
                return new PeakHours(from, to);
            }
        }
        throw Failure.wrongUse("--peak-hours: must be two hours of a day, the earlier one first, got "
                + OneLine.of(text) + ". Write for example 8-19, which ends at 19:00.");
    }

    /** The two schedules of weekdays, which together cover each hour once. */
    Map<String, String> parameters() {
        List<String> others = new ArrayList<>();
        if (from > 0) {
            others.add(hours(0, from));
        }
        if (to < DAY) {
            others.add(hours(to, DAY));
        }
        return Map.of(
                "PeakSchedule", cron(hours(from, to)),
                "OffPeakSchedule", cron(String.join(",", others)));
    }

    private static String hours(int first, int end) {
        return end - first == 1 ? String.valueOf(first) : first + "-" + (end - 1);
    }

    private static String cron(String hours) {
        return "cron(0/4 " + hours + " ? * MON-FRI *)";
    }
}
