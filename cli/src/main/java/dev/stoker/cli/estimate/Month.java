// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.estimate;

import dev.stoker.cli.input.CycleLimits;
import dev.stoker.cli.price.ExpressRuns;
import java.time.Duration;
import java.util.Map;

/**
 * The quantities of a month of 30 days.
 *
 * @param cycles executions that the schedule starts
 * @param sleepTasks invocations with the warm event, including spare slots
 * @param spareTasks invocations of spare slots
 * @param executions executions of Step Functions, including nested ones
 * @param expressGbHours their billed GB-hours
 * @param environmentHours hours times environments kept warm
 * @param fanOuts nested executions of the largest cycle
 * @param loggedRows environments in the outputs of all cycles
 */
record Month(
        double cycles,
        double sleepTasks,
        double spareTasks,
        double executions,
        double expressGbHours,
        double environmentHours,
        long fanOuts,
        double loggedRows) {
    private static final double MINUTES_PER_HOUR = 60;

    /** Sleep tasks that hold. */
    double holdingTasks() {
        return sleepTasks - spareTasks;
    }

    static Month of(Workload work) {
        double cycles = 0;
        double sleepTasks = 0;
        double spareTasks = 0;
        double executions = 0;
        double gbHours = 0;
        double hours = 0;
        double rows = 0;
        double minutesPerCycle =
                work.interval().toMillis() / (double) Duration.ofMinutes(1).toMillis();
        long round = work.hold().toMillis();
        for (Map.Entry<Long, Double> part : work.plan().minutes().entrySet()) {
            long environments = part.getKey();
            if (environments == 0) {
                continue;
            }
            long spares = work.spares().of(environments);
            double minutes = work.plan().monthMinutes(environments);
            double ticks = minutes / minutesPerCycle;
            double nested = (double) ExpressRuns.fanOuts(environments + spares) * work.rounds();
            cycles += ticks;
            sleepTasks += ticks * (environments + spares) * work.rounds();
            spareTasks += ticks * spares * work.rounds();
            executions += ticks * (1 + nested);
            gbHours += ticks
                    * (ExpressRuns.gbHours(work.rounds() * round + ExpressRuns.OVERHEAD_MILLIS)
                            + nested * ExpressRuns.gbHours(round + ExpressRuns.OVERHEAD_MILLIS));
            hours += environments * minutes / MINUTES_PER_HOUR;
            rows += environments <= CycleLimits.MOST_ROWS ? ticks * environments : 0;
        }
        long most = work.plan().most();
        long largest = ExpressRuns.fanOuts(most + work.spares().of(most)) * work.rounds();
        return new Month(cycles, sleepTasks, spareTasks, executions, gbHours, hours, largest, rows);
    }
}
