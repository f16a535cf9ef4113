// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.scheduler;

import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A rate. The first tick is at once, as on AWS for a schedule without a start date.
 *
 * @param millis the interval
 */
record Rate(long millis) implements ScheduleExpression {
    private static final Pattern FORM = Pattern.compile("\\s*([1-9][0-9]{0,8})\\s+(minute|hour|day)s?\\s*");

    static Rate parse(String text, String inside, long minuteMillis) {
        Matcher form = FORM.matcher(inside);
        if (!form.matches()) {
            throw ScheduleExpression.invalid(
                    text, "a rate must be a whole number of minutes, hours or days", "For example: rate(4 minutes).");
        }
        long count = Long.parseLong(form.group(1));
        long minutes = switch (form.group(2)) {
            case "minute" -> 1;
            case "hour" -> 60;
            default -> 24 * 60;
        };
        return new Rate(count * minutes * minuteMillis);
    }

    @Override
    public OptionalLong first(long createdAt) {
        return OptionalLong.of(createdAt);
    }

    @Override
    public OptionalLong next(long tick) {
        return OptionalLong.of(tick + millis);
    }
}
