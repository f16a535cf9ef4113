// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.price;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One price, as somebody read it somewhere.
 *
 * @param tiers at least one, the first unit's first; only the last has no end
 * @param free units a month that AWS gives away, 0 or more
 * @param source where it was read
 * @param readOn when it was read
 * @param note what its reader should know; empty for nothing
 */
public record Price(List<Tier> tiers, BigDecimal free, String source, LocalDate readOn, String note) {
    /** Copies the tiers. */
    public Price {
        tiers = List.copyOf(tiers);
    }

    /**
     * A price up to a quantity.
     *
     * @param upTo units a month until which it holds; null for the rest
     * @param usd US dollars for one unit, 0 or more
     */
    public record Tier(@Nullable BigDecimal upTo, BigDecimal usd) {}
}
