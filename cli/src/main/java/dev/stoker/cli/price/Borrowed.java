// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.price;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says which lines of a bill are not at the prices of the region that they are for. */
public final class Borrowed {
    private Borrowed() {}

    /**
     * The sentence for people.
     *
     * @param lines of a bill for this region
     * @return nothing where each price is the region's own
     */
    public static Optional<String> sentence(String region, List<Line> lines) {
        List<Line> borrowed = lines.stream()
                .filter(line -> !line.region().equals(region) && line.usd().signum() > 0)
                .toList();
        String texts = borrowed.stream().map(Line::text).distinct().collect(Collectors.joining(", "));
        return borrowed.isEmpty()
                ? Optional.empty()
                : Optional.of("There are no prices of " + region + " for: " + texts + ". The prices of "
                        + borrowed.get(0).region() + " are used.");
    }
}
