// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.advise.plan;

import dev.stoker.cli.advise.traffic.Interval;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Provisioned concurrency by target tracking on the mean utilization, AWS's default. An alarm of 3 minutes above 70 % raises it, which
 * takes a minute or two more, so it is there in the next interval; an alarm of 15 minutes below 63 % lowers it. Source: Lambda developer
 * guide, "provisioned-concurrency"; Application Auto Scaling user guide, "target-tracking-scaling-policy-overview".
 */
final class TrackingPolicy implements Policy {
    private static final double TARGET = 0.7;
    private static final double LOW = 0.9 * TARGET;

    /** Intervals of 4 minutes that cover the alarm of 15. */
    private static final int QUIET = 4;

    private final Deque<Double> means = new ArrayDeque<>();
    private int provisioned = 1;

    @Override
    public int choose(int hourOfWeek) {
        return provisioned;
    }

    @Override
    public void saw(Interval interval) {
        means.addLast(interval.mean());
        if (means.size() > QUIET) {
            means.removeFirst();
        }
        double most = means.stream().mapToDouble(Double::doubleValue).max().orElse(0);
        if (interval.mean() > TARGET * provisioned) {
            provisioned = needed(interval.mean());
        } else if (means.size() == QUIET && most < LOW * provisioned) {
            provisioned = needed(most);
        }
    }

    private static int needed(double mean) {
        return Math.max(1, (int) Math.ceil(mean / TARGET));
    }
}
