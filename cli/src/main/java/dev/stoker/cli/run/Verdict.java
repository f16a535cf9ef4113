// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.run;

import static dev.stoker.cli.run.TargetOutput.orZero;

import dev.stoker.cli.output.Count;
import dev.stoker.cli.output.OneLine;

/** Says in words what a cycle proved of one target, and where it fell short, why and what to do. */
final class Verdict {
    private Verdict() {}

    /** {@code 20 of 20 environments of orders:live proven warm in 1 round: reach 88 ms, hold 96 ms.} */
    static String proven(TargetOutput target) {
        StringBuilder words = new StringBuilder()
                .append(Count.plain(target.warm()))
                .append(" of ")
                .append(Count.of(target.requested(), "environment"))
                .append(" of ")
                .append(OneLine.of(target.name()))
                .append(" proven warm");
        if (orZero(target.rounds()) > 0) {
            words.append(" in ").append(Count.of(target.rounds(), "round"));
        }
        if (target.reachMillis() != null && target.holdMillis() != null) {
            words.append(": reach ")
                    .append(Count.millis(target.reachMillis()))
                    .append(", hold ")
                    .append(Count.millis(target.holdMillis()));
        }
        if (orZero(target.unproven()) > 0) {
            words.append("; ").append(Count.plain(target.unproven())).append(" answered without proof");
        }
        return words.append(".").toString();
    }

    /** Why the target fell short, with the remedy: the state machine's own reason where it gives one. */
    static String reason(TargetOutput target) {
        String told = OneLine.sentence(target.reason());
        if (!told.isEmpty()) {
            return told;
        }
        if (orZero(target.throttled()) > 0) {
            return "Throttled sleep tasks: " + Count.plain(target.throttled())
                    + ", so no further round opened: users need that concurrency. Ask for less, or give the function"
                    + " more.";
        }
        if (orZero(target.failed()) > 0) {
            return "Failed sleep tasks: " + ResultTable.errors(target.errors()) + ". See the function's log for why.";
        }
        if (orZero(target.unproven()) > 0) {
            return "The function answers without naming its environment. Put Stoker's handler before it, or set proof"
                    + " to none.";
        }
        if (orZero(target.rounds()) == 0) {
            return "The target was lost before a round opened. See the state machine's log for why.";
        }
        return "Some environments answered before the last sleep task arrived. Raise maxHoldMillis or maxRounds.";
    }
}
