// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.estimate;

import dev.stoker.cli.input.CycleLimits;
import java.util.OptionalLong;

/**
 * The spare slots in a month's bill. How many a round sends is learned, so the bill counts the maximum. Each counts as
 * a slot that arrives late: it finds a free environment, and answers at once.
 *
 * @param most the field maxSpare; empty for its default
 */
record Spares(OptionalLong most) {
    /** The billed time of a slot that does not hold. */
    static final long LATE_MILLIS = 1;

    /** The default: a tenth of the environments, at least one. Source: keep-warm.asl.yaml, Plan spares. */
    private static final long SHARE = 10;

    /** The spare slots of a round for this number of environments. A single environment needs none. */
    long of(long concurrency) {
        if (concurrency <= 1) {
            return 0;
        }
        return Math.min(most.orElse(Math.max(1, concurrency / SHARE)), CycleLimits.MOST_ENVIRONMENTS - concurrency);
    }

    /** The assumption, as a sentence. */
    String assumption(WeekPlan plan) {
        long spares = of(plan.most());
        if (spares == 0) {
            return "Spare slots: none.";
        }
        return "Spare slots: the estimate assumes that each round sends " + (plan.steady() ? "" : "up to ")
                + MonthBill.number(spares)
                + " more, all that maxSpare allows, and that each of them costs an invocation and "
                + LATE_MILLIS
                + " ms. If arrivals are spread evenly, a cycle sends fewer. INIT of environments that they start is not counted.";
    }
}
