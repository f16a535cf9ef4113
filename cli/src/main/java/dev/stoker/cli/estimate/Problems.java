// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.estimate;

import dev.stoker.cli.output.Durations;
import dev.stoker.cli.output.ExitCode;
import dev.stoker.cli.output.Failure;
import dev.stoker.cli.output.OneLine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Collects the problems of the options, so that one message lists all of them. */
final class Problems {
    private final List<String> all = new ArrayList<>();

    void add(String option, String rule, Object got, String remedy) {
        all.add(option + ": " + rule + ", got " + OneLine.of(String.valueOf(got)) + ". " + remedy);
    }

    /** Checks that a number is within bounds. Otherwise adds a problem and returns the lower bound. */
    long within(String option, long value, long least, long most, String remedy) {
        if (value >= least && value <= most) {
            return value;
        }
        add(option, String.format(Locale.ROOT, "must be from %,d to %,d", least, most), value, remedy);
        return least;
    }

    /** Checks that a duration is within bounds. Otherwise adds a problem and returns the lower bound. */
    Duration duration(String option, String text, String unitIfNone, Duration least, Duration most) {
        return Durations.read(text, unitIfNone)
                .filter(value -> value.compareTo(least) >= 0 && value.compareTo(most) <= 0)
                .orElseGet(() -> {
                    add(
                            option,
                            "must be a time from " + Durations.text(least) + " to " + Durations.text(most),
                            text,
                            "Write a number with ms, s, m, h or d, such as " + Durations.text(least) + ".");
                    return least;
                });
    }

    /**
     * @throws Failure if there is any problem
     */
    void refuse() {
        if (!all.isEmpty()) {
            throw new Failure(
                    ExitCode.WRONG_USE, "Stoker.WrongUse", "This month cannot be estimated. See --help.", all);
        }
    }
}
