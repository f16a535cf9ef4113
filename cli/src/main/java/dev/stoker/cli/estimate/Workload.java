// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.estimate;

import dev.stoker.cli.price.FunctionSize;
import java.time.Duration;
import java.util.List;

/**
 * What is to be kept warm, and how.
 *
 * @param concurrency environments outside of all windows
 * @param windows parts of the week with another number
 * @param plan both together
 * @param interval between two cycles
 * @param hold how long a sleep task is taken to hold: an upper bound, since those that arrive late hold for less
 * @param size of the function
 * @param init how long a cold start takes
 * @param lifetime after which Lambda ends even a busy environment
 * @param rounds of a cycle
 * @param spares that each of them may send
 * @param alarms CloudWatch alarms
 * @param metrics metrics of one's own, all written by one call of a cycle
 * @param logAll whether the state machines log all events instead of errors and one event of each cycle
 * @param users who come meanwhile
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
}
