// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.bench.page;

import dev.stoker.cli.bench.contestant.Contestant;
import dev.stoker.cli.bench.race.Race;
import dev.stoker.cli.bench.race.Race.Row;
import dev.stoker.cli.bench.race.RaceFigures;
import dev.stoker.cli.bench.race.Scenario;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A section of the page of the race. */
abstract class PageSection {
    private final Race race;
    private final StringBuilder page;

    PageSection(Race race, StringBuilder page) {
        this.race = race;
        this.page = page;
    }

    /** Writes the section, or nothing if the race has no figures for it. */
    abstract void write();

    final Race race() {
        return race;
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

    /** The scenarios of a contestant, with its figures after the first cycle. */
    final List<Map.Entry<Scenario, RaceFigures>> of(Contestant one) {
        return race.rows().entrySet().stream()
                .filter(row -> row.getValue().containsKey(one))
                .map(row -> Map.entry(
                        row.getKey(), row.getValue().get(one).virtual().later()))
                .toList();
    }

    /** Those that are cheaper than Stoker for each environment held. */
    static Map<Contestant, RaceFigures> cheaper(SortedMap<Contestant, Row> rows) {
        Row own = rows.get(Contestant.STOKER);
        return own == null
                ? Map.of()
                : rows.entrySet().stream()
                        .filter(other -> other.getValue().virtual().later().monthUsd()
                                < own.virtual().later().monthUsd())
                        .collect(Collectors.toMap(
                                Map.Entry::getKey,
                                other -> other.getValue().virtual().later(),
                                (first, second) -> first,
                                TreeMap::new));
    }

    /** How a scenario is called on the page. */
    static String name(Scenario scenario) {
        String name = "N = " + scenario.n() + ", " + scenario.spread().text();
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
}
