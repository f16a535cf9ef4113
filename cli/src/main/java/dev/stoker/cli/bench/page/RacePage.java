// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.bench.page;

import dev.stoker.cli.bench.race.Heats;
import dev.stoker.cli.bench.race.Race;

/** The page of the race, in sentences that follow from its figures. */
final class RacePage {
    private final Race race;
    private final StringBuilder page = new StringBuilder();

    RacePage(Race race) {
        this.race = race;
    }

    String text() {
        begin();
        new WonSection(race, page).write();
        new LostSection(race, page).write();
        new ClaimsSection(race, page).write();
        new SidesSection(race, page).write();
        new ModelsSection(race, page).write();
        new DaySection(race, page).write();
        new InsteadSection(race, page).write();
        simulated();
        absent();
        return page.toString();
    }

    private void begin() {
        line("# The race");
        line("");
        line(
                "Stoker beside the tools that people use, on the same Lambda: the embedded AWS of this repository, not AWS itself. `stoker bench`"
                        + " has written this page, its charts and the result files, and draws the page and the charts from these files; a test compares them. Only [the limit](limit.md) is typed by hand.");
        line("");
        line("    ./stoker bench");
        line("");
        race.machine().ifPresent(machine -> {
            line("Wall-clock times: " + machine.text() + ".");
            if (machine.wasBusy()) {
                line(
                        "**Other work ran on this machine at the same time: the figures of wall-clock time are to be measured again.**");
            }
            line("");
        });
        line(
                "*Held* is the number of different environments that ran an invocation in a cycle, as the embedded AWS itself recorded it, and not as"
                        + " a tool reports it. *Billed* is the billed time of a cycle, cold starts included, for each environment held. Dollars are for a month of 30 days with a cycle"
                        + " every 4 minutes, a function of 512 MB, a warmer of 128 MB where a tool has one, and prices of us-east-1; they include ticks of the schedule"
                        + " and, for Stoker, executions,"
                        + " parameters and logs, but not its alarms of $0.10 a month each, which no other tool has.");
        line("");
        line(
                "![The share of 20 environments that each contestant holds, over the spread of dispatch times](share.svg)");
        line("");
    }

    private void simulated() {
        line("## What was simulated");
        line("");
        line(
                "- Lambda, Step Functions and the scheduler, in all scenarios: they are the embedded AWS. It starts an environment if none is free, and"
                        + " an asynchronous invocation takes no more time than a synchronous one.");
        line(
                "- Ticks of the other tools' schedules: `stoker bench` sends their events itself. The sends of the loops of the trick, too; the"
                        + " function behind them is real.");
        line(
                "- On virtual time, the tools: [models](#the-models) of what they send and how long they hold, with times between sends chosen to match what their"
                        + " packages held, " + Heats.VIRTUAL_LAPS
                        + " cycles each. Stoker is no model there: its deployed state machines run, and its library's own sleep task.");
        line(
                "- Node.js runs in the version of this machine, with AWS's SDK in one file, as Lambda's own runtime would supply it.");
        line("- [The limit](limit.md) is derived, and is the same for all.");
        line("");
    }

    private void absent() {
        if (race.absent().isEmpty()) {
            return;
        }
        line("## Who did not run");
        line("");
        race.absent().forEach((contestant, reason) -> line("- " + contestant.title() + ": " + reason));
    }

    private void line(String text) {
        page.append(text).append('\n');
    }
}
