// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.demo;

import dev.stoker.cli.output.ExitCode;
import java.util.List;

/**
 * The story as it happened.
 *
 * @param cold the first burst
 * @param warm the second
 * @param withSchedule whether the schedule ticked between them
 * @param ticks its ticks
 * @param reclaimed environments that were reclaimed between the bursts
 * @param sample whether it was about the sample
 * @param environments {@code process} or {@code in-jvm}
 */
record Told(
        Burst cold,
        Burst warm,
        boolean withSchedule,
        List<Tick> ticks,
        long reclaimed,
        boolean sample,
        String environments) {
    Told {
        ticks = List.copyOf(ticks);
    }

    /** A schedule that ticked and left users to cold starts has fallen short, and so has whatever failed users. */
    ExitCode exit() {
        boolean fellShort = withSchedule && (warm.coldStarts() > 0 || warm.failed() > 0);
        return fellShort ? ExitCode.SHORTFALL : ExitCode.DONE;
    }
}
