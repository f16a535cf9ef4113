// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.price;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The prices of one region, from which it creates lines of a bill. Missing prices are taken from another region. */
public final class Tariff {
    /** Decimal places of a quantity. */
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

    /** Prices without the Free Tier, because other uses of the account may consume it. */
    Tariff(String region, Map<PriceItem, Price> prices) {
        this(region, prices, Optional.empty(), false);
    }

    /** The same prices, completed by those of another region. */
    Tariff orElse(Tariff other) {
        return new Tariff(region, prices, Optional.of(other), withFree);
    }

    /** The same prices with the Free Tier. */
    public Tariff withFreeTier() {
        return new Tariff(region, prices, others.map(Tariff::withFreeTier), true);
    }

    /** The region of the prices. */
    public String region() {
        return region;
    }

    /** The price of an item in this region, if it is known. */
    Optional<Price> find(PriceItem item) {
        return Optional.ofNullable(prices.get(item));
    }

    /**
     * The lines for a quantity: one for each price tier that it reaches.
     *
     * @param name for programs
     * @param text for people
     * @param quantity units in a month, 0 or more
     * @param how how the quantity is computed
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
