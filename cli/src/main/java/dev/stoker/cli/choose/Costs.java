// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.choose;

import java.math.BigDecimal;
import java.util.List;

/**
 * What two ways cost in a month.
 *
 * @param warming US dollars for warming, with all extras
 * @param provisioned provisioned concurrency all day; then other ways to have it, such as in some hours only. At least one
 */
public record Costs(BigDecimal warming, List<Offer> provisioned) {
    /** Copies the offers. */
    public Costs {
        provisioned = List.copyOf(provisioned);
    }

    /** Provisioned concurrency all day, US dollars. */
    public BigDecimal allDay() {
        return provisioned.get(0).usd();
    }

    /**
     * Provisioned concurrency.
     *
     * @param text when, for people
     * @param usd US dollars a month
     */
    public record Offer(String text, BigDecimal usd) {}
}
