// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.estimate;

import dev.stoker.cli.price.Line;
import java.math.BigDecimal;
import java.util.List;

/**
 * Another way to the same end, or to something like it.
 *
 * @param name for programs, such as {@code provisioned-concurrency}
 * @param text for people
 * @param lines its bill
 * @param gets what one gets for it
 */
record Alternative(String name, String text, List<Line> lines, String gets) {
    Alternative {
        lines = List.copyOf(lines);
    }

    /** In US dollars a month. */
    BigDecimal usd() {
        return Line.sum(lines);
    }
}
