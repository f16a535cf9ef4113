// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.run.outcome;

import dev.stoker.cli.output.Count;
import dev.stoker.cli.output.OneLine;
import dev.stoker.cli.output.Table;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The table of a cycle's numbers, a row for each target. */
final class ResultTable {
    private static final List<String> HEADINGS = List.of(
            "function",
            "requested",
            "warm",
            "unproven",
            "rounds",
            "hold",
            "reach",
            "spread",
            "cold starts",
            "failed",
            "throttled",
            "errors");

    private ResultTable() {}

    static List<String> lines(CycleOutput output, int columns) {
        Table table = new Table(HEADINGS);
        output.targets().forEach(target -> table.add(row(target)));
        return table.lines(columns);
    }

    private static List<String> row(TargetOutput target) {
        return List.of(
                OneLine.of(target.name()),
                Count.plain(target.requested()),
                Count.plain(target.warm()),
                Count.plain(target.unproven()),
                Count.plain(target.rounds()),
                Count.millis(target.holdMillis()),
                Count.millis(target.reachMillis()),
                Count.millis(target.spreadMillis()),
                Count.plain(target.coldStarts()),
                Count.plain(target.failed()),
                Count.plain(target.throttled()),
                errors(target.errors()));
    }

    /** {@code 8 × Lambda.TooManyRequestsException, 1 × States.Timeout}. */
    static String errors(Map<String, Long> errors) {
        return errors.isEmpty()
                ? Count.NONE
                : errors.entrySet().stream()
                        .map(error -> Count.plain(error.getValue()) + " × " + OneLine.of(error.getKey()))
                        .collect(Collectors.joining(", "));
    }
}
