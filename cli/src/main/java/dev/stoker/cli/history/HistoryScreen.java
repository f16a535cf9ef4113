// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.history;

import dev.stoker.cli.output.Colour;
import dev.stoker.cli.output.Console;
import dev.stoker.cli.output.Count;
import dev.stoker.cli.output.Table;
import java.util.List;

/** The history for people. */
final class HistoryScreen {
    private final Console console;

    HistoryScreen(Console console) {
        this.console = console;
    }

    void show(History history) {
        Colour colour = history.isMissed() ? Colour.RED : history.users().waited() == 0 ? Colour.GREEN : Colour.YELLOW;
        console.paragraph(history.usersSentence(), colour);
        console.say("");
        targets(history.targets());
        console.say("");
        console.paragraph(history.cyclesSentence());
        console.say("");
        console.paragraph(History.ESTIMATE);
    }

    private void targets(List<TargetHistory> targets) {
        Table table = new Table(List.of(
                "function", "cycles", "fell short", "requested", "proven", "throttled", "requests", "waited", "warm"));
        for (TargetHistory target : targets) {
            table.add(List.of(
                    target.name(),
                    Count.plain((long) target.outputs().size()),
                    Count.plain(target.shortfalls()),
                    target.range("requested"),
                    target.range("warm"),
                    Count.plain(target.sum("throttled")),
                    Count.plain(target.users().requests()),
                    Count.plain(target.users().waited()),
                    target.users().text()));
        }
        console.table(table);
    }
}
