// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.check.handler;

import dev.stoker.cli.check.code.DeployedCode;
import dev.stoker.cli.check.code.HandlerName;
import dev.stoker.cli.check.finding.Findings;
import dev.stoker.cli.check.finding.Target;
import dev.stoker.cli.output.Failure;

/** Checks a Java function whose handler is not Stoker's class: it may inherit from it. */
final class OtherHandler {
    private static final String NAME = "handler";

    private final HandlerName handler;
    private final Findings findings;

    OtherHandler(HandlerName handler, Findings findings) {
        this.handler = handler;
        this.findings = findings;
    }

    void look(Target target, HandlerCheck.Opener opener) {
        String wrap = "Set its handler to " + HandlerName.STOKERS + " and the variable STOKER_HANDLER to "
                + handler.text() + ", and add Stoker's layer or library.";
        try {
            DeployedCode code = opener.open(target, "");
            if (code.placeOf(handler.className()).isEmpty()) {
                findings.error(
                        NAME,
                        "Its handler is " + handler.text()
                                + ", and that class is neither in its package nor in a layer: every invocation fails.",
                        "Correct the handler; include the Java package of the class. Then wrap it: " + wrap);
            } else if (code.inherits(handler.className(), HandlerName.STOKERS_CLASS)) {
                findings.pass(NAME, "wrapped: " + handler.className() + " inherits from Stoker's");
            } else {
                findings.error(
                        NAME,
                        "It is not wrapped: its handler is " + handler.text()
                                + ", which is not Stoker's and does not inherit from it, so a warm event would reach it"
                                + " as if a user had sent it.",
                        wrap);
            }
        } catch (Failure refused) {
            findings.error(
                    NAME,
                    "According to its configuration, it is not wrapped: its handler is " + handler.text()
                            + ". Whether that class inherits from Stoker's could not be checked. "
                            + refused.getMessage(),
                    wrap + " If it does inherit, allow lambda:GetFunction for these credentials and check again.");
        }
    }
}
