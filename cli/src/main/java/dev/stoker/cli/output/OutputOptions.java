// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.output;

import picocli.CommandLine.Option;

/** The options for the output of every command. */
public final class OutputOptions {
    @Option(names = "--json", description = "Print one JSON document to stdout; messages go to stderr.")
    private boolean json;

    @SuppressWarnings("unused") // Picocli asks for it by itself.
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help and exit.")
    private boolean help;

    /** Whether to print the result as JSON. */
    public boolean json() {
        return json;
    }
}
