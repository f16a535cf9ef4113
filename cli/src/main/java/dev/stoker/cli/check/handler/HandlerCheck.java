// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.check.handler;

import dev.stoker.cli.check.code.DeployedCode;
import dev.stoker.cli.check.code.HandlerName;
import dev.stoker.cli.check.finding.Check;
import dev.stoker.cli.check.finding.Findings;
import dev.stoker.cli.check.finding.Target;
import dev.stoker.cli.library.StokersHandler;
import dev.stoker.cli.output.Failure;
import dev.stoker.cli.output.OneLine;
import java.util.List;

/**
 * Checks {@code handler} and {@code layer}: whether the warm event reaches Stoker's handler, and a user's event the
 * function's own. If the names are not enough to decide, the code is downloaded to check whether the classes exist and
 * whether another handler inherits from Stoker's.
 */
public final class HandlerCheck implements Check {
    private static final String NAME = "handler";

    /** Opens the code of a function and looks for one method. */
    @FunctionalInterface
    public interface Opener {
        /** Opens it. Nothing is read yet. */
        DeployedCode open(Target target, String method);
    }

    private final Opener opener;

    /** Creates the check. */
    public HandlerCheck(Opener opener) {
        this.opener = opener;
    }

    @Override
    public void look(Target target, Findings findings) {
        if (target.isImage()) {
            lookAtImage(target, findings);
        } else if (!target.isJava()) {
            new ScriptHandler(target, findings).look(opener);
        } else {
            HandlerName handler = HandlerName.parse(target.configuration().handler());
            if (!handler.isStokers()) {
                new OtherHandler(handler, findings).look(target, opener);
            } else if (namesAreRight(target, handler, findings)) {
                lookAtCode(target, findings);
            }
        }
    }

    private static boolean namesAreRight(Target target, HandlerName handler, Findings findings) {
        String variable = target.variable("STOKER_HANDLER");
        HandlerName users = HandlerName.parse(variable);
        if (handler.method().filter(method -> !method.equals("handleRequest")).isPresent()) {
            findings.error(
                    NAME,
                    "Its handler is " + handler.text() + ", and Stoker's class has no such method" + OwnHandler.FAILS,
                    "Set it: aws lambda update-function-configuration " + target.cliName() + " --handler "
                            + HandlerName.STOKERS + ".");
        } else if (OwnHandler.isMissing(variable, users.isStokers(), StokersHandler.JAVA.example(), findings)
                || OwnHandler.isSurrounded(variable, findings)) {
            return false;
        } else if (!users.isPossible()) {
            findings.error(
                    NAME,
                    "The variable STOKER_HANDLER is \"" + OneLine.of(variable)
                            + "\", which cannot be the name of a handler" + OwnHandler.FAILS,
                    "Set STOKER_HANDLER to Class::method or Class, such as com.acme.App::handleRequest.");
        } else {
            return true;
        }
        return false;
    }

    private void lookAtCode(Target target, Findings findings) {
        HandlerName users = HandlerName.parse(target.variable("STOKER_HANDLER"));
        try {
            DeployedCode code = opener.open(target, users.method().orElse(""));
            OwnHandler.addLibrary(
                    target,
                    code.placeOf(HandlerName.STOKERS_CLASS),
                    "Add Stoker's layer to the function, or dev.stoker:stoker-warmable to its package.",
                    findings);
            lookAtUsers(users, code, findings);
        } catch (Failure refused) {
            findings.unknown(
                    "layer",
                    "Whether Stoker's library is in its package or a layer could not be checked. "
                            + refused.getMessage(),
                    "Allow lambda:GetFunction and lambda:GetLayerVersion for these credentials, or check it yourself.");
            findings.unknown(
                    NAME,
                    "It is Stoker's handler, in front of " + users.text()
                            + ". Whether the package contains that could not be checked.",
                    "Check yourself that the function's package contains " + users.className() + ".");
        }
    }

    private static void lookAtUsers(HandlerName users, DeployedCode code, Findings findings) {
        if (code.placeOf(users.className()).isEmpty()) {
            findings.error(
                    NAME,
                    "The variable STOKER_HANDLER names the class " + users.className()
                            + ", which is neither in its package nor in a layer" + OwnHandler.FAILS,
                    "Correct STOKER_HANDLER, include the Java package of the class, or add the jar that contains the"
                            + " class.");
        } else if (code.inherits(users.className(), HandlerName.STOKERS_CLASS)) {
            findings.error(
                    NAME,
                    "The variable STOKER_HANDLER names " + users.className()
                            + ", which inherits from Stoker's handler and must be the function's handler itself"
                            + OwnHandler.FAILS,
                    "Set the function's handler to " + users.className() + " and remove STOKER_HANDLER.");
        } else if (users.method().isPresent() && code.lacksMethod(users.className())) {
            findings.error(
                    NAME,
                    "The variable STOKER_HANDLER names the method "
                            + users.method().orElseThrow() + ", which " + users.className() + " does not have"
                            + OwnHandler.FAILS,
                    "Correct the method in STOKER_HANDLER.");
        } else {
            findings.pass(NAME, "wrapped, in front of " + users.text());
        }
    }

    private static void lookAtImage(Target target, Findings findings) {
        List<String> command = target.configuration().imageConfigResponse() == null
                        || target.configuration().imageConfigResponse().imageConfig() == null
                ? List.of()
                : target.configuration().imageConfigResponse().imageConfig().command();
        HandlerName handler = HandlerName.parse(command.isEmpty() ? "" : command.get(0));
        if (!handler.isStokers()) {
            findings.unknown(
                    NAME,
                    "It is a container image, and its command cannot be read from outside.",
                    "Make sure that the image's CMD is " + HandlerName.STOKERS + " and that STOKER_HANDLER is set.");
        } else if (namesAreRight(target, handler, findings)) {
            findings.pass(NAME, "wrapped, in front of " + target.variable("STOKER_HANDLER"));
        }
    }
}
