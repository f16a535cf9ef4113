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

    /** A number alone. */
    public static String plain(@Nullable Long number) {
        return number == null ? NONE : String.format(Locale.ROOT, "%,d", number);
    }

    /** A time in milliseconds. */
    public static String millis(@Nullable Long number) {
        return number == null ? NONE : plain(number) + " ms";
    }
}
