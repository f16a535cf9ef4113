// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.price;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One price with its source.
 *
 * @param tiers at least one, in ascending order; only the last has no end
 * @param free units a month in the Free Tier, 0 or more
 * @param source where it was read
 * @param readOn when it was read
 * @param note a comment; may be empty
 */
public record Price(List<Tier> tiers, BigDecimal free, String source, LocalDate readOn, String note) {
    /** Copies the tiers. */
    public Price {
        tiers = List.copyOf(tiers);
    }

    /**
     * A price up to a quantity.
     *
     * @param upTo the last unit of the month with this price; null for no end
     * @param usd US dollars for one unit, 0 or more
     */
    public record Tier(@Nullable BigDecimal upTo, BigDecimal usd) {}
}
