// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.advise.plan;

import dev.stoker.cli.advise.traffic.Interval;
import dev.stoker.cli.advise.traffic.Traffic;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** A policy on the whole traffic: what it kept warm, and how many users met a cold start. */
final class Followed {
    private static final double MINUTES_PER_WEEK = 10_080;

    private final SortedMap<Long, Double> minutes = new TreeMap<>();
    private double busy;
    private double cold;

    Followed(Traffic traffic, Policy policy) {
        double minutesOfOne = MINUTES_PER_WEEK / Math.max(1, traffic.intervals().size());
        for (Interval interval : traffic.intervals()) {
            int kept = policy.choose(interval.hourOfWeek());
            minutes.merge((long) kept, minutesOfOne, Double::sum);
            busy += minutesOfOne * Math.min(kept, interval.mean());
            cold += interval.cold(kept);
            policy.saw(interval);
        }
    }

    /** Minutes of a mean week by the number that was kept. */
    SortedMap<Long, Double> weekMinutes() {
        return Collections.unmodifiableSortedMap(minutes);
    }

    /** Minutes of a mean week in which users were served by what was kept, over all environments. */
    double busyWeekMinutes() {
        return busy;
    }

    /** Users who waited. */
    double cold() {
        return cold;
    }
}
