// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.bench.page;

import dev.stoker.cli.bench.contestant.Contestant;
import dev.stoker.cli.bench.race.Race;
import dev.stoker.cli.bench.race.Race.Row;
import dev.stoker.cli.bench.race.Race.Sides;
import dev.stoker.cli.bench.race.RaceFigures;
import dev.stoker.cli.bench.race.Scenario;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;

/** The same scenarios on wall-clock time and on virtual time. */
final class SidesSection extends PageSection {
    SidesSection(Race race, StringBuilder page) {
        super(race, page);
    }

    @Override
    void write() {
        if (race().rows().values().stream()
                .flatMap(of -> of.values().stream())
                .noneMatch(row -> row.sides().isPresent())) {
            return;
        }
        line("## Wall-clock time and virtual time");
        line("");
        line(
                "The same scenarios with the contestants' own packages, each environment a process, and as models on virtual time."
                        + " Cycles follow each"
                        + " other at once, so nothing is reclaimed. In the first cycle no environment exists, and each starts for 2"
                        + " s unless the scenario says otherwise."
                        + " The last column marks a difference in *held* of more than one environment and a tenth of N, and a difference in"
                        + " *billed* of more than 10 ms and a quarter.");
        line("");
        line(
                "| scenario | contestant | held, wall | held, virtual | billed, wall | billed, virtual | ready after, wall | first"
                        + " cycle held, wall | virtual | |");
        line("|---|---|---|---|---|---|---|---|---|---|");
        boolean dashes = false;
        for (Map.Entry<Scenario, SortedMap<Contestant, Row>> rows :
                race().rows().entrySet()) {
            boolean onWall = rows.getValue().values().stream()
                    .anyMatch(row -> row.sides().isPresent());
            for (Map.Entry<Contestant, Row> of : rows.getValue().entrySet()) {
                Row row = of.getValue();
                row.sides()
                        .ifPresent(sides -> line(
                                side(rows.getKey(), of.getKey(), row.virtual().first(), sides)));
                if (onWall && row.sides().isEmpty()) {
                    line(String.format(
                            "| %s | %s | – | | | | | | | |",
                            name(rows.getKey()), of.getKey().title()));
                    dashes = true;
                }
            }
        }
        line("");
        line(
                "If *held* differs, the model's times between sends do not fit this package on this machine, so for this row believe"
                        + " the column of wall-clock time. If *billed* differs and *held* does not, the models leave out the time that a"
                        + " process needs to begin and to answer, for Stoker too. If both differ, another number of environments"
                        + " shares the bill.");
        line("");
        if (dashes) {
            line(
                    "A dash: its function failed with so many processes at once on this machine, so it has no result there.");
            line("");
        }
        line(
                "This table uses the measured time that a target without a wait needs to answer; the rest of the page assumes 1 ms. Without a spread, this time decides how"
                        + " many of its calls overlap.");
        line("");
    }

    private static String marks(Sides sides) {
        if (sides.heldDiffers()) {
            return sides.billedDiffers() ? "held and billed differ" : "held differs";
        }
        return sides.billedDiffers() ? "billed differs" : "";
    }

    private static String side(Scenario scenario, Contestant contestant, RaceFigures virtualFirst, Sides sides) {
        RaceFigures wall = sides.wall().later();
        RaceFigures virtual = sides.virtual();
        return String.format(
                Locale.ROOT,
                "| %s | %s | %.1f | %.1f | %.0f ms | %.0f ms | %.0f ms | %s | %s |",
                name(scenario),
                contestant.title(),
                wall.held(),
                virtual.held(),
                wall.billedMillis(),
                virtual.billedMillis(),
                wall.readyMillis(),
                sides.wall()
                        .first()
                        .map(first -> String.format(Locale.ROOT, "%.0f | %.0f", first.held(), virtualFirst.held()))
                        .orElse(" | "),
                marks(sides));
    }
}
