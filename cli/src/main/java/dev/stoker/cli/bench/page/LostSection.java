// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.bench.page;

import dev.stoker.cli.bench.contestant.Contestant;
import dev.stoker.cli.bench.race.Race;
import dev.stoker.cli.bench.race.RaceFigures;
import dev.stoker.cli.bench.race.Scenario;
import java.util.ArrayList;
import java.util.Comparator;
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
        SortedMap<Contestant, List<Double>> alone = new TreeMap<>();
        race().rows()
                .forEach((scenario, of) -> cheaper(of).forEach((other, figures) -> {
                    RaceFigures own = race().later(scenario, Contestant.STOKER).orElseThrow();
                    if (figures.holdsAll() && scenario.n() == 1) {
                        alone.computeIfAbsent(other, any -> new ArrayList<>()).add(figures.monthUsd());
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

    private void cheaperAlone(SortedMap<Contestant, List<Double>> alone) {
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
                        + " a month, and these cost less in all or some of the scenarios:");
        line("");
        alone.forEach((other, dollars) -> line("- " + other.title() + ": " + range(dollars)));
        line("");
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
                        + " wait until all calls have arrived pays for less time.");
        line("");
        line("| contestant | scenarios | the one in which it holds most |");
        line("|---|---|---|");
        partial.forEach((contestant, list) -> line("| " + contestant.title() + " | " + list.size() + " | "
                + list.stream()
                        .max(Comparator.comparingDouble(one -> one.figures().share()))
                        .orElseThrow()
                        .text() + " |"));
        line("");
    }

    private void sooner() {
        SortedMap<Contestant, Integer> sooner = new TreeMap<>();
        race().rows()
                .forEach((scenario, of) -> race().later(scenario, Contestant.STOKER)
                        .ifPresent(own -> of.forEach((other, row) -> {
                            RaceFigures figures = row.virtual().later();
                            if (figures.holdsAll() && figures.readyMillis() < own.readyMillis() - 1) {
                                sooner.merge(other, 1, Integer::sum);
                            }
                        })));
        if (!sooner.isEmpty()) {
            line("Contestants that held N and were ready sooner after the tick, with the number of scenarios: "
                    + sooner.entrySet().stream()
                            .map(one -> one.getKey().label() + " " + one.getValue())
                            .collect(Collectors.joining(", "))
                    + ".");
            line("");
        }
    }
}
