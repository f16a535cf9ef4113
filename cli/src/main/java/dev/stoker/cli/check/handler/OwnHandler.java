// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.check.handler;

import dev.stoker.cli.check.finding.Findings;

/** The variable STOKER_HANDLER, which names the function's own handler if its handler is Stoker's. */
final class OwnHandler {
    /** What happens if the variable or the code is wrong. */
    static final String FAILS = ": every environment fails to start.";

    private OwnHandler() {}

    /**
     * Whether the variable names no handler of the function's own. Adds the finding.
     *
     * @param variable its value; blank if it is not set
     * @param isStokers whether it names Stoker's handler
     * @param example a handler, for the remedy
     */
    static boolean isMissing(String variable, boolean isStokers, String example, Findings findings) {
        if (!variable.isBlank() && !isStokers) {
            return false;
        }
        findings.error(
                "handler",
                "Its handler is Stoker's, and the variable STOKER_HANDLER "
                        + (variable.isBlank() ? "is not set" : "also names Stoker's handler") + FAILS,
                "Set STOKER_HANDLER to the function's own handler, such as " + example + ".");
        return true;
    }
}
