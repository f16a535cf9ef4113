// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.bench.page;

import dev.stoker.cli.bench.contestant.Contestant;
import dev.stoker.cli.bench.race.Race;
import dev.stoker.cli.bench.race.Race.Row;
import dev.stoker.cli.bench.race.RaceFigures;
import dev.stoker.cli.bench.race.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Who was cheaper or sooner than Stoker, and where Stoker held less than N. */
final class LostSection extends PageSection {

    /** Figures of a contestant that was cheaper than Stoker, and did not hold N. */
    private record Partial(Scenario scenario, RaceFigures figures) {
        String text() {
            return String.format(
                    Locale.ROOT, "%s: $%.4f, holds %s", name(scenario), figures.monthUsd(), percent(figures.share()));
        }
    }

    LostSection(Race race, StringBuilder page) {
        super(race, page);
    }

    @Override
    void write() {
        line("## What was lost");
        line("");
        List<String> full = new ArrayList<>();
        SortedMap<Contestant, List<Partial>> partial = new TreeMap<>();
        SortedMap<Contestant, List<Partial>> alone = new TreeMap<>();
        race().rows()
                .forEach((scenario, of) -> cheaper(of).forEach((other, figures) -> {
                    RaceFigures own = race().later(scenario, Contestant.STOKER).orElseThrow();
                    if (figures.holdsAll() && scenario.n() == 1) {
                        alone.computeIfAbsent(other, any -> new ArrayList<>()).add(new Partial(scenario, figures));
                    } else if (figures.holdsAll()) {
                        full.add(String.format(
                                Locale.ROOT,
                                "| %s | %s | $%.4f | $%.4f | %.0f ms, %.0f ms |",
                                name(scenario),
                                other.title(),
                                figures.monthUsd(),
                                own.monthUsd(),
                                figures.billedMillis(),
                                own.billedMillis()));
                    } else {
                        partial.computeIfAbsent(other, any -> new ArrayList<>()).add(new Partial(scenario, figures));
                    }
                }));
        cheaperAlone(alone);
        cheaperWithAll(full);
        cheaperAsProcesses();
        cheaperWithLess(partial);
        sooner();
        List<String> missed = new ArrayList<>();
        race().rows()
                .forEach((scenario, of) -> Optional.ofNullable(of.get(Contestant.STOKER))
                        .map(row -> row.virtual().later())
                        .filter(figures -> !figures.holdsAll())
                        .ifPresent(figures -> missed.add(name(scenario) + " (" + percent(figures.share()) + ")")));
        line(
                missed.isEmpty()
                        ? "Stoker held 99.9 % of N or more in every scenario."
                        : "Stoker held less than 99.9 % of N with " + String.join("; ", missed) + ".");
        line("");
    }

    private void cheaperAlone(SortedMap<Contestant, List<Partial>> alone) {
        if (alone.isEmpty()) {
            return;
        }
        line(
                "For one environment any ping is enough, and cheaper: Stoker's cycle has a fixed price, an execution of Step"
                        + " Functions. With N = 1 Stoker"
                        + " costs "
                        + range(of(Contestant.STOKER).stream()
                                .filter(one -> one.getKey().n() == 1)
                                .map(one -> one.getValue().monthUsd())
                                .toList())
                        + " a month, and these cost less:");
        line("");
        int all = (int) race().rows().keySet().stream()
                .filter(scenario -> scenario.n() == 1)
                .count();
        alone.forEach((other, list) -> line("- " + other.title() + ": "
                + range(list.stream().map(one -> one.figures().monthUsd()).toList()) + ", "
                + (list.size() == all ? "with all times of dispatch" : "with dispatch " + spreads(list))));
        line("");
    }

    private static String spreads(List<Partial> list) {
        return list.stream().map(one -> one.scenario().spread().text()).collect(Collectors.joining("; "));
    }

    private static String range(List<Double> dollars) {
        double least = dollars.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
        double most = dollars.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
        return least == most
                ? String.format(Locale.ROOT, "$%.4f", least)
                : String.format(Locale.ROOT, "$%.4f to $%.4f", least, most);
    }

