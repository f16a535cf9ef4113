// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.check.handler;

import dev.stoker.cli.check.finding.Check;
import dev.stoker.cli.check.finding.Findings;
import dev.stoker.cli.check.finding.Target;
import dev.stoker.cli.input.WarmProtocol;

/** Checks {@code protocol}: what another tool's warm event can prove. It replaces {@code handler} and {@code layer}. */
public final class ProtocolCheck implements Check {
    private static final String NAME = "protocol";
    private static final String REMEDY =
            "Set proof to none, or put Stoker's library in front of the handler, and leave protocol out.";

    private final WarmProtocol protocol;

    /** Creates the check. */
    public ProtocolCheck(WarmProtocol protocol) {
        this.protocol = protocol;
    }

    @Override
    public void look(Target target, Findings findings) {
        switch (protocol.identification()) {
            case ALWAYS -> findings.pass(NAME, protocol.written() + ", whose answers identify environments");
            case IF_ANSWERED ->
                findings.note(
                        NAME,
                        "Whether its answers identify environments depends on the function. Slots without an id are"
                                + " unproven.",
                        "Test it: run stoker run with --concurrency 1 --protocol " + protocol.written() + ".");
            case NEVER ->
                findings.warning(
                        NAME,
                        "The answers of " + protocol.written() + " do not identify environments, so warm ones cannot be"
                                + " counted: all slots are unproven, and cycles end with a shortfall unless proof is none.",
                        REMEDY);
        }
        if (!protocol.holdsByEvent()) {
            findings.note(
                    "hold",
                    "The event of " + protocol.written() + " does not say how long to hold. A function that holds for "
                            + protocol.ownHoldMillis() + " ms may answer before all sleep tasks have arrived, so that"
                            + " some of them reach the same environment.",
                    "Raise the delay that the function itself has, or put Stoker's library in front of the handler.");
        }
    }
}
