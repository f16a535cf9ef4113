// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.price;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** Formats US dollars: with cents from one dollar up, with two significant digits below. */
public final class Dollars {
    private static final int CENTS = 2;
    private static final MathContext TWO_DIGITS = new MathContext(2, RoundingMode.HALF_UP);

    private Dollars() {}

    /** Such as {@code $1,620.00}, {@code $0.081} or {@code $0.00028}; a saving begins with a minus sign. */
    public static String text(BigDecimal usd) {
        if (usd.signum() == 0) {
            return "$0";
        }
        if (usd.signum() < 0) {
            return "-" + text(usd.negate());
        }
        if (usd.compareTo(BigDecimal.ONE) >= 0) {
            return String.format(Locale.ROOT, "$%,.2f", usd);
        }
        BigDecimal rounded = usd.round(TWO_DIGITS).stripTrailingZeros();
        return "$" + (rounded.scale() < CENTS ? rounded.setScale(CENTS) : rounded).toPlainString();
    }
}
