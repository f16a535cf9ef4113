// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.scheduler;

import dev.stoker.local.account.AwsError;
import java.time.ZoneId;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The expression of a schedule. Source: EventBridge Scheduler user guide, "schedule-types". */
sealed interface ScheduleExpression permits Rate, Cron {
    Pattern FORM = Pattern.compile("(rate|cron)\\((.*)\\)");

    /**
     * The first tick of a schedule that is created at this time, in milliseconds since the epoch.
     *
     * @return empty if there is none
     */
    OptionalLong first(long createdAt);

    /** The next tick after another one. */
    OptionalLong next(long tick);

    /**
     * Parses an expression.
     *
     * @param minuteMillis how long a minute of a rate lasts
     * @throws AwsError ValidationException, with the allowed forms
     */
    static ScheduleExpression parse(String text, String timezone, long minuteMillis) {
        ZoneId zone = zone(timezone);
        Matcher form = FORM.matcher(text.strip());
        if (!form.matches()) {
            throw invalid(text, "must be rate(...) or cron(...) on the embedded AWS", "For example: rate(4 minutes).");
        }
        return form.group(1).equals("rate")
                ? Rate.parse(text, form.group(2), minuteMillis)
                : Cron.parse(text, form.group(2), zone);
    }

    /** AWS accepts only names of the IANA database, also for rates. Java accepts more names. */
    private static ZoneId zone(String timezone) {
        if (!ZoneId.getAvailableZoneIds().contains(timezone)) {
            throw new AwsError(
                    "ValidationException",
                    "ScheduleExpressionTimezone: must be an IANA time zone, got " + timezone
                            + ". For example: Europe/Paris.");
        }
        return ZoneId.of(timezone);
    }

    static AwsError invalid(String text, String rule, String remedy) {
        return new AwsError("ValidationException", "ScheduleExpression: " + rule + ", got " + text + ". " + remedy);
    }
}
