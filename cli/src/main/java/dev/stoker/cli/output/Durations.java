// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.output;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Parses durations such as {@code 4m}, {@code 1.5s}, {@code 100ms}. For a number without a unit, the option defines the
 * unit.
 */
public final class Durations {
    private static final Pattern SYNTAX =
            Pattern.compile("(?<number>[0-9]{1,9}(?:\\.[0-9]{1,3})?)(?<unit>ms|s|m|h|d|)");
    private static final Map<String, Long> MILLIS =
            Map.of("ms", 1L, "s", 1_000L, "m", 60_000L, "h", 3_600_000L, "d", 86_400_000L);

    private Durations() {}

    /** Parses a duration. Empty if it is invalid. */
    public static Optional<Duration> read(String text, String unitIfNone) {
        Matcher parts = SYNTAX.matcher(text.strip());
        if (!parts.matches()) {
            return Optional.empty();
        }
        String unit = parts.group("unit").isEmpty() ? unitIfNone : parts.group("unit");
        return Optional.ofNullable(MILLIS.get(unit))
                .map(millis -> Duration.ofMillis(Math.round(Double.parseDouble(parts.group("number")) * millis)));
    }

    /** The duration as text: {@code 4m}. */
    public static String text(Duration duration) {
        long millis = duration.toMillis();
        for (String unit : new String[] {"d", "h", "m", "s"}) {
            long one = Objects.requireNonNull(MILLIS.get(unit), unit);
            if (millis > 0 && millis % one == 0) {
                return millis / one + unit;
            }
        }
        return millis + "ms";
    }
}
