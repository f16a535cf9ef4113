// SPDX-License-Identifier: Apache-2.0
package dev.stoker.simulation.backtest;

import java.util.Locale;

/**
 * A goal and what was reached.
 *
 * @param text what is compared
 * @param value the ratio that was reached
 * @param limit the largest ratio that meets the goal
 * @param how the two numbers
 */
record Goal(String text, double value, double limit, String how) {
    /**
     * A ratio that must not exceed a limit.
     *
     * @param unit of both numbers
     */
    static Goal ratio(String text, double number, double of, double limit, String unit) {
        double ratio = of == 0 ? (number == 0 ? 0 : Double.POSITIVE_INFINITY) : number / of;
        return new Goal(text, ratio, limit, String.format(Locale.ROOT, "%.2f of %.2f %s", number, of, unit));
    }

    boolean met() {
        return value <= limit;
    }

    /** A line of the results. */
    String line() {
        return String.format(
                Locale.ROOT,
                "goal: %-72s %7.3f of at most %5.3f  %-6s  %s",
                text,
                value,
                limit,
                met() ? "met" : "MISSED",
                how);
    }
}
