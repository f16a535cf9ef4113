// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.advise.plan;

import dev.stoker.cli.advise.traffic.Interval;
import dev.stoker.cli.advise.traffic.Traffic;
import java.util.Collection;

/**
 * How many users would have met a cold start in each hour of the week, for each number of environments. If the peak is above 255, only
 * 256 different numbers are looked at: none is further than 0.4 % of the peak from the best.
 */
final class ColdStarts {
    private static final int MOST_LEVELS = 256;

    private final int[] levels;
    private final double[][] cold;
    private final double[] requests = new double[Interval.HOURS];

    ColdStarts(Traffic traffic) {
        levels = levels(traffic.peak());
        cold = new double[Interval.HOURS][levels.length];
        for (Interval interval : traffic.intervals()) {
            double[] ofHour = cold[interval.hourOfWeek()];
            requests[interval.hourOfWeek()] += interval.requests();
            for (int level = 0; level < levels.length && levels[level] < interval.peak(); level++) {
                ofHour[level] += interval.cold(levels[level]);
            }
        }
    }

    private static int[] levels(int peak) {
        int[] levels = new int[Math.min(MOST_LEVELS, peak + 1)];
        for (int i = 1; i < levels.length; i++) {
            levels[i] = (int) Math.ceil((double) peak * i / (levels.length - 1));
        }
        return levels;
    }

    /**
     * The smallest number of environments with which at most this share of the requests of some hours would have been cold.
     *
     * @param hours of the week
     */
    int needed(Collection<Integer> hours, double share) {
        double allowed =
                share * hours.stream().mapToDouble(hour -> requests[hour]).sum();
        for (int level = 0; level < levels.length - 1; level++) {
            int index = level;
            if (hours.stream().mapToDouble(hour -> cold[hour][index]).sum() <= allowed) {
                return levels[level];
            }
        }
        return levels[levels.length - 1];
    }
}
