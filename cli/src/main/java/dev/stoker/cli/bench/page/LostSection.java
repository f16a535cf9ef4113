// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.bench.page;

import dev.stoker.cli.bench.contestant.Contestant;
import dev.stoker.cli.bench.race.Race;
import dev.stoker.cli.bench.race.Race.Row;
import dev.stoker.cli.bench.race.RaceFigures;
import dev.stoker.cli.bench.race.Scenario;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Who was cheaper or sooner than Stoker, and where Stoker held less than N. */
final class LostSection extends PageSection {

    /** A contestant that was cheaper than Stoker in a scenario. */
    private record Loss(Contestant other, Scenario scenario, RaceFigures figures, RaceFigures own) {}

    LostSection(Race race, StringBuilder page) {
        super(race, page);
    }

    @Override
    void write() {
        if (of(Contestant.STOKER, PageSection::virtual).isEmpty()) {
            return;
        }
        line("## What was lost");
        line("");
        List<Loss> losses = losses();
        cheaperAlone(some(
                losses, loss -> loss.figures().holdsAll() && loss.scenario().n() == 1));
        cheaperWithAll(some(
                losses, loss -> loss.figures().holdsAll() && loss.scenario().n() > 1));
        cheaperAsProcesses();
        cheaperWithLess(some(losses, loss -> !loss.figures().holdsAll()));
        sooner();
        List<String> missed = new ArrayList<>(missed(PageSection::virtual, ""));
        missed.addAll(missed(PageSection::processes, ", as processes"));
        line(
                missed.isEmpty()
                        ? "Stoker held 99.9 % of N or more in every scenario"
                                + (hasProcesses() ? ", as processes too." : ".")
                        : "Stoker held less than 99.9 % of N with " + String.join("; ", missed) + ".");
        line("");
    }

    private List<String> missed(Function<Row, Optional<RaceFigures>> kind, String how) {
        return of(Contestant.STOKER, kind).stream()
                .filter(one -> !one.getValue().holdsAll())
                .map(one ->
                        name(one.getKey()) + how + " (" + percent(one.getValue().share()) + ")")
                .toList();
    }

    private List<Loss> losses() {
        List<Loss> losses = new ArrayList<>();
        race().rows()
                .forEach((scenario, rows) -> race().later(scenario, Contestant.STOKER)
                        .ifPresent(own -> cheaper(figures(rows, PageSection::virtual))
                                .forEach((other, figures) -> losses.add(new Loss(other, scenario, figures, own)))));
        return losses;
    }

    private static List<Loss> some(List<Loss> losses, Predicate<Loss> wanted) {
        return losses.stream().filter(wanted).toList();
    }

    private static String dollars(List<Loss> losses, Function<Loss, RaceFigures> whose) {
        return range(losses.stream().map(loss -> whose.apply(loss).monthUsd()).toList(), PageSection::usd);
    }

    private void cheaperAlone(List<Loss> alone) {
        if (alone.isEmpty()) {
            return;
        }
        List<Map.Entry<Scenario, RaceFigures>> own = of(Contestant.STOKER, PageSection::virtual).stream()
                .filter(one -> one.getKey().n() == 1)
                .toList();
        line(
                "For one environment any call every 4 minutes is enough, and cheaper: a cycle of Stoker has a fixed price, an execution"
                        + " of Step Functions. With N = 1 Stoker costs "
                        + range(
                                own.stream()
                                        .map(one -> one.getValue().monthUsd())
                                        .toList(),
                                PageSection::usd)
                        + " a month, and these cost less:");
        line("");
        SortedMap<Contestant, List<Loss>> byOther =
                alone.stream().collect(Collectors.groupingBy(Loss::other, TreeMap::new, Collectors.toList()));
        byOther.forEach((other, list) -> line("- " + other.title() + ": " + dollars(list, Loss::figures)
                + (list.size() == own.size()
                        ? ""
                        : ", with dispatch "
                                + list.stream()
                                        .map(loss -> loss.scenario().spread().text())
                                        .collect(Collectors.joining("; ")))));
        line("");
    }

    private void cheaperWithAll(List<Loss> full) {
        if (full.isEmpty()) {
            line("No contestant that held an N of more than 1 was cheaper than Stoker.");
            line("");
            return;
        }
        line("Contestants that also held an N of more than 1, and cost less for each environment:");
        line("");
        line("| scenario | contestant | its dollars | Stoker's | billed, its and Stoker's |");
        line("|---|---|---|---|---|");
        full.forEach(loss -> line(String.format(
                Locale.ROOT,
                "| %s | %s | %s | %s | %.0f ms, %.0f ms |",
                name(loss.scenario()),
                loss.other().title(),
                usd(loss.figures().monthUsd()),
                usd(loss.own().monthUsd()),
                loss.figures().billedMillis(),
                loss.own().billedMillis())));
        line("");
        line(
                "If N is small, few environments share the fixed price of a cycle. If Lambda chooses the least recently used"
                        + " environment, calls reach different environments even if none of them waits.");
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
                "Where packages ran as processes, these held N and cost less than Stoker, there or in a model whose target is busy for"
                        + " as long as the process was:");
        line("");
        line("| scenario | contestant | its dollars, processes | Stoker's | its dollars, model | Stoker's |");
        line("|---|---|---|---|---|---|");
        lines.forEach(this::line);
        line("");
        line(
                "A process needs time to begin and to answer, which is billed too, Stoker's as well as the others'. Without a spread of"
                        + " dispatch times it is most of the bill, and it alone may hold an environment long enough for all calls to"
                        + " meet.");
        line("");
    }

    private static boolean betters(RaceFigures other, RaceFigures own) {
        return other.holdsAll() && other.monthUsd() < own.monthUsd();
    }

    private static String dollars(RaceFigures figures) {
        return usd(figures.monthUsd()) + (figures.holdsAll() ? "" : ", holds " + percent(figures.share()));
    }

    private void cheaperWithLess(List<Loss> partial) {
        if (partial.isEmpty()) {
            return;
        }
        line(
                "Contestants that did not hold N, and cost less for each of the environments that they held: a tool that does not"
                        + " wait until all calls have arrived pays for less time. Zappa makes one call for the one environment that it"
                        + " holds, so no call is wasted.");
        line("");
        line("| contestant | dispatch | N | it holds | its dollars | Stoker's |");
        line("|---|---|---|---|---|---|");
        Map<String, List<Loss>> rows = partial.stream()
                .sorted(Comparator.comparing(Loss::other))
                .collect(Collectors.groupingBy(
                        loss -> loss.other().title() + " | " + nameWithoutN(loss.scenario()),
                        LinkedHashMap::new,
                        Collectors.toList()));
        rows.forEach((who, list) -> line("| "
                + String.join(
                        " | ",
                        who,
                        list.stream()
                                .map(loss -> Integer.toString(loss.scenario().n()))
                                .collect(Collectors.joining(", ")),
                        range(list.stream().map(loss -> loss.figures().share()).toList(), PageSection::percent),
                        dollars(list, Loss::figures),
                        dollars(list, Loss::own))
                + " |"));
        line("");
    }

    private void sooner() {
        SortedMap<Contestant, List<String>> sooner = new TreeMap<>();
        race().rows()
                .forEach((scenario, rows) -> race().later(scenario, Contestant.STOKER)
                        .ifPresent(own -> figures(rows, PageSection::virtual).forEach((other, figures) -> {
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
                            .map(one -> one.getKey().title() + ", with " + String.join("; ", one.getValue()))
                            .collect(Collectors.joining(". "))
                    + ".");
            line("");
        }
    }
}
