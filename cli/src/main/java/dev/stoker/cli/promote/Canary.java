// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.promote;

import dev.stoker.cli.output.Durations;
import dev.stoker.cli.output.Failure;
import dev.stoker.cli.output.OneLine;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The first part of a release, in which only a share of the users meets the new version.
 *
 * @param percent the share of the alias's invocations, 1 to 99
 * @param time how long, one second to one day
 */
record Canary(int percent, Duration time) {
    private static final Pattern SYNTAX = Pattern.compile("(?<percent>[1-9][0-9]?)%\\s*,\\s*(?<time>.+)");
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofDays(1);

    /**
     * Reads {@code 10%,5m}.
     *
     * @throws Failure if it is something else
     */
    static Canary read(String text) {
        Matcher parts = SYNTAX.matcher(text.strip());
        Optional<Duration> time = parts.matches() ? Durations.read(parts.group("time"), "") : Optional.empty();
        return time.filter(given -> given.compareTo(SHORTEST) >= 0 && given.compareTo(LONGEST) <= 0)
                .map(given -> new Canary(Integer.parseInt(parts.group("percent")), given))
                .orElseThrow(
                        () -> Failure.wrongUse("--canary: must be a share of 1% to 99% and a time of 1s to 1d, got "
                                + OneLine.of(text) + ". Write for example 10%,5m."));
    }

    /** The weight of the new version, as Lambda has it. */
    double weight() {
        return percent / 100.0;
    }

    /** The environments that this share of the users needs, of those that all users need. */
    long share(long environments) {
        return (environments * percent + 99) / 100;
    }
}
