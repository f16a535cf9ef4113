// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.check.handler;

import dev.stoker.cli.check.code.DeployedCode;
import dev.stoker.cli.check.finding.Findings;
import dev.stoker.cli.check.finding.Target;
import dev.stoker.cli.library.StokersHandler;
import dev.stoker.cli.output.Failure;
import dev.stoker.local.lambda.runtime.Runtimes.Language;
import java.util.Optional;

/** Checks the handler of a function that is not in Java: in Python and Node.js it may be Stoker's. */
final class ScriptHandler {
    private static final String NAME = "handler";
    private static final String TEST = "Test it: run stoker run with --concurrency 1.";

    private final Target target;
    private final Findings findings;

    ScriptHandler(Target target, Findings findings) {
        this.target = target;
        this.findings = findings;
    }

    void look(HandlerCheck.Opener opener) {
        Optional<StokersHandler> library = Language.of(target.runtime()).flatMap(StokersHandler::of);
        if (library.isEmpty()) {
            findings.unknown(
                    NAME,
                    "Whether its code answers the warm event cannot be checked from outside: its runtime is "
                            + target.runtime() + ".",
                    TEST);
        } else if (!library.get().is(target.configuration().handler())) {
            findings.unknown(
                    NAME,
                    "Its handler is " + target.configuration().handler()
                            + ". Whether its code has Stoker's library in front of it cannot be checked from outside.",
                    "Set the handler to " + library.get().text() + " and STOKER_HANDLER to the present handler, or"
                            + " wrap it in one line of code. " + TEST);
        } else {
            lookAtVariable(library.get(), opener);
        }
    }

    private void lookAtVariable(StokersHandler library, HandlerCheck.Opener opener) {
        String users = target.variable("STOKER_HANDLER");
        if (!OwnHandler.isMissing(users, library.is(users), library.example(), findings)
                && !OwnHandler.isSurrounded(users, findings)) {
            lookAtCode(library, users, opener);
        }
    }

    private void lookAtCode(StokersHandler library, String users, HandlerCheck.Opener opener) {
        try {
            DeployedCode code = opener.open(target, "");
            OwnHandler.addLibrary(
                    target,
                    code.placeOfFile(library::isLibraryFile),
                    "Add Stoker's layer for its language to the function, or the library to its package. See"
                            + " docs/layer.md.",
                    findings);
            code.missingIn(library.language(), users)
                    .ifPresentOrElse(
                            missing -> lookAtMissing(users, missing.kind(), missing.remedy()),
                            () -> findings.pass(NAME, "wrapped, in front of " + users));
        } catch (Failure refused) {
            findings.unknown(
                    NAME,
                    "It is Stoker's handler, in front of " + users
                            + ". Whether the library and that handler are there could not be checked. "
                            + refused.getMessage(),
                    "Allow lambda:GetFunction and lambda:GetLayerVersion for these credentials, or check it yourself.");
        }
    }

    /** Layers may contain the function's own modules too, in places that only the runtime knows. */
    private void lookAtMissing(String users, String kind, String remedy) {
        if (target.configuration().layers().size() > 1) {
            findings.unknown(
                    NAME,
                    "The variable STOKER_HANDLER is " + users + ", which its package does not contain. A layer may.",
                    TEST);
        } else {
            findings.error(
                    NAME,
                    "The variable STOKER_HANDLER is " + users + ", which must be " + kind + " in its package"
                            + OwnHandler.FAILS,
                    remedy);
        }
    }
}
