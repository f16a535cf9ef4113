// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.price;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reports which lines of a bill use the prices of another region. */
public final class Borrowed {
    private Borrowed() {}

    /**
     * The sentence for people.
     *
     * @param lines the lines of a bill for this region
     * @return empty if all prices are those of the region
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
