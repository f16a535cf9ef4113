// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.advise.plan;

import dev.stoker.cli.advise.traffic.Interval;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Finds the smallest numbers of environments that leave at most a share of the requests cold, in each part of the week that it plans. */
final class WeekPlanner {
    /** How many more environment-hours days may need, if they are planned as one. */
    private static final double MORE_HOURS = 1.02;

    private static final List<Integer> ALL =
            IntStream.range(0, Interval.HOURS).boxed().toList();

    private final ColdStarts starts;
    private final double share;

    /** @param share of the requests, 0 to 1 */
    WeekPlanner(ColdStarts starts, double share) {
        this.starts = starts;
        this.share = share;
    }

    /** The smallest number that is enough at all times. */
    int fixed() {
        return starts.needed(ALL, share);
    }

    /** The smallest number for each hour of the week. */
    Week byHour() {
        return new Week(ALL.stream()
                .mapToInt(hour -> starts.needed(List.of(hour), share))
                .toArray());
    }

    /**
     * At most so many different numbers, each 1 or more. First, days that need about the same are planned as one, so that there are few
     * schedules: always the pair that then needs fewest environment-hours, as long as all need at most 2 % more. Then the numbers are
     * divided so that rounding each up to the largest of its part costs least.
     */
    Week windows(int most) {
        int[] needed = new int[Interval.HOURS];
        for (List<Integer> days : alikeDays()) {
            int[] ofDay = neededIn(days);
            for (int day : days) {
                System.arraycopy(ofDay, 0, needed, day * Week.HOURS_PER_DAY, Week.HOURS_PER_DAY);
            }
        }
        NavigableMap<Integer, Integer> hours = new TreeMap<>();
        for (int one : needed) {
            hours.merge(one, 1, Integer::sum);
        }
        Map<Integer, Integer> roundedUp = Levels.fewest(hours, most);
        return new Week(IntStream.of(needed)
                .map(one -> roundedUp.getOrDefault(one, one))
                .toArray());
    }

    private List<List<Integer>> alikeDays() {
        Map<List<Integer>, Double> known = new HashMap<>();
        List<List<Integer>> groups = new ArrayList<>();
        for (int day = 0; day < Week.DAYS; day++) {
            groups.add(List.of(day));
        }
        double allowed = hours(groups, known) * MORE_HOURS;
        while (groups.size() > 1) {
            List<List<Integer>> best = groups;
            double fewest = Double.MAX_VALUE;
            for (int one = 0; one < groups.size(); one++) {
                for (int other = one + 1; other < groups.size(); other++) {
                    List<List<Integer>> tried = joined(groups, one, other);
                    double hours = hours(tried, known);
                    if (hours < fewest) {
                        fewest = hours;
                        best = tried;
                    }
                }
            }
            if (fewest > allowed) {
                break;
            }
            groups = best;
        }
        return groups;
    }

    private static List<List<Integer>> joined(List<List<Integer>> groups, int one, int other) {
        List<List<Integer>> all = new ArrayList<>(groups);
        List<Integer> both = new ArrayList<>(all.remove(other));
        both.addAll(all.remove(one));
        all.add(both);
        return all;
    }

    /** Environment-hours of a week, if the days of a group have the same numbers. */
    private double hours(List<List<Integer>> groups, Map<List<Integer>, Double> known) {
        return groups.stream()
                .mapToDouble(days -> known.computeIfAbsent(
                        days, some -> (double) IntStream.of(neededIn(some)).sum() * some.size()))
                .sum();
    }

    /** For each hour of a day, the number that is enough for all these days together. */
    private int[] neededIn(List<Integer> days) {
        return IntStream.range(0, Week.HOURS_PER_DAY)
                .map(hour -> Math.max(
                        1,
                        starts.needed(
                                days.stream()
                                        .map(day -> day * Week.HOURS_PER_DAY + hour)
                                        .toList(),
                                share)))
                .toArray();
    }
}
