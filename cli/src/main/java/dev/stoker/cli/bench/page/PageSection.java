// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.bench.page;

import dev.stoker.cli.bench.contestant.Contestant;
import dev.stoker.cli.bench.race.Race;
import dev.stoker.cli.bench.race.Race.Row;
import dev.stoker.cli.bench.race.Race.Sides;
import dev.stoker.cli.bench.race.RaceFigures;
import dev.stoker.cli.bench.race.Scenario;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** A section of a page of the race. */
abstract class PageSection {
    private final Race race;
    private final StringBuilder page;

    PageSection(Race race, StringBuilder page) {
        this.race = race;
        this.page = page;
    }

    /** Writes the section, or nothing if the race has no figures for it. */
    abstract void write();

    /** Writes a section that is a page of its own. */
    final String text() {
        write();
        return page.toString();
    }

    final Race race() {
        return race;
    }

    /** What is written so far, for the sections of a page. */
    final StringBuilder page() {
        return page;
    }

    /** Writes a line. */
    final void line(String text) {
        page.append(text).append('\n');
    }

    /** All but Stoker. */
    final List<Contestant> others() {
        return race.contestants().stream()
                .filter(one -> one != Contestant.STOKER)
                .toList();
    }

    /** The cycles that count, on virtual time. */
    static Optional<RaceFigures> virtual(Row row) {
        return Optional.of(row.virtual().later());
    }

    /** The cycles that count, as processes on wall-clock time. */
    static Optional<RaceFigures> processes(Row row) {
        return row.sides().map(sides -> sides.wall().later());
    }

    /** Cycles on virtual time as the processes run: one after another, so that nothing is reclaimed. */
    static Optional<RaceFigures> inARow(Row row) {
        return row.sides().map(Sides::virtual);
    }

    /** Whether a contestant ran as processes. */
    final boolean hasProcesses() {
        return race.contestants().stream()
                .anyMatch(one -> !of(one, PageSection::processes).isEmpty());
    }

    /** The scenarios of a contestant with figures of a kind. */
    final List<Map.Entry<Scenario, RaceFigures>> of(Contestant one, Function<Row, Optional<RaceFigures>> kind) {
        return race.rows().entrySet().stream()
                .flatMap(row -> Optional.ofNullable(row.getValue().get(one))
                        .flatMap(kind)
                        .map(figures -> Map.entry(row.getKey(), figures))
                        .stream())
                .toList();
    }

    /** The contestants of a scenario with figures of a kind. */
    static SortedMap<Contestant, RaceFigures> figures(
            SortedMap<Contestant, Row> rows, Function<Row, Optional<RaceFigures>> kind) {
        SortedMap<Contestant, RaceFigures> figures = new TreeMap<>();
        rows.forEach((one, row) -> kind.apply(row).ifPresent(of -> figures.put(one, of)));
        return figures;
    }

    /** Those that are cheaper than Stoker for each environment held. */
    static SortedMap<Contestant, RaceFigures> cheaper(SortedMap<Contestant, RaceFigures> figures) {
        SortedMap<Contestant, RaceFigures> cheaper = new TreeMap<>(figures);
        Optional<RaceFigures> own = Optional.ofNullable(figures.get(Contestant.STOKER));
        cheaper.values()
                .removeIf(other -> own.filter(stoker -> other.monthUsd() < stoker.monthUsd())
                        .isEmpty());
        return cheaper;
    }

    /**
     * In how many scenarios Stoker is the cheapest for each environment held.
     *
     * @param raced scenarios with Stoker and others
     * @param alone those in which only Stoker held N
     * @param ofHolders those in which it held N, and none that did was cheaper
     * @param ofAll those in which none was cheaper, whatever it held
     */
    record Cheapest(long raced, long alone, long ofHolders, long ofAll) {}

    /**
     * Counts for figures of a kind.
     *
     * @param moreUsd dollars a month that Stoker costs in addition, for all environments
     */
    final Cheapest cheapest(Function<Row, Optional<RaceFigures>> kind, double moreUsd) {
        long raced = 0;
        long alone = 0;
        long ofHolders = 0;
        long ofAll = 0;
        for (SortedMap<Contestant, Row> rows : race.rows().values()) {
            SortedMap<Contestant, RaceFigures> figures = figures(rows, kind);
            Optional<RaceFigures> own = Optional.ofNullable(figures.remove(Contestant.STOKER));
            if (own.isEmpty() || figures.isEmpty()) {
                continue;
            }
            RaceFigures stoker = own.get();
            double price = stoker.monthUsd() + moreUsd / stoker.held();
            List<RaceFigures> holders =
                    figures.values().stream().filter(RaceFigures::holdsAll).toList();
            raced++;
            alone += stoker.holdsAll() && holders.isEmpty() ? 1 : 0;
            ofHolders += stoker.holdsAll() && noneBelow(price, holders) ? 1 : 0;
            ofAll += noneBelow(price, figures.values()) ? 1 : 0;
        }
        return new Cheapest(raced, alone, ofHolders, ofAll);
    }

    private static boolean noneBelow(double usd, Collection<RaceFigures> others) {
        return others.stream().noneMatch(other -> other.monthUsd() < usd);
    }

    /** How a scenario is called on the page. */
    static String name(Scenario scenario) {
        return "N = " + scenario.n() + ", " + nameWithoutN(scenario);
    }

    static String nameWithoutN(Scenario scenario) {
        String name = scenario.spread().text();
        if (scenario.initMillis() != 2_000) {
            name += ", cold start " + scenario.initMillis() + " ms";
        }
        return switch (scenario.choice()) {
            case MOST_RECENT -> name;
            case LEAST_RECENT -> name + ", least recently used";
            case RANDOM -> name + ", random choice";
        };
    }

    /** A share in percent, with two digits if it is nearly whole. */
    static String percent(double share) {
        return String.format(Locale.ROOT, share > 0.999 && share < 1 ? "%.2f %%" : "%.1f %%", 100 * share);
    }

    static String usd(double dollars) {
        return String.format(Locale.ROOT, "$%.4f", dollars);
    }

    /** The smallest and the largest, or the only one. */
    static String range(Collection<Double> values, Function<Double, String> text) {
        String least = text.apply(
                values.stream().mapToDouble(Double::doubleValue).min().orElseThrow());
        String most = text.apply(
                values.stream().mapToDouble(Double::doubleValue).max().orElseThrow());
        return least.equals(most) ? least : least + " to " + most;
    }
}