    private void cheaperWithAll(List<String> full) {
        if (full.isEmpty()) {
            line("No contestant that held an N of more than 1 was cheaper than Stoker.");
            line("");
            return;
        }
        line("Contestants that also held an N of more than 1, and cost less for each environment:");
        line("");
        line("| scenario | contestant | its dollars | Stoker's | billed, its and Stoker's |");
        line("|---|---|---|---|---|");
        full.forEach(this::line);
        line("");
        line(
                "Few environments share the fixed price of a cycle if N is small. If Lambda chooses the least recently used"
                        + " environment, calls reach different environments even if none of them waits.");
        line("");
    }

    private void cheaperWithLess(SortedMap<Contestant, List<Partial>> partial) {
        if (partial.isEmpty()) {
            return;
        }
        line(
                "Contestants that did not hold N, and cost less for each of the environments that they held: a tool that does not"
                        + " wait until all calls have arrived pays for less time. Zappa makes one call for each environment that it"
                        + " holds, which is one, so no other call shares or wastes its bill.");
        line("");
        line("| contestant | scenarios |");
        line("|---|---|");
        partial.forEach((contestant, list) -> line("| " + contestant.title() + " | "
                + list.stream().map(Partial::text).collect(Collectors.joining("<br>")) + " |"));
        line("");
    }

    /** Models and packages where both ran: a model alone may hide that a package does better, or the other way round. */
    private void cheaperAsProcesses() {
        List<String> lines = new ArrayList<>();
        race().rows()
                .forEach((scenario, rows) -> Optional.ofNullable(rows.get(Contestant.STOKER))
                        .flatMap(Row::sides)
                        .filter(any -> scenario.n() > 1)
                        .ifPresent(own -> rows.forEach((other, row) -> row.sides()
                                .filter(sides ->
                                        betters(sides.wall().later(), own.wall().later())
                                                || betters(sides.virtual(), own.virtual()))
                                .ifPresent(sides -> lines.add(String.format(
                                        Locale.ROOT,
                                        "| %s | %s | %s | %s | %s | %s |",
                                        name(scenario),
                                        other.title(),
                                        dollars(sides.wall().later()),
                                        dollars(own.wall().later()),
                                        dollars(sides.virtual()),
                                        dollars(own.virtual())))))));
        if (lines.isEmpty()) {
            return;
        }
        line(
                "Where packages ran as processes, these held N and cost less than Stoker there, or in the model that is busy for"
                        + " as long as the process was:");
        line("");
        line(
                "| scenario | contestant | its dollars, wall | Stoker's, wall | its dollars, virtual | Stoker's, virtual |");
        line("|---|---|---|---|---|---|");
        lines.forEach(this::line);
        line("");
        line(
                "If calls are sent and arrive within a few milliseconds, a target that answers slowly holds its environment for long enough without"
                        + " any wait. It no longer does if it answers sooner, or if dispatch times spread.");
        line("");
    }

    private static boolean betters(RaceFigures other, RaceFigures own) {
        return other.holdsAll() && other.monthUsd() < own.monthUsd();
    }

    private static String dollars(RaceFigures figures) {
        return String.format(
                Locale.ROOT,
                "$%.4f%s",
                figures.monthUsd(),
                figures.holdsAll() ? "" : ", holds " + percent(figures.share()));
    }

    private void sooner() {
        SortedMap<Contestant, List<String>> sooner = new TreeMap<>();
        race().rows()
                .forEach((scenario, of) -> race().later(scenario, Contestant.STOKER)
                        .ifPresent(own -> of.forEach((other, row) -> {
                            RaceFigures figures = row.virtual().later();
                            if (figures.holdsAll() && figures.readyMillis() < own.readyMillis() - 1) {
                                sooner.computeIfAbsent(other, any -> new ArrayList<>())
                                        .add(String.format(
                                                Locale.ROOT,
                                                "%s (%.0f ms, Stoker %.0f ms)",
                                                name(scenario),
                                                figures.readyMillis(),
                                                own.readyMillis()));
                            }
                        })));
        if (!sooner.isEmpty()) {
            line("Contestants that held N and were ready sooner after the tick, on average of their cycles: "
                    + sooner.entrySet().stream()
                            .map(one -> one.getKey().label() + " with " + String.join("; ", one.getValue()))
                            .collect(Collectors.joining(". "))
                    + ".");
            line("");
        }
    }
}
