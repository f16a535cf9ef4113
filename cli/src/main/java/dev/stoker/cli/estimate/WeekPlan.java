// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.estimate;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The number of environments that are kept warm in each part of a week.
 *
 * @param minutes minutes of a week, by the number of environments, including 0
 */
record WeekPlan(SortedMap<Long, Double> minutes) {
    /** Days of the month that is estimated. */
    static final double MONTH_DAYS = 30;

    private static final int MINUTES_PER_WEEK = 10_080;
    private static final double DAYS_PER_WEEK = 7;

    WeekPlan {
        minutes = Collections.unmodifiableSortedMap(new TreeMap<>(minutes));
    }

    /** A number at all times, and other numbers within windows. Where two windows overlap, the larger number counts. */
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
        SortedMap<Long, Double> minutes = new TreeMap<>();
        for (long inWindow : week) {
            minutes.merge(inWindow < 0 ? concurrency : inWindow, 1.0, Double::sum);
        }
        return new WeekPlan(minutes);
    }

    /** Minutes of a month of 30 days in which this number is kept warm. */
    double monthMinutes(long concurrency) {
        return minutes.getOrDefault(concurrency, 0.0) * MONTH_DAYS / DAYS_PER_WEEK;
    }

    /** The largest number at any time. */
    long most() {
        return minutes.lastKey();
    }

    /** Whether the number is the same all week. */
    boolean steady() {
        return minutes.size() == 1;
    }
}
