// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.advise.plan;

import dev.stoker.cli.advise.traffic.Interval;

/** A number by the hour of the week. */
record WeekPolicy(Week week) implements Policy {
    @Override
    public int choose(int hourOfWeek) {
        return week.at(hourOfWeek);
    }

    @Override
    public void saw(Interval interval) {
        // The week is planned.
    }
}
