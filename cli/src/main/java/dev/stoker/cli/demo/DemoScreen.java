// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.demo;

import dev.stoker.cli.cycles.WarmShare;
import dev.stoker.cli.demo.Bars.Bar;
import dev.stoker.cli.local.Burst;
import dev.stoker.cli.output.Colour;
import dev.stoker.cli.output.Console;
import dev.stoker.cli.output.Count;
import dev.stoker.cli.output.ExitCode;
import dev.stoker.cli.output.Paragraph;
import java.util.List;

/** The result of the demo on one screen. */
final class DemoScreen {
    private static final int WIDEST = 100;

    private final Console console;
    private final int columns;

    DemoScreen(Console console) {
        this.console = console;
        this.columns = Math.min(WIDEST, console.terminal().columns());
    }

    void show(Outcome outcome) {
        happened(outcome);
        console.say("");
        sideBySide(outcome.cold(), outcome.warm());
        console.say("");
        new Bars(
                        List.of(
                                Bar.median("minute 0", outcome.cold()),
                                Bar.median("minute " + Story.QUIET_MINUTES, outcome.warm())),
                        columns)
                .on(console);
        console.say("");
        Colour colour =
                outcome.exit() == ExitCode.DONE ? (outcome.withSchedule() ? Colour.GREEN : Colour.YELLOW) : Colour.RED;
        Paragraph.lines(DemoVerdict.of(outcome), columns).forEach(line -> console.say(line, colour));
        console.say("");
        Paragraph.lines(DemoVerdict.whatItStandsFor(outcome), columns).forEach(console::say);
    }

    private void happened(Outcome outcome) {
        String users = Count.of(outcome.cold().requests(), "user");
        console.say(row("minute 0", users + " at once", coldStarts(outcome.cold())));
        for (Tick tick : outcome.ticks()) {
            console.say(row("minute " + tick.minute(), "the schedule ticks", proven(tick)));
        }
        if (outcome.reclaimed() > 0) {
            console.say(row(
                    "minute " + Story.IDLE_MINUTES,
                    "after 6 idle minutes",
                    Count.of(outcome.reclaimed(), "environment") + " reclaimed"));
        }
        console.say(row("minute " + Story.QUIET_MINUTES, "the same " + users + " again", coldStarts(outcome.warm())));
    }

    private static String proven(Tick tick) {
        return tick.requested() == 0
                ? "the cycle failed"
                : Count.proven(tick.warm(), tick.requested(), "") + Count.beyond(tick.warm(), tick.requested());
    }

    /** How many users met a warm environment, as history counts them. */
    static WarmShare users(Burst burst) {
        return new WarmShare(burst.requests(), burst.coldStarts());
    }

    private static String coldStarts(Burst burst) {
        return Count.of(burst.coldStarts(), "cold start")
                + (burst.failed() == 0 ? "" : ", " + Count.of(burst.failed(), "request") + " failed");
    }

    private void sideBySide(Burst first, Burst second) {
        for (List<String> row : List.of(
                List.of("", "minute 0", "minute " + Story.QUIET_MINUTES),
                List.of("requests", Count.plain((long) first.requests()), Count.plain((long) second.requests())),
                List.of("failed", Count.plain((long) first.failed()), Count.plain((long) second.failed())),
                List.of("cold starts", Count.plain((long) first.coldStarts()), Count.plain((long) second.coldStarts())),
                List.of("met warm", users(first).text(), users(second).text()),
                List.of("median wait", first.p50(), second.p50()),
                List.of("longest wait", first.max(), second.max()))) {
            console.say(String.format("  %-12s  %10s  %10s", row.toArray()).stripTrailing());
        }
    }

    private static String row(String when, String what, String outcome) {
        return String.format("  %-9s  %-26s  %s", when, what, outcome);
    }
}
