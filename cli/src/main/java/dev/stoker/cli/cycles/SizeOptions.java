// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.cycles;

import dev.stoker.cli.output.Failure;
import dev.stoker.cli.price.Architecture;
import dev.stoker.cli.price.FunctionSize;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options for the cost of cycles, whose log does not contain the size of the functions. */
public final class SizeOptions {
    @Option(
            names = "--memory",
            paramLabel = "MB",
            description = "The functions' memory, for the cost of cycles that do not report it.")
    private @Nullable Long memory;

    @Option(
            names = "--architecture",
            paramLabel = "ARCH",
            description = "The functions' architecture, x86_64 or arm64 (x86_64).")
    private String architecture = Architecture.X86_64.text();

    /**
     * The size that is given; empty without {@code --memory}.
     *
     * @throws Failure if the architecture is unknown
     */
    public Optional<FunctionSize> size() {
        Architecture processor = Architecture.of(architecture)
                .orElseThrow(() -> Failure.wrongUse("--architecture: must be x86_64 or arm64, got " + architecture
                        + ". Give the function's own architecture."));
        return Optional.ofNullable(memory).map(megabytes -> new FunctionSize(megabytes, processor));
    }
}
