// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.run.outcome;

import dev.stoker.cli.output.Json;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The output of a cycle, as far as people are told of it.
 *
 * @param requested environments asked for, over all targets
 * @param warm environments proven warm, over all targets
 * @param truncated whether something was left out of a cause that would have been too long
 * @param targets each target, in the order of the input; those without a shortfall may be left out of a cause
 */
record CycleOutput(Long requested, Long warm, boolean truncated, List<TargetOutput> targets) {
    CycleOutput {
        targets = targets == null
                ? List.of()
                : targets.stream().filter(Objects::nonNull).toList();
    }

    /** Reads an output; nothing if the text is not that of a cycle. */
    static Optional<CycleOutput> read(String text) {
        return Json.read(text, CycleOutput.class)
                .filter(output -> !output.targets().isEmpty());
    }
}
