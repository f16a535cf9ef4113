// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.estimate;

import dev.stoker.cli.price.Line;
import java.math.BigDecimal;
import java.util.List;

/**
 * An alternative with the same or a similar result.
 *
 * @param name for programs, such as {@code provisioned-concurrency}
 * @param text for people
 * @param lines its bill
 * @param gets what it provides
 */
record Alternative(String name, String text, List<Line> lines, String gets) {
    Alternative {
        lines = List.copyOf(lines);
    }

    /** The price in US dollars a month. */
    BigDecimal usd() {
        return Line.sum(lines);
    }
}
