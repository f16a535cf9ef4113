// SPDX-License-Identifier: Apache-2.0
package dev.stoker.contract;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * An execution's output, and the cause of a shortfall.
 *
 * @param requested environments requested, of all targets
 * @param warm environments proven, of all targets
 * @param targets in the order of the input
 * @param truncated true if the cause leaves something out, otherwise null
 */
record CycleOutput(
        @JsonProperty(required = true) int requested,
        @JsonProperty(required = true) int warm,
        @JsonProperty(required = true) List<TargetOutput> targets,
        Boolean truncated) {
    CycleOutput {
        targets = List.copyOf(targets);
    }

    /** The target of a cycle with one target. */
    TargetOutput target() {
        if (targets.size() != 1) {
            throw new IllegalStateException("not one target but " + targets.size() + " in " + this);
        }
        return targets.get(0);
    }
}
