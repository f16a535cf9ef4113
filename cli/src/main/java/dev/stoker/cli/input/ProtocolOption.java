// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.input;

import dev.stoker.cli.output.Failure;
import dev.stoker.cli.output.OneLine;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The option for a target's {@code protocol}, with the same name in every command. */
public final class ProtocolOption {
    /** The name in the help and in messages. */
    public static final String NAME = "--protocol";

    private Optional<String> name = Optional.empty();

    @SuppressWarnings("unused") // Picocli calls it.
    @Option(
            names = NAME,
            paramLabel = "NAME",
            description =
                    "The warm event that the function knows (stoker): lambda-warmer, lambda-warmer-py, serverless-plugin-warmup,"
                            + " bref, opennext, thundra, zappa, or custom.")
    private void set(String given) {
        name = Optional.of(given);
    }

    /** The given value, unchecked. */
    public Optional<String> given() {
        return name;
    }

    /**
     * The protocol.
     *
     * @throws Failure if there is no protocol with this name
     */
    public WarmProtocol protocol() {
        String given = name.orElse(WarmProtocol.STOKER.written());
        return WarmProtocol.named(given)
                .orElseThrow(() -> Failure.wrongUse(NAME + ": must be one of " + WarmProtocol.names() + ", got \""
                        + OneLine.of(given) + "\". See docs/protocols.md."));
    }
}
