// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.advise.plan;

import dev.stoker.cli.advise.traffic.Interval;

/** Chooses how many environments are ready in an interval. It sees one interval after another. */
interface Policy {
    /** The number for this interval, of which it may know only the hour of the week. Then {@link #saw} follows. */
    int choose(int hourOfWeek);

    /** What users did in the interval. */
    void saw(Interval interval);
}
