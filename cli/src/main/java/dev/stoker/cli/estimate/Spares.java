// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.estimate;

import java.util.OptionalLong;

/**
 * Spare slots, as far as a month's bill can know them: how many of them a round sends is learned. All that it may send are
 * counted, and each as one that comes late: it finds an environment that is free again, and answers at once.
 *
 * @param most the field maxSpare; nothing for its default
 */
record Spares(OptionalLong most) {
    /** What Lambda bills for a slot that does not hold. */
    static final long LATE_MILLIS = 1;

    /** All slots of a cycle together. Source: statemachine/keep-warm.asl.yaml, as all that follows. */
    private static final long MOST_SLOTS = 10_000;

    /** The default: a tenth of the environments, one at least. */
    private static final long SHARE = 10;

    /** Spare slots of a round that is to prove so many environments. One alone needs none. */
    long of(long concurrency) {
        if (concurrency <= 1) {
            return 0;
        }
        return Math.min(most.orElse(Math.max(1, concurrency / SHARE)), MOST_SLOTS - concurrency);
    }

    /** What is assumed, for people and for programs. */
    String assumption(WeekPlan plan) {
        long spares = of(plan.most());
        if (spares == 0) {
            return "Spare slots: none.";
        }
        return "Spare slots: each round is taken to send " + (plan.steady() ? "" : "up to ") + MonthBill.number(spares)
                + " more, all that maxSpare allows, and each of them to cost an invocation and " + LATE_MILLIS
                + " ms. Where arrivals are spread evenly a cycle sends fewer. INIT of environments that they start is not counted.";
    }
}
