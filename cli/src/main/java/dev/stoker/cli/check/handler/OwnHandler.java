// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.check.handler;

import dev.stoker.cli.check.finding.Findings;
import dev.stoker.cli.check.finding.Target;
import dev.stoker.cli.output.OneLine;
import java.util.Optional;

/**
 * What is checked in every language if the function's handler is Stoker's: the variable STOKER_HANDLER, which names the function's own
 * handler, and the library.
 */
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

    /** Whether there is white space around the variable's value. Adds the finding. */
    static boolean isSurrounded(String variable, Findings findings) {
        if (variable.equals(variable.strip())) {
            return false;
        }
        findings.error(
                "handler",
                "The variable STOKER_HANDLER is \"" + OneLine.of(variable)
                        + "\" with a line break or other white space around it, which cannot be the name of a handler"
                        + FAILS,
                "Set STOKER_HANDLER to " + OneLine.of(variable) + " and nothing else.");
        return true;
    }

    /**
     * Adds the finding of the check {@code layer}.
     *
     * @param place where Stoker's library is; empty if it is nowhere
     */
    static void addLibrary(Target target, Optional<String> place, String remedy, Findings findings) {
        int layers = target.configuration().layers().size();
        place.ifPresentOrElse(
                found -> findings.pass("layer", "Stoker's library is in " + found),
                () -> findings.error(
                        "layer",
                        "Stoker's library is neither in its package nor in "
                                + switch (layers) {
                                    case 0 -> "a layer (it has none)";
                                    case 1 -> "its layer";
                                    default -> "one of its " + layers + " layers";
                                }
                                + FAILS,
                        remedy));
    }
}
