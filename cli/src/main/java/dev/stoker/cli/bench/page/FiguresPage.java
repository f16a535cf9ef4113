// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.bench.page;

import dev.stoker.cli.bench.contestant.Contestant;
import dev.stoker.cli.bench.race.Race;
import dev.stoker.cli.bench.race.RaceFigures;
import dev.stoker.cli.bench.race.Scenario;
import java.util.List;
import java.util.Locale;

/** All figures of the cycles after the first on virtual time, a table for each N. */
final class FiguresPage extends PageSection {
    FiguresPage(Race race) {
        super(race, new StringBuilder());
    }

    @Override
    void write() {
        line("# All figures of the race");
        line("");
        line(
                "Cycles after the first, on virtual time, as in the result files beside this page. [The race](README.md) explains"
                        + " the columns. [Packages as processes](processes.md) has the figures of wall-clock time. *Share held* counts"
                        + " environments up to N, and is that of the mean cycle, of the worst, and of the first, in which no environment"
                        + " exists. *Reached* counts those above N too. *Says* is the tool's own number. *Of the limit* is the billed"
                        + " time as a ratio to [the limit](limit.md), only for a contestant that held N. *Ready* is the time from the tick"
                        + " until the last environment began its invocation.");
        race().rows().keySet().stream().map(Scenario::n).distinct().sorted().forEach(this::table);
    }

    private void table(int n) {
        line("");
        line(String.format(Locale.ROOT, "## N = %,d", n));
        line("");
        line(
                "| dispatch | contestant | share held, mean | worst | first | reached | says | billed for each | of the limit | dollars a month for each | ready |");
        line("|---|---|---|---|---|---|---|---|---|---|---|");
        race().rows().forEach((scenario, rows) -> {
            if (scenario.n() == n) {
                rows.forEach((one, row) -> line(
                        row(scenario, one, row.virtual().first(), row.virtual().later())));
            }
        });
    }

    private static String row(Scenario scenario, Contestant one, RaceFigures first, RaceFigures figures) {
        return String.join(
                " | ",
                List.of(
                        "| " + nameWithoutN(scenario),
                        one.label(),
                        percent(figures.share()),
                        percent(figures.worstShare()),
                        percent(first.share()),
                        String.format(Locale.ROOT, "%.1f", figures.reached().orElse(figures.held())),
                        figures.says().isPresent()
                                ? String.format(
                                        Locale.ROOT, "%.1f", figures.says().getAsDouble())
                                : "nothing",
                        String.format(Locale.ROOT, "%.0f ms", figures.billedMillis()),
                        figures.holdsAll() ? String.format(Locale.ROOT, "%.2f", figures.ratio()) : "–",
                        String.format(Locale.ROOT, "$%.4f", figures.monthUsd()),
                        String.format(Locale.ROOT, "%.0f ms |", figures.readyMillis())));
    }
}
