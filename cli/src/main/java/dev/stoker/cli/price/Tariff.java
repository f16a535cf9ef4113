// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.price;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The prices of one region, and how lines are made from them. */
public final class Tariff {
    /** Digits after the point that a quantity keeps. */
    private static final int DIGITS = 9;

    private final String region;
    private final Map<PriceItem, Price> prices;
    private final boolean withFree;

    private Tariff(String region, Map<PriceItem, Price> prices, boolean withFree) {
        this.region = region;
        this.prices = prices;
        this.withFree = withFree;
    }

    /** Prices without what AWS gives away: other uses of the account may have taken that. */
    Tariff(String region, Map<PriceItem, Price> prices) {
        this(region, prices, false);
    }

    /** The same prices where nobody else uses what AWS gives away each month. */
    public Tariff withFreeTier() {
        return new Tariff(region, prices, true);
    }

    /** The region that the prices are of. */
    public String region() {
        return region;
    }

    /** The price of an item. */
    public Price price(PriceItem item) {
        return prices.get(item);
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
        Price price = price(item);
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
                lines.add(new Line(name, text, Line.plain(part), item.unit(), tier.usd(), counted, price.source()));
            }
            left = left.subtract(part);
            begin = tier.upTo();
        }
        return lines;
    }
}
