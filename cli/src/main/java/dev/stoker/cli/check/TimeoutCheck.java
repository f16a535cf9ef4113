// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.check;

import dev.stoker.cli.output.Count;

/** Checks {@code timeout} and {@code max-hold}: whether a sleep task may sleep as long as a round holds. */
final class TimeoutCheck {
    /** The library answers so long before the function's timeout. */
    private static final long RESERVE_MILLIS = 500;

    /** What the library sleeps at most where its variable says nothing else. */
    private static final long LONGEST_HOLD_MILLIS = 3_000;

    private TimeoutCheck() {}

    static void look(Target target, Question question, Findings findings) {
        long seconds = target.configuration().timeout();
        long needed = question.maxHoldMillis() + RESERVE_MILLIS;
        if (seconds * 1_000 < needed) {
            long enough = (needed + 999) / 1_000;
            long holdThatFits = seconds * 1_000 - RESERVE_MILLIS;
            findings.error(
                    "timeout",
                    "Its timeout is " + seconds + " s. A sleep task holds up to maxHoldMillis ("
                            + Count.millis(question.maxHoldMillis()) + ") and needs 500 ms to answer: "
                            + Count.millis(needed) + ".",
                    "Set it to " + enough + " s or more: aws lambda update-function-configuration " + target.cliName()
                            + " --timeout " + enough + "; or lower maxHoldMillis to " + holdThatFits + ".");
        } else {
            findings.pass("timeout", seconds + " s, enough for " + Count.millis(needed));
        }
        lookAtCap(target, question, findings);
    }

    private static void lookAtCap(Target target, Question question, Findings findings) {
        String cap = target.variable("STOKER_MAX_HOLD_MILLIS");
        long millis = cap.matches("\\d{1,9}") ? Long.parseLong(cap) : LONGEST_HOLD_MILLIS;
        if (millis < question.maxHoldMillis()) {
            findings.warning(
                    "max-hold",
                    "Its variable STOKER_MAX_HOLD_MILLIS lets a sleep task hold " + Count.millis(millis)
                            + " at most, less than maxHoldMillis (" + Count.millis(question.maxHoldMillis())
                            + "): a longer hold would miss environments.",
                    "Raise or remove STOKER_MAX_HOLD_MILLIS, or lower maxHoldMillis to " + millis + ".");
        }
    }
}
