// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.demo;

import dev.stoker.cli.demo.Bars.Bar;
import dev.stoker.cli.local.Burst;
import dev.stoker.cli.output.Colour;
import dev.stoker.cli.output.Console;
import dev.stoker.cli.output.Count;
import dev.stoker.cli.output.ExitCode;
import dev.stoker.cli.output.Paragraph;
import java.util.List;

/** Two releases on one screen. */
final class ReleaseScreen {
    private static final int WIDEST = 100;

    private final Console console;
    private final int columns;

    ReleaseScreen(Console console) {
        this.console = console;
        this.columns = Math.min(WIDEST, console.terminal().columns());
    }

    void show(ReleaseOutcome outcome) {
        Burst without = outcome.without();
        Burst with = outcome.with();
        String users = Count.of(outcome.users(), "user");
        say(users + " call the alias live without a pause, while it moves to a new version.");
        console.say("");
        for (List<String> row : List.of(
                List.of("", "without promote", "with promote"),
                List.of("requests", number(without.requests()), number(with.requests())),
                List.of("failed", number(without.failed()), number(with.failed())),
                List.of("cold starts", number(without.coldStarts()), number(with.coldStarts())),
                List.of("median wait", without.p50(), with.p50()),
                List.of("longest wait", without.max(), with.max()))) {
            console.say(String.format("  %-12s  %15s  %12s", row.toArray()).stripTrailing());
        }
        console.say("");
        new Bars(List.of(Bar.longest("without", without), Bar.longest("with", with)), columns).on(console);
        console.say("");
        Paragraph.lines(verdict(outcome), columns)
                .forEach(line -> console.say(line, outcome.exit() == ExitCode.DONE ? Colour.GREEN : Colour.RED));
        console.say("");
        say("stoker promote proved the new version's environments warm before the alias moved. On this machine their"
                + " start takes CPU from the users; on Lambda each environment has its own. docs/release.md explains the"
                + " steps.");
    }

    private static String verdict(ReleaseOutcome outcome) {
        String first = "Without it, " + met(outcome.without().coldStarts());
        if (!outcome.promoted()) {
            return first + " stoker promote proved too few environments and did not move the alias.";
        }
        return first + " With it, " + met(outcome.with().coldStarts())
                + (outcome.with().failed() == 0
                        ? ""
                        : " " + Count.of(outcome.with().failed(), "request") + " failed.");
    }

    private static String met(int coldStarts) {
        return coldStarts == 0
                ? "no user waited for a cold start."
                : Count.of(coldStarts, "request") + " waited for a cold start.";
    }

    private static String number(int count) {
        return Count.plain((long) count);
    }

    private void say(String text) {
        Paragraph.lines(text, columns).forEach(console::say);
    }
}
