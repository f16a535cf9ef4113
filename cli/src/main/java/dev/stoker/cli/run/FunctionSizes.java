// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.run;

import dev.stoker.cli.aws.DeployedFunction;
import dev.stoker.cli.aws.FunctionLookup;
import dev.stoker.cli.aws.FunctionName;
import dev.stoker.cli.output.Failure;
import dev.stoker.cli.price.Architecture;
import dev.stoker.cli.price.FunctionSize;
import java.util.List;
import java.util.Optional;

/** How large functions are, for the cost. Knows nothing where the credentials may not look: the verdict stands without it. */
final class FunctionSizes {
    private final FunctionLookup functions;

    FunctionSizes(FunctionLookup functions) {
        this.functions = functions;
    }

    /** The size of a function; empty if it cannot be read. */
    Optional<FunctionSize> find(String function) {
        try {
            return FunctionName.parse(function).flatMap(functions::find).flatMap(FunctionSizes::size);
        } catch (Failure mayNotLook) {
            return Optional.empty();
        }
    }

    private static Optional<FunctionSize> size(DeployedFunction function) {
        List<String> processors = function.configuration().architecturesAsStrings();
        return Architecture.of(processors.isEmpty() ? Architecture.X86_64.text() : processors.get(0))
                .filter(processor -> function.configuration().memorySize() != null)
                .map(processor -> new FunctionSize(function.configuration().memorySize(), processor));
    }
}
