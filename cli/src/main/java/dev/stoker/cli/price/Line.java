// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.price;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * A line of a bill: the quantity times the unit price is the amount.
 *
 * @param name for programs, such as {@code lambda.requests}
 * @param text for people
 * @param quantity billed units
 * @param unit the name of the unit
 * @param unitUsd US dollars for one unit
 * @param how how the quantity is computed
 * @param source the source of the price
 * @param region the region of the price
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
    /** Decimal places of an amount, enough for a single sleep task. */
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

    /** A number without trailing zeros and without an exponent. */
    static BigDecimal plain(BigDecimal number) {
        BigDecimal cut = number.setScale(DIGITS, RoundingMode.HALF_UP).stripTrailingZeros();
        return cut.scale() < 0 ? cut.setScale(0) : cut;
    }
}
