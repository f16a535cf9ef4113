// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.history;

import dev.stoker.cli.aws.FunctionName;
import dev.stoker.cli.output.Colour;
import dev.stoker.cli.output.Console;
import dev.stoker.cli.output.Count;
import dev.stoker.cli.output.OneLine;
import dev.stoker.cli.output.Paragraph;
import dev.stoker.cli.output.Table;
import dev.stoker.cli.price.Dollars;
import java.util.List;

/** The history for people. */
final class HistoryScreen {
    /** Prose wider than this is hard to read. */
    private static final int WIDEST_PROSE = 120;

    private final Console console;

    HistoryScreen(Console console) {
        this.console = console;
    }

    void show(History history) {
        Colour colour = history.isMissed() ? Colour.RED : history.users().waited() == 0 ? Colour.GREEN : Colour.YELLOW;
        Paragraph.lines(history.users().sentence() + verdict(history), width())
                .forEach(line -> console.say(line, colour));
        console.say("");
        targets(history.targets());
        console.say("");
        say(Count.of(history.cycles().size(), "cycle") + " since " + history.since() + ": "
                + Count.plain(history.shortfalls()) + " fell short; " + Count.of(history.sum("throttled"), "sleep task")
                + " throttled, " + Count.plain(history.sum("failed")) + " failed; "
                + Count.of(history.sum("coldStarts"), "environment") + " started. "
                + history.usd()
                        .map(usd -> "They cost " + Dollars.text(usd) + ".")
                        .orElse(History.NO_COST));
        console.say("");
        say(History.ESTIMATE);
    }

    private static String verdict(History history) {
        return history.wanted()
                .map(wanted -> " Wanted are " + wanted.toPlainString() + " %"
                        + (history.isMissed() ? ", which was missed." : "."))
                .orElse("");
    }

    private void targets(List<TargetHistory> targets) {
        Table table = new Table(List.of(
                "function", "cycles", "fell short", "requested", "proven", "throttled", "requests", "waited", "warm"));
        for (TargetHistory target : targets) {
            table.add(List.of(
                    OneLine.of(FunctionName.shortOf(target.function())),
                    Count.plain((long) target.outputs().size()),
                    Count.plain(target.shortfalls()),
                    range(target, "requested"),
                    range(target, "warm"),
                    Count.plain(target.sum("throttled")),
                    Count.plain(target.users().requests()),
                    Count.plain(target.users().waited()),
                    target.users().text()));
        }
        table.lines(console.terminal().stdout() ? console.terminal().columns() : Integer.MAX_VALUE)
                .forEach(console::say);
    }

    private static String range(TargetHistory target, String field) {
        long least = target.least(field);
        long most = target.most(field);
        return Count.plain(least) + (least == most ? "" : "–" + Count.plain(most));
    }

    private void say(String text) {
        Paragraph.lines(text, width()).forEach(console::say);
    }

    private int width() {
        return Math.min(
                WIDEST_PROSE, console.terminal().stdout() ? console.terminal().columns() : WIDEST_PROSE);
    }
}
