// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.cycles;

import dev.stoker.cli.input.Problems;
import dev.stoker.cli.output.Failure;
import dev.stoker.cli.price.Architecture;
import dev.stoker.cli.price.FunctionSize;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options for the cost of cycles, whose log does not contain the size of the functions. */
public final class SizeOptions {
    /** Checked in place of a size that is not given, and returned to no command. */
    private static final long ANY_MB = 128;

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
     * @throws Failure if one of the two is invalid
     */
    public Optional<FunctionSize> size() {
        Problems problems = new Problems();
        FunctionSize size = FunctionSize.read(memory == null ? ANY_MB : memory, architecture, problems);
        problems.refuse();
        return memory == null ? Optional.empty() : Optional.of(size);
    }
}
