// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.demo;

import dev.stoker.cli.local.Burst;
import dev.stoker.cli.output.ExitCode;
import java.util.List;

/**
 * The result of the demo.
 *
 * @param cold the first burst
 * @param warm the second burst
 * @param withSchedule whether the schedule ticked between them
 * @param ticks the ticks of the schedule
 * @param reclaimed environments that were reclaimed between the bursts
 * @param sample whether the function was the sample
 * @param behindLibrary whether Stoker's library answered the warm events, and not the package's own program
 * @param withEvent whether users sent the event of --event
 * @param environments {@code process} or {@code in-jvm}
 */
record Outcome(
        Burst cold,
        Burst warm,
        boolean withSchedule,
        List<Tick> ticks,
        long reclaimed,
        boolean sample,
        boolean behindLibrary,
        boolean withEvent,
        String environments) {
    Outcome {
        ticks = List.copyOf(ticks);
    }

    /** Whether a request of either burst failed. */
    boolean failed() {
        return cold.failed() + warm.failed() > 0;
    }

    /** Whether the last tick proved as many environments as requested. */
    boolean proven() {
        return !ticks.isEmpty() && ticks.get(ticks.size() - 1).isProven();
    }

    /**
     * The exit code. It is a shortfall if users met cold starts or errors in spite of the schedule, or if too few
     * environments were proven.
     */
    ExitCode exit() {
        boolean fellShort = failed() || (withSchedule && (warm.coldStarts() > 0 || !proven()));
        return fellShort ? ExitCode.SHORTFALL : ExitCode.DONE;
    }
}
