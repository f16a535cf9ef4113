// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.run.outcome;

import dev.stoker.cli.output.Count;
import dev.stoker.cli.output.OneLine;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The number that a cycle chose because N follows demand, and the reason. Numbers are null in a cycle in which no
 * environment reported.
 *
 * @param mean the users' mean concurrency since the last cycle
 * @param peak the environments that users needed at once, of those that were kept
 * @param fixed the guess that never follows: a quantile of earlier peaks
 * @param reactive the guess from the last intervals
 * @param profile the guess from the hours of the week; null until they are known
 * @param by which guess was chosen: fixed, reactive, profile, users or lastCycle
 * @param chosen the chosen number
 * @param rest what a cycle that rested knows; null if it proved N
 */
record DemandChoice(
        @Nullable Double mean,
        @Nullable Long peak,
        @Nullable Long fixed,
        @Nullable Long reactive,
        @Nullable Long profile,
        String by,
        Long chosen,
        @Nullable Rest rest) {
    DemandChoice {
        by = Objects.requireNonNullElse(by, "");
        chosen = Objects.requireNonNullElse(chosen, 0L);
    }

    /**
     * A cycle that sent only probes, because users keep the environments warm.
     *
     * @param notProven environments that users keep warm, and that this cycle did not prove
     * @param left how many of the next cycles may rest
     */
    record Rest(Long notProven, Long left) {
        Rest {
            notProven = Objects.requireNonNullElse(notProven, 0L);
            left = Objects.requireNonNullElse(left, 0L);
        }
    }

    /** One line for people. */
    String sentence() {
        if (rest != null) {
            return "N follows demand: " + Count.plain(chosen) + ". This cycle rested: the probes found users as busy as"
                    + " before, so users keep the environments warm. " + Count.plain(rest.notProven())
                    + " of them were not proven now. "
                    + (rest.left() == 0
                            ? "The next cycle proves all."
                            : "At most " + Count.of(rest.left(), "cycle") + " more may rest.");
        }
        if (mean == null || peak == null) {
            return "N follows demand: it stays at " + Count.plain(chosen) + ", because no environment reported users.";
        }
        return "N follows demand: " + Count.plain(chosen) + ", " + reason() + ". Users needed " + Count.plain(peak)
                + " of the kept environments at once (mean concurrency "
                + String.format(Locale.ROOT, "%.2f", mean) + "). Guesses: fixed " + Count.plain(fixed)
                + ", last intervals " + Count.plain(reactive) + ", hours of the week "
                + (profile == null ? "not known yet" : Count.plain(profile)) + ".";
    }

    private String reason() {
        return switch (by) {
            case "fixed" -> "a fixed number that was enough so far";
            case "reactive" -> "from the last intervals";
            case "profile" -> "from the same hours of earlier weeks";
            case "users" -> "as many as users needed, more than were kept";
            default -> "by " + OneLine.of(by);
        };
    }
}
