// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.promote;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Where an alias points.
 *
 * @param version the main version, a number or {@code $LATEST}
 * @param weights other versions, and their share of the invocations, 0 to 1
 * @param revision Lambda's ID of this state; each change of the alias gives another
 */
record AliasState(String version, Map<String, Double> weights, String revision) {
    AliasState {
        weights = Map.copyOf(weights);
    }

    /** Whether it points there, whatever its revision. */
    boolean pointsTo(String otherVersion, Map<String, Double> otherWeights) {
        return version.equals(otherVersion) && weights.equals(otherWeights);
    }

    /** {@code version 3}, or {@code version 3 and, for 10 % of the invocations, version 4}. */
    String words() {
        return "version " + version
                + new TreeMap<>(weights)
                        .entrySet().stream()
                                .map(other -> " and, for " + Math.round(other.getValue() * 100)
                                        + " % of the invocations, version " + other.getKey())
                                .collect(Collectors.joining());
    }
}
