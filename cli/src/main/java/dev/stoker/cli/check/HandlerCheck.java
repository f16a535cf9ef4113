// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.check;

import dev.stoker.cli.output.Failure;
import java.util.List;
import java.util.Optional;

/**
 * Checks {@code handler} and {@code layer}: whether a sleep task meets Stoker's handler. The configuration tells it where it names
 * that handler; for any other the class is looked at in the package, since it may inherit from it.
 */
final class HandlerCheck {
    private static final String NAME = "handler";
    private static final String STOKERS_CLASS = "dev.stoker.warmable.WarmableHandler";
    private static final String STOKERS = STOKERS_CLASS + "::handleRequest";

    private final Target target;
    private final DeployedCode code;
    private final Findings findings;

    HandlerCheck(Target target, DeployedCode code, Findings findings) {
        this.target = target;
        this.code = code;
        this.findings = findings;
    }

    void look() {
        if (target.isImage()) {
            lookAtImage();
        } else if (!target.isJava()) {
            findings.unknown(
                    NAME,
                    "Whether its code answers the warm event cannot be known from outside: its runtime is "
                            + target.runtime() + ".",
                    "See what a warm event gets: stoker run with --concurrency 1.");
        } else {
            lookAt(target.configuration().handler());
        }
    }

    private void lookAt(String handler) {
        String handlerClass = classOf(handler);
        if (handlerClass.equals(STOKERS_CLASS)) {
            lookAtStokers(handler);
            lookForLibrary();
        } else {
            lookAtOther(handler, handlerClass);
        }
    }

    private void lookAtStokers(String handler) {
        String users = target.variable("STOKER_HANDLER");
        if (!handler.equals(STOKERS) && !handler.equals(STOKERS_CLASS)) {
            findings.error(
                    NAME,
                    "Its handler is " + handler + ", and that method is not there.",
                    "Set it: aws lambda update-function-configuration " + target.cliName() + " --handler " + STOKERS
                            + ".");
        } else if (users.isEmpty() || classOf(users).equals(STOKERS_CLASS)) {
            findings.error(
                    NAME,
                    "Its handler is Stoker's, and the variable STOKER_HANDLER "
                            + (users.isEmpty() ? "is not set" : "names that one again")
                            + ": every environment fails to start.",
                    "Set STOKER_HANDLER to the function's own handler, such as com.acme.App::handleRequest.");
        } else {
            findings.pass(NAME, "wrapped, before " + users);
        }
    }

    /** The library is in the package or in a layer, or INIT fails. */
    private void lookForLibrary() {
        try {
            Optional<String> place = code.placeOf(STOKERS_CLASS);
            if (place.isPresent()) {
                findings.pass("layer", "Stoker's library is in " + place.get());
                return;
            }
            int layers = target.configuration().layers().size();
            findings.error(
                    "layer",
                    "Stoker's library is neither in its package nor in "
                            + (layers == 0 ? "a layer, for it has none" : "one of its " + layers + " layers")
                            + ": every environment fails to start.",
                    "Add Stoker's layer to the function, or dev.stoker:stoker-warmable to its package.");
        } catch (Failure refused) {
            findings.unknown(
                    "layer",
                    "Whether Stoker's library is in its package or a layer could not be looked at. "
                            + refused.getMessage(),
                    "Allow lambda:GetFunction and lambda:GetLayerVersion to these credentials, or look yourself.");
        }
    }

    private void lookAtOther(String handler, String handlerClass) {
        String wrap = "Set its handler to " + STOKERS + " and the variable STOKER_HANDLER to " + handler
                + ", and add Stoker's layer or library.";
        try {
            if (code.inherits(handlerClass, STOKERS_CLASS)) {
                findings.pass(NAME, "wrapped: " + handlerClass + " inherits from Stoker's");
            } else {
                findings.error(
                        NAME,
                        "It is not wrapped: its handler is " + handler + ", which is not Stoker's and does not inherit"
                                + " from it, so that a warm event would reach it as if it were a user's.",
                        wrap);
            }
        } catch (Failure refused) {
            findings.error(
                    NAME,
                    "As far as its configuration tells, it is not wrapped: its handler is " + handler
                            + ". Whether that class inherits from Stoker's could not be looked at. "
                            + refused.getMessage(),
                    wrap + " If it does inherit, allow lambda:GetFunction to these credentials and check again.");
        }
    }

    private void lookAtImage() {
        List<String> command = target.configuration().imageConfigResponse() == null
                        || target.configuration().imageConfigResponse().imageConfig() == null
                ? List.of()
                : target.configuration().imageConfigResponse().imageConfig().command();
        if (!command.isEmpty() && classOf(command.get(0)).equals(STOKERS_CLASS)) {
            lookAtStokers(command.get(0));
        } else {
            findings.unknown(
                    NAME,
                    "It is a container image, and what its command is cannot be known from outside.",
                    "See that the image's CMD is " + STOKERS + " and that STOKER_HANDLER is set.");
        }
    }

    private static String classOf(String handler) {
        return handler.replaceFirst("::.*", "");
    }
}
