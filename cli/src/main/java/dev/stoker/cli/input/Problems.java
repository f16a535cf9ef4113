// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.input;

import dev.stoker.cli.output.Durations;
import dev.stoker.cli.output.ExitCode;
import dev.stoker.cli.output.Failure;
import dev.stoker.cli.output.OneLine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Collects the problems of options or of a file, so that one message lists all of them. */
public final class Problems {
    private final List<String> all = new ArrayList<>();

    /**
     * Adds a problem.
     *
     * @param place the option, or the place in a file
     * @param rule begins with {@code must} or {@code is}
     * @param got the value; {@code "nothing"} if there is none
     * @param remedy a sentence
     */
    public void add(String place, String rule, Object got, String remedy) {
        all.add(place + ": " + rule + ", got " + OneLine.of(String.valueOf(got)) + ". " + remedy);
    }

    /** Runs a check that ends with a failure if there is a problem, and adds the problem. */
    public void addFailure(Runnable check) {
        try {
            check.run();
        } catch (Failure wrong) {
            all.add(wrong.getMessage());
        }
    }

    /** Checks that a number is within bounds. Otherwise adds a problem and returns the lower bound. */
    public long within(String option, long value, long least, long most, String remedy) {
        if (value >= least && value <= most) {
            return value;
        }
        add(option, String.format(Locale.ROOT, "must be from %,d to %,d", least, most), value, remedy);
        return least;
    }

    /** Checks that a number is above 0 and at most this. Otherwise adds a problem and returns the maximum. */
    public double positive(String option, double value, long most, String remedy) {
        if (value > 0 && value <= most) {
            return value;
        }
        add(option, String.format(Locale.ROOT, "must be above 0 and at most %,d", most), value, remedy);
        return most;
    }

    /** Checks that a number is between 0 and 1. Otherwise adds a problem and returns a half. */
    public double share(String option, double value, String remedy) {
        if (value > 0 && value < 1) {
            return value;
        }
        add(option, "must be between 0 and 1", value, remedy);
        return 0.5;
    }

    /** Checks that a duration is within bounds. Otherwise adds a problem and returns the lower bound. */
    public Duration duration(String option, String text, String unitIfNone, Duration least, Duration most) {
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

    /** The problems so far, each a line with its remedy. */
    public List<String> all() {
        return List.copyOf(all);
    }

    /**
     * Refuses the options if they have a problem. The message of a single problem is the problem itself.
     *
     * @throws Failure if there is any problem
     */
    public void refuse() {
        if (all.size() == 1) {
            throw Failure.wrongUse(all.get(0));
        }
        refuse("The command has " + all.size() + " problems; nothing was changed.");
    }

    /**
     * Refuses the options if they have a problem.
     *
     * @param message stands above the list of problems
     * @throws Failure if there is any problem
     */
    public void refuse(String message) {
        refuse("Stoker.WrongUse", message);
    }

    /**
     * Refuses a file if it has a problem.
     *
     * @param code the code for programs
     * @param message stands above the list of problems
     * @throws Failure if there is any problem
     */
    public void refuse(String code, String message) {
        if (!all.isEmpty()) {
            throw new Failure(ExitCode.WRONG_USE, code, message, all);
        }
    }
}
