// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.lambda;

import java.util.List;

/**
 * What was counted of a function since it was created.
 *
 * @param invocations that reached an environment
 * @param coldStarts environments that were started because a request found none free
 * @param throttles requests that were refused with 429
 * @param functionErrors invocations that ended with a function error, timeouts and crashes among them
 * @param maxConcurrency most requests at once
 * @param environments ids of those alive now, of all versions, the oldest first
 * @param bill what all this costs
 */
public record FunctionReport(
        long invocations,
        long coldStarts,
        long throttles,
        long functionErrors,
        int maxConcurrency,
        List<String> environments,
        Bill bill) {
    /** Copies the ids. */
    public FunctionReport {
        environments = List.copyOf(environments);
    }
}
