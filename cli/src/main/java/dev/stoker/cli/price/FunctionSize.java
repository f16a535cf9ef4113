// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.price;

import dev.stoker.cli.aws.DeployedFunction;
import dev.stoker.cli.input.Problems;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The properties of a function that determine the price of its duration.
 *
 * @param memoryMb 128 to 10,240
 * @param architecture its processor
 */
public record FunctionSize(long memoryMb, Architecture architecture) {
    private static final long LEAST_MB = 128;
    private static final long MOST_MB = 10_240;
    private static final double MB_PER_GB = 1024;
    private static final double MILLIS_PER_SECOND = 1000;

    /** The size of a deployed function; empty if Lambda does not say its memory or has another architecture. */
    public static Optional<FunctionSize> of(DeployedFunction function) {
        List<String> processors = function.configuration().architecturesAsStrings();
        return Architecture.of(processors.isEmpty() ? Architecture.X86_64.text() : processors.get(0))
                .filter(processor -> function.configuration().memorySize() != null)
                .map(processor -> new FunctionSize(function.configuration().memorySize(), processor));
    }

    /** The size that {@code --memory} and {@code --architecture} give. Adds a problem for each that is invalid. */
    public static FunctionSize read(long memoryMb, String architecture, Problems problems) {
        Optional<Architecture> processor = Architecture.of(architecture);
        if (processor.isEmpty()) {
            problems.add(
                    "--architecture", "must be x86_64 or arm64", architecture, "Give the function's own architecture.");
        }
        return new FunctionSize(
                problems.within("--memory", memoryMb, LEAST_MB, MOST_MB, "Give the function's own memory, in MB."),
                processor.orElse(Architecture.X86_64));
    }

    /** GB-seconds for a duration in milliseconds. */
    public double gbSeconds(double millis) {
        return millis / MILLIS_PER_SECOND * memoryMb / MB_PER_GB;
    }

    /** Such as {@code 1,536 MB x86_64}. */
    public String text() {
        return String.format(Locale.ROOT, "%,d MB %s", memoryMb, architecture.text());
    }
}
