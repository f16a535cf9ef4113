// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.run.outcome;

import dev.stoker.cli.output.Json;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The parts of a cycle's output that are printed.
 *
 * @param requested environments requested, over all targets
 * @param warm environments proven warm, over all targets
 * @param truncated whether parts of a cause were left out because it was too long
 * @param targets the targets, in the order of the input; those without a shortfall may be left out of a cause
 */
record CycleOutput(Long requested, Long warm, boolean truncated, List<TargetOutput> targets) {
    CycleOutput {
        targets = targets == null
                ? List.of()
                : targets.stream().filter(Objects::nonNull).toList();
    }

    /** Parses an output. Empty if the text is not the output of a cycle. */
    static Optional<CycleOutput> read(String text) {
        return Json.read(text, CycleOutput.class)
                .filter(output -> !output.targets().isEmpty());
    }
}
