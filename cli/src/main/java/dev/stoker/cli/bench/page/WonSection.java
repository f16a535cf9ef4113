// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.bench.page;

import dev.stoker.cli.bench.contestant.Contestant;
import dev.stoker.cli.bench.race.Race;
import dev.stoker.cli.bench.race.RaceFigures;
import dev.stoker.cli.bench.race.Scenario;
import dev.stoker.cli.bench.race.Spread;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** In how many scenarios Stoker and the others held N, how far Stoker is from the limit, and how often it was the cheapest. */
final class WonSection extends PageSection {
    WonSection(Race race, StringBuilder page) {
        super(race, page);
    }

    @Override
    void write() {
        List<Map.Entry<Scenario, RaceFigures>> own = of(Contestant.STOKER, PageSection::virtual);
        if (own.isEmpty()) {
            return;
        }
        line("## What was won");
        line("");
        line("- On virtual time Stoker held at least 99.9 % of N in " + held(own) + " scenarios. The lowest mean is "
                + least(own) + ", the worst single cycle held "
                + percent(own.stream()
                        .mapToDouble(one -> one.getValue().worstShare())
                        .min()
                        .orElseThrow())
                + ".");
        List<Map.Entry<Scenario, RaceFigures>> onWall = of(Contestant.STOKER, PageSection::processes);
        if (!onWall.isEmpty()) {
            line("- As processes on wall-clock time it held at least 99.9 % of N in " + held(onWall)
                    + " scenarios. The lowest mean is " + least(onWall) + ".");
        }
        line("- In the first cycle, in which no environment exists, it held at least "
                + percent(race().rows().values().stream()
                        .flatMap(rows ->
                                figures(rows, row -> Optional.of(row.virtual().first())).entrySet().stream())
                        .filter(one -> one.getKey() == Contestant.STOKER)
                        .mapToDouble(one -> one.getValue().share())
                        .min()
                        .orElseThrow())
                + " of N. That is no feat: an environment that starts is not free, so each call that is sent during that time gets its own,"
                + " whichever tool sends it.");
        limit();
        line("");
        table();
        cheapest();
        line("![Dollars a month for each environment really held](dollars.svg)");
        line("");
        if (!onWall.isEmpty()) {
            line(
                    "The bars are those of virtual time. [As processes](processes.md) all are billed for the time that a process needs to begin"
                            + " and to answer, too; [below](#what-was-lost) is who was cheaper than Stoker then.");
            line("");
        }
    }

    private static String held(List<Map.Entry<Scenario, RaceFigures>> of) {
        return of.stream().filter(one -> one.getValue().holdsAll()).count() + " of " + of.size();
    }

    private static String least(List<Map.Entry<Scenario, RaceFigures>> of) {
        return percent(
                of.stream().mapToDouble(one -> one.getValue().share()).min().orElseThrow());
    }

    /** How much longer than necessary environments are billed. */
    private void limit() {
        Predicate<Scenario> spread = scenario -> scenario.n() > 1 && scenario.spread() != Spread.NONE;
        List<Map.Entry<Scenario, RaceFigures>> own = of(Contestant.STOKER, PageSection::virtual).stream()
                .filter(one -> spread.test(one.getKey()) && one.getValue().holdsAll())
                .toList();
        if (own.isEmpty()) {
            return;
        }
        Map.Entry<Scenario, RaceFigures> most = own.stream()
                .max(Comparator.comparingDouble(one -> one.getValue().ratio()))
                .orElseThrow();
        line(String.format(
                Locale.ROOT,
                "- Where dispatch times spread, and N is more than 1, Stoker is billed %s times [the limit](limit.md), the shortest time"
                        + " in which N can be held at all. The largest ratio is that of %s: to hold N in each cycle, it holds longer than most"
                        + " cycles need. [All figures](figures.md) has the ratio of each tool that held N.",
                range(
                        own.stream().map(one -> one.getValue().ratio()).toList(),
                        ratio -> String.format(Locale.ROOT, "%.2f", ratio)),
                name(most.getKey())));
    }

    private void table() {
        boolean processes = hasProcesses();
        line("In how many scenarios each tool held at least 99.9 % of N, and its smallest share"
                + (processes
                        ? ", as a model on virtual time and with its own package as processes:"
                        : ", on virtual time:"));
        line("");
        line("| contestant | model held N | its smallest share |"
                + (processes ? " package held N | its smallest share |" : ""));
        line("|---|---|---|" + (processes ? "---|---|" : ""));
        for (Contestant one : race().contestants()) {
            line("| " + (one == Contestant.STOKER ? "**Stoker**, its own state machines in both" : one.title()) + " | "
                    + cells(of(one, PageSection::virtual))
                    + (processes ? " " + cells(of(one, PageSection::processes)) : ""));
        }
        line("");
        if (race().contestants().contains(Contestant.ZAPPA)) {
            line("Zappa's keep_warm is made for one environment: it sends one call, whatever N is.");
            line("");
        }
    }

    private static String cells(List<Map.Entry<Scenario, RaceFigures>> of) {
        return of.stream()
                .min(Comparator.comparingDouble(one -> one.getValue().share()))
                .map(least -> held(of) + " | " + percent(least.getValue().share())
                        + (least.getValue().holdsAll() ? "" : ", with " + name(least.getKey())) + " |")
                .orElse("– | – |");
    }

    private void cheapest() {
        Cheapest virtual = cheapest(PageSection::virtual, 0);
        if (virtual.raced() == 0) {
            return;
        }
        line("For each environment really held, Stoker is the cheapest of those that held N in " + virtual.ofHolders()
                + " of " + virtual.raced() + " scenarios on virtual time. In " + virtual.alone()
                + " of these it is the only one that held N. It is the cheapest of all, also of those that held fewer, in "
                + virtual.ofAll() + ". [What the prices assume](#what-the-prices-assume) changes these numbers.");
        line("");
        Cheapest processes = cheapest(PageSection::processes, 0);
        if (processes.raced() > 0) {
            line("As processes it is the cheapest of those that held N in " + processes.ofHolders() + " of "
                    + processes.raced() + " scenarios. In " + processes.alone()
                    + " of these it is the only one that held N. It is the cheapest of all in " + processes.ofAll()
                    + ".");
            line("");
        }
    }
}
