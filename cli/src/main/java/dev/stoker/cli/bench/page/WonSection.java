// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.bench.page;

import dev.stoker.cli.bench.contestant.Contestant;
import dev.stoker.cli.bench.race.Race;
import dev.stoker.cli.bench.race.RaceFigures;
import dev.stoker.cli.bench.race.Scenario;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** In how many scenarios Stoker and the others held N, and how often Stoker was the cheapest. */
final class WonSection extends PageSection {
    WonSection(Race race, StringBuilder page) {
        super(race, page);
    }

    @Override
    void write() {
        List<RaceFigures> all = race().rows().values().stream()
                .flatMap(rows -> Optional.ofNullable(rows.get(Contestant.STOKER)).stream())
                .map(row -> row.virtual().later())
                .toList();
        if (all.isEmpty()) {
            return;
        }
        long whole = all.stream().filter(RaceFigures::holdsAll).count();
        line("## What was won");
        line("");
        line("- Stoker held at least 99.9 % of N in " + whole + " of " + all.size()
                + " scenarios on virtual time. The lowest mean is "
                + percent(all.stream().mapToDouble(RaceFigures::share).min().orElseThrow())
                + ", the worst single cycle held "
                + percent(
                        all.stream().mapToDouble(RaceFigures::worstShare).min().orElseThrow()) + ".");
        line("- In its first cycle, in which no environment exists, Stoker held at least "
                + percent(race().rows().values().stream()
                        .flatMap(rows -> Optional.ofNullable(rows.get(Contestant.STOKER)).stream())
                        .mapToDouble(row -> row.virtual().first().share())
                        .min()
                        .orElseThrow())
                + " of N.");
        onWall();
        for (Contestant other : others()) {
            List<Map.Entry<Scenario, RaceFigures>> of = of(other);
            long held = of.stream().filter(one -> one.getValue().holdsAll()).count();
            Map.Entry<Scenario, RaceFigures> least = of.stream()
                    .min(Comparator.comparingDouble(one -> one.getValue().share()))
                    .orElseThrow();
            line("- " + other.title() + " held 99.9 % in " + held + " of " + of.size() + " scenarios. Its worst: "
                    + name(least.getKey()) + ": " + percent(least.getValue().share()) + ".");
        }
        line("");
        long raced = race().rows().values().stream()
                .filter(rows -> rows.containsKey(Contestant.STOKER))
                .count();
        long cheapest = race().rows().entrySet().stream()
                .filter(rows -> rows.getValue().containsKey(Contestant.STOKER)
                        && cheaper(rows.getValue()).values().stream().noneMatch(RaceFigures::holdsAll))
                .count();
        long cheapestOfAll = race().rows().values().stream()
                .filter(rows ->
                        rows.containsKey(Contestant.STOKER) && cheaper(rows).isEmpty())
                .count();
        line("For each environment really held, Stoker is the cheapest of those that hold N in " + cheapest + " of "
                + raced + " scenarios, and the cheapest of all, also of those that hold fewer, in " + cheapestOfAll
                + ".");
        line("");
        line("![Dollars a month for each environment really held](dollars.svg)");
        line("");
    }

    /** The same with processes, which is measured and not calculated. */
    private void onWall() {
        List<RaceFigures> wall = race().rows().values().stream()
                .flatMap(rows -> Optional.ofNullable(rows.get(Contestant.STOKER)).stream())
                .flatMap(row -> row.sides().stream())
                .map(sides -> sides.wall().later())
                .toList();
        if (!wall.isEmpty()) {
            line("- With processes on wall-clock time, Stoker held at least 99.9 % of N in "
                    + wall.stream().filter(RaceFigures::holdsAll).count() + " of " + wall.size() + " scenarios.");
        }
    }
}
