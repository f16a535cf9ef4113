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
 * @param withEvent whether users sent an event that was given by --event
 * @param environments {@code process} or {@code in-jvm}
 */
record Outcome(
        Burst cold,
        Burst warm,
        boolean withSchedule,
        List<Tick> ticks,
        long reclaimed,
        boolean sample,
        boolean withEvent,
        String environments) {
    Outcome {
        ticks = List.copyOf(ticks);
    }

    /** Whether a request of either burst failed. */
    boolean failed() {
        return cold.failed() + warm.failed() > 0;
    }

    /** Whether the last tick proved as many environments as it was asked for. */
    boolean proven() {
        return !ticks.isEmpty() && ticks.get(ticks.size() - 1).isProven();
    }

    /** A schedule that left users to cold starts or proved too few has fallen short, and so has whatever failed users. */
    ExitCode exit() {
        boolean fellShort = failed() || (withSchedule && (warm.coldStarts() > 0 || !proven()));
        return fellShort ? ExitCode.SHORTFALL : ExitCode.DONE;
    }
}
