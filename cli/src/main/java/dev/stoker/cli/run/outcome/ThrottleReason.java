// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.run.outcome;

import dev.stoker.cli.input.CycleLimits;
import dev.stoker.cli.output.Count;
import dev.stoker.cli.run.outcome.FunctionFacts.ConcurrencyLimit;

/** Explains which limit throttled a target, with the remedy. */
final class ThrottleReason {
    private ThrottleReason() {}

    /** A sentence for the limit and one for the remedy. */
    static String of(ConcurrencyLimit limit, TargetOutput target) {
        return limit.reserved() ? reservation(limit.environments(), target.requested()) : account(limit.environments());
    }

    private static String reservation(int reserved, long requested) {
        return "Its reserved concurrency is " + Count.plain((long) reserved) + ". Reserve at least "
                + Count.plain(CycleLimits.reservedFor(requested)) + ", or request fewer environments.";
    }

    private static String account(int limit) {
        return "It has no reserved concurrency, and the account's limit is " + Count.plain((long) limit)
                + ". Request a higher limit in Service Quotas (Lambda, concurrent executions), or request fewer environments.";
    }
}
