// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.price;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * A line of a bill, to be checked by hand: the quantity times the price of one is the amount.
 *
 * @param name for programs, such as {@code lambda.requests}
 * @param text for people
 * @param quantity units that are paid for
 * @param unit what one is called
 * @param unitUsd US dollars for one
 * @param how where the quantity comes from
 * @param source where the price was read
 * @param region whose price it is
 */
public record Line(
        String name,
        String text,
        BigDecimal quantity,
        String unit,
        BigDecimal unitUsd,
        String how,
        String source,
        String region) {
    /** Digits after the point that an amount keeps: finer than a single sleep task. */
    private static final int DIGITS = 12;

    /** The amount in US dollars. */
    public BigDecimal usd() {
        return plain(quantity.multiply(unitUsd));
    }

    /** The sum of some lines in US dollars. */
    public static BigDecimal sum(List<Line> lines) {
        return plain(lines.stream().map(Line::usd).reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    /** Writes the line into an object. */
    public void into(ObjectNode fields) {
        fields.put("name", name);
        fields.put("text", text);
        fields.put("quantity", quantity);
        fields.put("unit", unit);
        fields.put("unitUsd", plain(unitUsd));
        fields.put("usd", usd());
        fields.put("how", how);
        fields.put("source", source);
        fields.put("region", region);
    }

    /** A number without idle zeros and without an exponent. */
    static BigDecimal plain(BigDecimal number) {
        BigDecimal cut = number.setScale(DIGITS, RoundingMode.HALF_UP).stripTrailingZeros();
        return cut.scale() < 0 ? cut.setScale(0) : cut;
    }
}
