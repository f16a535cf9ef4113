// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.advise.plan;

import dev.stoker.cli.advise.traffic.Interval;

/**
 * The larger peak of the last two intervals, and some room above it. It replaces the rule that the state machine follows for a
 * concurrency with min and max: that one also has the hours of the week and a fixed quantile compete, in expressions of JSONata that would
 * take minutes for weeks of intervals.
 */
final class DemandPolicy implements Policy {
    private final double headroom;
    private int newest;
    private int older;

    /** @param headroom room above the peak as a share of it */
    DemandPolicy(double headroom) {
        this.headroom = headroom;
    }

    @Override
    public int choose(int hourOfWeek) {
        return Math.max(1, (int) Math.ceil((1 + headroom) * Math.max(newest, older)));
    }

    @Override
    public void saw(Interval interval) {
        older = newest;
        newest = interval.peak();
    }
}
