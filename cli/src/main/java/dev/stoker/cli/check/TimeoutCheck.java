// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.check;

import dev.stoker.cli.check.finding.Check;
import dev.stoker.cli.check.finding.Findings;
import dev.stoker.cli.check.finding.PlannedUse;
import dev.stoker.cli.check.finding.Target;
import dev.stoker.cli.input.CycleLimits;
import dev.stoker.cli.input.WarmProtocol;
import dev.stoker.cli.output.Count;
import dev.stoker.cli.output.OneLine;
import java.util.regex.Pattern;

/** Checks {@code timeout} and {@code max-hold}: whether a sleep task can hold as long as a round does. */
final class TimeoutCheck implements Check {
    /** The values that the library accepts. Source: docs/protocol.md. */
    private static final Pattern MILLIS = Pattern.compile("[0-9]{1,18}");

    private final PlannedUse plannedUse;

    TimeoutCheck(PlannedUse plannedUse) {
        this.plannedUse = plannedUse;
    }

    @Override
    public void look(Target target, Findings findings) {
        long seconds = target.configuration().timeout();
        if (!plannedUse.protocol().holdsByEvent()) {
            findings.pass("timeout", seconds + " s; the function itself decides how long it holds");
            return;
        }
        long needed = plannedUse.maxHoldMillis() + CycleLimits.LIBRARY_ANSWER_MILLIS;
        if (seconds * 1_000 < needed) {
            long enough = (needed + 999) / 1_000;
            long holdThatFits = seconds * 1_000 - CycleLimits.LIBRARY_ANSWER_MILLIS;
            findings.error(
                    "timeout",
                    "Its timeout is " + seconds + " s. A sleep task holds up to maxHoldMillis ("
                            + Count.millis(plannedUse.maxHoldMillis()) + ") and needs "
                            + Count.millis(CycleLimits.LIBRARY_ANSWER_MILLIS) + " to answer: "
                            + Count.millis(needed) + ".",
                    "Set it to " + enough + " s or more: aws lambda update-function-configuration " + target.cliName()
                            + " --timeout " + enough + "; or lower maxHoldMillis to " + holdThatFits + ".");
        } else {
            findings.pass("timeout", seconds + " s, enough for " + Count.millis(needed));
        }
        if (plannedUse.protocol() == WarmProtocol.STOKER) {
            lookAtCap(target, findings);
        }
    }

    private void lookAtCap(Target target, Findings findings) {
        String cap = target.variable("STOKER_MAX_HOLD_MILLIS");
        boolean number = MILLIS.matcher(cap).matches();
        if (!number && !cap.isEmpty()) {
            findings.warning(
                    "max-hold",
                    "Its variable STOKER_MAX_HOLD_MILLIS is not a number of milliseconds of 1 to 18 digits: \""
                            + OneLine.of(cap)
                            + "\"" + (cap.equals(cap.strip()) ? "" : " with white space around it")
                            + ". The library takes "
                            + Count.millis(CycleLimits.LIBRARY_MAX_HOLD_MILLIS) + " instead.",
                    "Correct or remove STOKER_MAX_HOLD_MILLIS.");
        }
        long millis = number ? Long.parseLong(cap) : CycleLimits.LIBRARY_MAX_HOLD_MILLIS;
        if (millis < plannedUse.maxHoldMillis()) {
            findings.warning(
                    "max-hold",
                    "Its variable STOKER_MAX_HOLD_MILLIS limits the hold of a sleep task to " + Count.millis(millis)
                            + ", less than maxHoldMillis (" + Count.millis(plannedUse.maxHoldMillis())
                            + "): a longer hold would miss environments.",
                    "Raise or remove STOKER_MAX_HOLD_MILLIS, or lower maxHoldMillis to " + millis + ".");
        }
    }
}
