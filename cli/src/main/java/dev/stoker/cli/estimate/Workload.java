// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.estimate;

import dev.stoker.cli.price.FunctionSize;
import java.time.Duration;
import java.util.List;

/**
 * What to keep warm, and how.
 *
 * @param concurrency environments outside all windows
 * @param windows parts of the week with another number
 * @param plan both together
 * @param interval between two cycles
 * @param hold the assumed hold of a sleep task, an upper bound, because tasks that arrive late hold for less
 * @param size the memory and processor of the function
 * @param init how long a cold start takes
 * @param lifetime the time after which Lambda ends an environment that is in use
 * @param rounds rounds of a cycle
 * @param spares spare slots of each round
 * @param alarms CloudWatch alarms
 * @param metrics custom metrics, all written by one call of a cycle
 * @param logAll whether the state machines log all events instead of errors and one event of each cycle
 * @param users the users of the function
 */
record Workload(
        long concurrency,
        List<Window> windows,
        WeekPlan plan,
        Duration interval,
        Duration hold,
        FunctionSize size,
        Duration init,
        Duration lifetime,
        long rounds,
        Spares spares,
        long alarms,
        long metrics,
        boolean logAll,
        Users users) {
    Workload {
        windows = List.copyOf(windows);
    }

    /** The same with other numbers of environments. */
    Workload with(WeekPlan other) {
        return new Workload(
                concurrency,
                windows,
                other,
                interval,
                hold,
                size,
                init,
                lifetime,
                rounds,
                spares,
                alarms,
                metrics,
                logAll,
                users);
    }
}
