// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.advise.plan;

import dev.stoker.cli.advise.traffic.Interval;
import java.util.Arrays;
import java.util.NavigableSet;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** A number of environments for each hour of the week, from Monday 0 o'clock on. */
public final class Week {
    /** Hours of a day. */
    public static final int HOURS_PER_DAY = 24;

    /** Days of a week. */
    public static final int DAYS = 7;

    private static final double MINUTES_PER_HOUR = 60;

    private final int[] environments;

    Week(int[] environments) {
        if (environments.length != Interval.HOURS) {
            throw new IllegalArgumentException("environments: must be " + Interval.HOURS + " numbers, got "
                    + environments.length + ". Give one for each hour.");
        }
        this.environments = environments.clone();
    }

    /** The same number at all times. */
    static Week steady(int environments) {
        int[] all = new int[Interval.HOURS];
        Arrays.fill(all, environments);
        return new Week(all);
    }

    /** The number in an hour of the week, 0 to 167. */
    public int at(int hourOfWeek) {
        return environments[hourOfWeek];
    }

    /** The number in an hour of a day; day 0 is Monday. */
    public int at(int day, int hour) {
        return environments[day * HOURS_PER_DAY + hour];
    }

    /** The different numbers. */
    public NavigableSet<Integer> levels() {
        NavigableSet<Integer> levels = new TreeSet<>();
        Arrays.stream(environments).forEach(levels::add);
        return levels;
    }

    /** How many hours a week each number is kept. */
    public long hours(int level) {
        return Arrays.stream(environments).filter(one -> one == level).count();
    }

    /** Minutes of a week by number. */
    SortedMap<Long, Double> minutes() {
        SortedMap<Long, Double> minutes = new TreeMap<>();
        Arrays.stream(environments).forEach(one -> minutes.merge((long) one, MINUTES_PER_HOUR, Double::sum));
        return minutes;
    }
}
