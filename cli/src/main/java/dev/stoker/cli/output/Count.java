// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.output;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Formats numbers for people. */
public final class Count {
    /** The text for a missing number. */
    public static final String NONE = "–";

    private Count() {}

    /** A number with its noun: {@code 1 round}, {@code 1,200 environments}. */
    public static String of(long number, String noun) {
        return plain(number) + " " + noun + (number == 1 ? "" : "s");
    }

    /**
     * How many environments were proven warm: {@code 19 of 20 environments of orders:live proven warm}, or {@code 11 environments proven
     * warm} where it is more than were requested; {@link #beyond} says how many more.
     *
     * @param whose such as " of orders:live"; empty for none
     */
    public static String proven(long warm, long requested, String whose) {
        return (warm > requested ? of(warm, "environment") : plain(warm) + " of " + of(requested, "environment"))
                + whose + " proven warm";
    }

    /** {@code , 1 more than requested}; empty where it is not more. */
    public static String beyond(long warm, long requested) {
        return warm > requested ? ", " + plain(warm - requested) + " more than requested" : "";
    }

    /** A number alone. */
    public static String plain(@Nullable Long number) {
        return number == null ? NONE : String.format(Locale.ROOT, "%,d", number);
    }

    /** A number that need not be whole, with one decimal place if it is not. */
    public static String quantity(double number) {
        return String.format(Locale.ROOT, number == Math.rint(number) ? "%,.0f" : "%,.1f", number);
    }

    /** A time in milliseconds. */
    public static String millis(@Nullable Long number) {
        return number == null ? NONE : plain(number) + " ms";
    }
}
