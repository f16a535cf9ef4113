// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.price;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The prices of one region, and how lines are made from them. What is not known there is taken from another region. */
public final class Tariff {
    /** Digits after the point that a quantity keeps. */
    private static final int DIGITS = 9;

    private final String region;
    private final Map<PriceItem, Price> prices;
    private final Optional<Tariff> others;
    private final boolean withFree;

    private Tariff(String region, Map<PriceItem, Price> prices, Optional<Tariff> others, boolean withFree) {
        this.region = region;
        this.prices = prices;
        this.others = others;
        this.withFree = withFree;
    }

    /** Prices without what AWS gives away: other uses of the account may have taken that. */
    Tariff(String region, Map<PriceItem, Price> prices) {
        this(region, prices, Optional.empty(), false);
    }

    /** The same prices, and those of another region where there are none. */
    Tariff orElse(Tariff other) {
        return new Tariff(region, prices, Optional.of(other), withFree);
    }

    /** The same prices where nobody else uses what AWS gives away each month. */
    public Tariff withFreeTier() {
        return new Tariff(region, prices, others.map(Tariff::withFreeTier), true);
    }

    /** The region that the prices are of. */
    public String region() {
        return region;
    }

    /** The price of an item in this region, if it is known. */
    Optional<Price> find(PriceItem item) {
        return Optional.ofNullable(prices.get(item));
    }

    /**
     * The lines of a quantity: one, or one for each tier that it reaches.
     *
     * @param name for programs
     * @param text for people
     * @param quantity units in a month, 0 or more
     * @param how where the quantity comes from
     */
    public List<Line> lines(String name, String text, PriceItem item, double quantity, String how) {
        Optional<Price> known = find(item);
        if (known.isEmpty()) {
            return others.orElseThrow().lines(name, text, item, quantity, how);
        }
        Price price = known.get();
        BigDecimal all = BigDecimal.valueOf(quantity).setScale(DIGITS, RoundingMode.HALF_UP);
        BigDecimal free = withFree ? price.free() : BigDecimal.ZERO;
        BigDecimal left = all.subtract(free).max(BigDecimal.ZERO);
        String counted = free.signum() > 0 ? how + ", " + free.toPlainString() + " free" : how;
        List<Line> lines = new ArrayList<>();
        BigDecimal begin = BigDecimal.ZERO;
        for (Price.Tier tier : price.tiers()) {
            BigDecimal room = tier.upTo() == null ? left : tier.upTo().subtract(begin);
            BigDecimal part = left.min(room);
            if (lines.isEmpty() || part.signum() > 0) {
                lines.add(new Line(
                        name, text, Line.plain(part), item.unit(), tier.usd(), counted, price.source(), region));
            }
            left = left.subtract(part);
            begin = tier.upTo();
        }
        return lines;
    }
}
