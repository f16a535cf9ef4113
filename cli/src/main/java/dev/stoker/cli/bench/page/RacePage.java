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
                "This page compares Stoker with other tools, on the same Lambda: the embedded AWS of this repository, not AWS"
                        + " itself. `stoker bench` writes the result files, and draws this page and the charts from them; a test"
                        + " compares them. Only [the limit](limit.md) and [an earlier run](earlier.md) are written by hand. [All figures](figures.md)"
                        + " has a table for each N.");
        line("");
        line("    ./stoker bench");
        line("");
        race.machine().ifPresent(machine -> {
            line("Wall-clock times: " + machine.text() + ".");
            if (machine.wasBusy()) {
                line(
                        "**Other programs ran on this machine at the same time, so the wall-clock figures must be measured again.**");
            }
            line("");
        });
        line(
                "*Held* is the number of different environments that ran an invocation in a cycle, as recorded by the embedded AWS"
                        + " itself and not as reported by a tool. *Billed* is the billed time of a cycle, cold starts included, for"
                        + " each environment held. Dollars are for a month of 30 days with a cycle"
                        + " every 4 minutes, a function of 512 MB, a warmer of 128 MB where a tool has one, and prices of"
                        + " us-east-1; they include ticks of the schedule"
                        + " and, for Stoker, executions,"
                        + " parameters and logs, but not its alarms of $0.10 a month each, which no other tool has.");
        line("");
        line(
                "![The share of 20 environments that each contestant holds, over the spread of dispatch times](share.svg)");
        line("");
        line(
                "Both charts show models on virtual time, and Stoker's own state machines. What the packages themselves held, as"
                        + " processes, stands in [Wall-clock time and virtual time](#wall-clock-time-and-virtual-time).");
        line("");
    }

    private void simulated() {
        line("## What was simulated");
        line("");
        line(
                "- Lambda, Step Functions and the scheduler, in all scenarios: they are the embedded AWS. It starts an environment"
                        + " if none is free. The queue of asynchronous invocations is not modelled: such an invocation takes no more"
                        + " time than a synchronous one, which favours lambda-warmer and the trick.");
        line(
                "- The interval: all run every 4 minutes. This is the default of Stoker and of Zappa; serverless-plugin-warmup's is"
                        + " 5 minutes, with a fifth fewer cycles to pay for. What it would hold at that interval was not measured.");
        line(
                "- Ticks of the other tools' schedules: `stoker bench` sends their events itself. It also sends the calls of the"
                        + " trick's loops; the function that they call is real.");
        line(
                "- On virtual time, the tools: [models](#the-models) of what they send and how long they hold, with times between"
                        + " sends that we chose so that models and packages hold about the same number. Models run "
                        + Heats.VIRTUAL_LAPS
                        + " cycles, packages 4 (5 with `--full`). Stoker is not a model there: its deployed state machines run, with the sleep task of its"
                        + " library.");
        line(
                "- Node.js has the version of this machine, with AWS's SDK in one file. On AWS, Lambda's own runtime contains the SDK.");
        line("- [The limit](limit.md) is derived, and is the same for all.");
        line("");
    }

    private void absent() {
        if (race.absent().isEmpty()) {
            return;
        }
        line("## Contestants that did not run");
        line("");
        race.absent().forEach((contestant, reason) -> line("- " + contestant.title() + ": " + reason));
    }

    private void line(String text) {
        page.append(text).append('\n');
    }
}
