// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.bench.page;

import dev.stoker.cli.bench.contestant.Contestant;
import dev.stoker.cli.bench.race.Race;
import dev.stoker.cli.bench.race.RaceBill;
import dev.stoker.cli.bench.race.RacePlan;
import java.util.List;
import java.util.Locale;

/** The page of the race, in sentences that follow from its figures. */
final class RacePage extends PageSection {
    RacePage(Race race) {
        super(race, new StringBuilder());
    }

    @Override
    void write() {
        begin();
        List.of(
                        new WonSection(race(), page()),
                        new LostSection(race(), page()),
                        new PricesSection(race(), page()),
                        new ClaimsSection(race(), page()),
                        new SidesSection(race(), page()),
                        new ModelsSection(race(), page()),
                        new DaySection(race(), page()),
                        new InsteadSection(race(), page()),
                        new SimulatedSection(race(), page()))
                .forEach(PageSection::write);
        absent();
    }

    /** The command that gives such results. */
    private String command() {
        if (!hasProcesses()) {
            return "./stoker bench --no-processes";
        }
        boolean large = race().contestants().stream()
                .flatMap(one -> of(one, PageSection::processes).stream())
                .anyMatch(one -> one.getKey().n() > RacePlan.DAY_N);
        return large ? "./stoker bench --full" : "./stoker bench";
    }

    private void begin() {
        line("# The race");
        line("");
        line(
                "This page compares Stoker with other tools that keep functions warm, on the same Lambda: the embedded AWS of this repository,"
                        + " not AWS itself. This command wrote the result files in this folder, and drew all pages and charts from them; a"
                        + " test draws them again and compares. Only [the limit](limit.md) is written by hand.");
        line("");
        line("    " + command());
        line("");
        race().machine().ifPresent(machine -> {
            line("Wall-clock times: " + machine.text() + ".");
            if (machine.wasBusy()) {
                line(
                        "**Other programs ran on this machine just before the race. If they went on, the wall-clock figures must be measured again.**");
            }
            line("");
        });
        line(
                "More figures: [all of virtual time](figures.md), [all of the packages as processes](processes.md), and [an earlier"
                        + " run](earlier.md) compared with this one.");
        line("");
        words();
        line(
                "![The share of 20 environments that each contestant holds, over the spread of dispatch times](share.svg)");
        line("");
        line("The bars are models on virtual time, and Stoker's own state machines."
                + (hasProcesses()
                        ? " A red line is what the tool's own package held as processes, in cycles that follow each other at once."
                                + " Its target needs more time to answer than the 1 ms of the models. So without a spread, more calls of"
                                + " serverless-plugin-warmup meet if its target does not wait."
                        : ""));
        line("");
    }

    private void words() {
        line("- *N* is the number of environments that a tool is asked to keep warm.");
        line(
                "- *Dispatch* is the time that a call needs to reach an environment. It is random, and the same for all: 0; *uniform*, from 0 to"
                        + " 100 or 400 ms; or *log-normal*, with a median of 100 ms and a tail, which is long if sigma is 1.0.");
        line(
                "- *Held* is the number of different environments that ran an invocation in a cycle, at most N, as recorded by the embedded AWS itself"
                        + " and not as reported by a tool.");
        line("- *Billed* is the billed time of a cycle, cold starts included, for each environment held.");
        line(String.format(
                Locale.ROOT,
                "- *Dollars* are those of a month of 30 days for each environment held, with a cycle every 4 minutes, a function of 512 MB, a"
                        + " warmer of 128 MB where a tool has one, and prices of us-east-1. They include $%.4f for the ticks of each schedule and, for"
                        + " Stoker, executions, parameters and logs. They do not include Stoker's alarms; [below](#what-the-prices-assume) is what"
                        + " these change.",
                RaceBill.ticksOfAMonth(Contestant.STOKER)));
        line(
                "- On *virtual time*, a simulated clock, the tools are models, and the figures are the same on every machine. On *wall-clock time*"
                        + " they are their own packages, each environment a process.");
        line(
                "- Unless its name says otherwise, a scenario has a cold start of 2 s, and Lambda gives a call to the most recently used of the"
                        + " free environments.");
        line("");
    }

    private void absent() {
        if (race().absent().isEmpty()) {
            return;
        }
        line("## Contestants that did not run");
        line("");
        race().absent().forEach((contestant, reason) -> line("- " + contestant.title() + ": " + reason));
    }
}
