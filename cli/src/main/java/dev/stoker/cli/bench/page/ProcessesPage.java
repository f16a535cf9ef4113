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

/** All scenarios that ran as processes on wall-clock time, beside the models of virtual time: a table for each. */
final class ProcessesPage extends PageSection {
    ProcessesPage(Race race) {
        super(race, new StringBuilder());
    }

    @Override
    void write() {
        line("# Packages as processes");
        line("");
        line(
                "The contestants' own packages on wall-clock time, each environment a process, beside their models on virtual time, in"
                        + " cycles that follow each other at once, so that nothing is reclaimed. [The race](README.md#wall-clock-time-and-virtual-time)"
                        + " explains the columns and says where they differ. *Ready* is the time from the tick until the last environment began its"
                        + " invocation. *First cycle* is that in which no environment exists: only the first scenario of each N has one, because the"
                        + " others continue in its environments.");
        if (!hasProcesses()) {
            line("");
            line("No contestant ran as processes.");
        }
        race().rows().forEach((scenario, rows) -> {
            if (!figures(rows, PageSection::processes).isEmpty()) {
                table(scenario, rows);
            }
        });
    }

    private void table(Scenario scenario, SortedMap<Contestant, Row> rows) {
        boolean first = rows.values().stream()
                .flatMap(row -> row.sides().stream())
                .anyMatch(sides -> sides.wall().first().isPresent());
        line("");
        line("## " + name(scenario));
        line("");
        line("| contestant | held, package | model | billed, package | model | ready, package | model |"
                + (first ? " first cycle held, package | model |" : "") + " |");
        line("|---|---|---|---|---|---|---|" + (first ? "---|---|" : "") + "---|");
        boolean failed = false;
        for (Map.Entry<Contestant, Row> of : rows.entrySet()) {
            Row row = of.getValue();
            if (row.sides().isPresent()) {
                line(cells(of.getKey(), row.virtual().first(), row.sides().get(), first));
            } else {
                line("| " + of.getKey().title() + " | – | | | | | |" + (first ? " | |" : "") + " |");
                failed = true;
            }
        }
        if (failed) {
            line("");
            line("A dash: an invocation of its function failed as a process with this N, so it has no result here.");
        }
    }

    private static String cells(Contestant one, RaceFigures virtualFirst, Sides sides, boolean first) {
        RaceFigures wall = sides.wall().later();
        RaceFigures virtual = sides.virtual();
        return String.format(
                Locale.ROOT,
                "| %s | %.1f | %.1f | %.0f ms | %.0f ms | %.0f ms | %.0f ms |%s %s |",
                one.title(),
                wall.held(),
                virtual.held(),
                wall.billedMillis(),
                virtual.billedMillis(),
                wall.readyMillis(),
                virtual.readyMillis(),
                first
                        ? sides.wall()
                                .first()
                                .map(of -> String.format(Locale.ROOT, " %.0f | %.0f |", of.held(), virtualFirst.held()))
                                .orElse(" | |")
                        : "",
                marks(sides));
    }

    private static String marks(Sides sides) {
        if (sides.heldDiffers()) {
            return sides.billedDiffers() ? "held and billed differ" : "held differs";
        }
        return sides.billedDiffers() ? "billed differs" : "";
    }
}
