// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.estimate;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How many environments are kept warm in which part of a week.
 *
 * @param minutes of a week, by the number of environments; 0 environments among them
 */
record WeekPlan(SortedMap<Long, Long> minutes) {
    /** Days of the month that is estimated. */
    static final double MONTH_DAYS = 30;

    private static final int MINUTES_PER_WEEK = 10_080;
    private static final double DAYS_PER_WEEK = 7;

    WeekPlan {
        minutes = Collections.unmodifiableSortedMap(new TreeMap<>(minutes));
    }

    /** So many at all times, and within windows as many as they say; where two windows overlap the larger one counts. */
    static WeekPlan of(long concurrency, List<Window> windows) {
        long[] week = new long[MINUTES_PER_WEEK];
        Arrays.fill(week, -1);
        for (Window window : windows) {
            for (int begin : window.begins()) {
                for (int minute = 0; minute < window.minutes(); minute++) {
                    int at = (begin + minute) % MINUTES_PER_WEEK;
                    week[at] = Math.max(week[at], window.concurrency());
                }
            }
        }
        SortedMap<Long, Long> minutes = new TreeMap<>();
        for (long inWindow : week) {
            minutes.merge(inWindow < 0 ? concurrency : inWindow, 1L, Long::sum);
        }
        return new WeekPlan(minutes);
    }

    /** Minutes of a month of 30 days in which so many are kept warm. */
    double monthMinutes(long concurrency) {
        return minutes.getOrDefault(concurrency, 0L) * MONTH_DAYS / DAYS_PER_WEEK;
    }

    /** The most at any time. */
    long most() {
        return minutes.lastKey();
    }

    /** Whether it is the same number all week. */
    boolean steady() {
        return minutes.size() == 1;
    }
}
