// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.states.jsonata;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Numbers of JSONata, which are JavaScript's: a whole number has no decimal point, even if it was computed as a
 * fraction.
 */
final class Numbers {

    /** Above this, JavaScript cannot distinguish neighboring whole numbers. Source: Number.MAX_SAFE_INTEGER. */
    private static final double MAX_SAFE_INTEGER = 9_007_199_254_740_991d;

    private static final int MOST_DIGITS_OF_A_DOUBLE = 17;

    private Numbers() {}

    /** The normal form of a number: an Integer or a Long if it is a float, whole and not too large. */
    static Number normal(Number number) {
        if (!(number instanceof Double) && !(number instanceof Float)) {
            return number;
        }
        double value = number.doubleValue();
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            throw new Json.Unsupported("the number " + value);
        }
        if (value != Math.rint(value) || Math.abs(value) > MAX_SAFE_INTEGER) {
            return value;
        }
        long whole = (long) value;
        if (whole == (int) whole) {
            return (int) whole;
        }
        return whole;
    }

    /**
     * {@code $sum}, added from the first to the last as in JSONata 2.0.6. The library corrects the errors of such a sum, which is
     * more exact, but then the last digit differs.
     */
    static @Nullable Object sum(List<?> args) {
        List<?> numbers = (List<?>) JsonataFunctions.argument(args, 0);
        return numbers == null ? null : sumOf(numbers);
    }

    /** {@code $average}, from the same sum. */
    static @Nullable Object average(List<?> args) {
        List<?> numbers = (List<?>) JsonataFunctions.argument(args, 0);
        return numbers == null || numbers.isEmpty() ? null : sumOf(numbers) / numbers.size();
    }

    private static double sumOf(List<?> numbers) {
        double sum = 0;
        for (Object number : numbers) {
            sum += ((Number) number).doubleValue();
        }
        return sum;
    }

    /** The number as JavaScript writes it, with the fewest digits that identify it. */
    static String text(Number number) {
        Number normal = normal(number);
        if (!(normal instanceof Double)) {
            return normal.toString();
        }
        double value = normal.doubleValue();
        int digits = 1;
        BigDecimal shortest = rounded(value, digits);
        while (shortest.doubleValue() != value && digits < MOST_DIGITS_OF_A_DOUBLE) {
            digits++;
            shortest = rounded(value, digits);
        }
        return text(shortest);
    }

    /** The number with at most 15 digits: the result of {@code $string}. Source: JSONata 2.0.6, function string. */
    static String roundedText(Number number) {
        Number normal = normal(number);
        return normal instanceof Double ? text(rounded(normal.doubleValue(), 15)) : normal.toString();
    }

    private static BigDecimal rounded(double value, int digits) {
        return new BigDecimal(value).round(new MathContext(digits)).stripTrailingZeros();
    }

    private static String text(BigDecimal number) {
        int exponent = number.precision() - number.scale() - 1;
        if (exponent > -7 && exponent < 21) {
            return number.toPlainString();
        }
        String digits = number.unscaledValue().abs().toString();
        String fraction = digits.length() > 1 ? "." + digits.substring(1) : "";
        String sign = number.signum() < 0 ? "-" : "";
        return sign + digits.charAt(0) + fraction + (exponent < 0 ? "e" : "e+") + exponent;
    }
}
