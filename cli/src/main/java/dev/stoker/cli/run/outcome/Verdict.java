// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.run.outcome;

import static dev.stoker.cli.run.outcome.TargetOutput.orZero;

import dev.stoker.cli.input.CycleLimits;
import dev.stoker.cli.output.Count;
import dev.stoker.cli.output.OneLine;
import java.util.Locale;
import java.util.Optional;

/** Describes in words what a cycle proved for one target, and for a shortfall the reason and the remedy. */
final class Verdict {
    /** Between two cycles at the template's rate(4 minutes), milliseconds. */
    private static final double INTERVAL_MILLIS = 240_000;

    private Verdict() {}

    /**
     * {@code 20 of 20 environments of orders:live proven warm in 1 round: reach 88 ms, hold 96 ms (0.04 % of a 4-minute
     * interval).}
     */
    static String proven(TargetOutput target) {
        StringBuilder words = new StringBuilder(
                Count.proven(orZero(target.warm()), orZero(target.requested()), " of " + OneLine.of(target.name())));
        if (orZero(target.rounds()) > 0) {
            words.append(" in ").append(Count.of(target.rounds(), "round"));
        }
        words.append(Count.beyond(orZero(target.warm()), orZero(target.requested())));
        if (target.holdMillis() != null) {
            words.append(": ")
                    .append(target.reachMillis() == null ? "" : "reach " + Count.millis(target.reachMillis()) + ", ")
                    .append(hold(target.holdMillis()));
        }
        if (orZero(target.unproven()) > 0) {
            words.append("; ").append(Count.plain(target.unproven())).append(" answered without proof");
            if (target.protocol() != null) {
                words.append(", since answers of the protocol ")
                        .append(OneLine.of(target.protocol()))
                        .append(" did not identify their environment");
            }
        }
        return words.append(".").toString();
    }

    /** How long, and for which share of the time, users find the warm environments busy. */
    private static String hold(long millis) {
        double percent = 100 * millis / INTERVAL_MILLIS;
        return "hold " + Count.millis(millis)
                + String.format(Locale.ROOT, " (%.2f %% of a 4-minute interval)", percent);
    }

    /**
     * The note that no limit is known, if the state machine could not read it. For a shortfall, the reason contains
     * this already.
     */
    static Optional<String> unknownLimit(TargetOutput target) {
        return Boolean.FALSE.equals(target.limitKnown())
                ? Optional.of("Its reserved concurrency could not be read, so warming may take more than "
                        + CycleLimits.PERCENT_OF_RESERVED
                        + " % of it. Allow the state machine lambda:GetFunctionConcurrency.")
                : Optional.empty();
    }

    /** How many environments were primed, and how many primings failed, if there were any. */
    static Optional<String> priming(TargetOutput target) {
        long primed = orZero(target.primed());
        long failed = orZero(target.primeFailed());
        if (primed + failed == 0) {
            return Optional.empty();
        }
        return Optional.of(
                failed == 0
                        ? "Primed " + Count.of(primed, "environment") + "."
                        : "Primed " + Count.of(primed, "environment") + "; in " + Count.plain(failed)
                                + " priming failed, and their first users may wait. The function's log shows the reason.");
    }

    /** The reason of a shortfall, with the remedy: the state machine's reason, if there is one. */
    static String reason(TargetOutput target) {
        String known = OneLine.sentence(target.reason());
        if (!known.isEmpty()) {
            return known;
        }
        if (orZero(target.throttled()) > 0) {
            return "Throttled sleep tasks: " + Count.plain(target.throttled())
                    + ", so no further round opened: users need that concurrency. Request fewer, or give the function"
                    + " more.";
        }
        if (orZero(target.failed()) > 0) {
            return "Failed sleep tasks: " + ResultTable.errors(target.errors())
                    + ". The function's log shows the reason.";
        }
        if (orZero(target.unproven()) > 0) {
            return "The function's answers do not identify its environments. Add Stoker's handler to it, or set proof"
                    + " to none.";
        }
        if (orZero(target.rounds()) == 0) {
            return "The target failed before a round opened. The state machine's log shows the reason.";
        }
        return "Some environments answered before the last sleep task arrived. Raise maxHoldMillis or maxRounds.";
    }
}
