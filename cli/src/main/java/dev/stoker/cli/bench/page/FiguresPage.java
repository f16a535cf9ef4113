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
    private final StringBuilder page;

    FiguresPage(Race race) {
        this(race, new StringBuilder());
    }

    private FiguresPage(Race race, StringBuilder page) {
        super(race, page);
        this.page = page;
    }

    String text() {
        write();
        return page.toString();
    }

    @Override
    void write() {
        line("# All figures of the race");
        line("");
        line(
                "Cycles after the first, on virtual time, as in the result files beside this page. [The race](README.md) explains"
                        + " the columns, and has the figures of wall-clock time. *Of the limit* is the billed time as a ratio to"
                        + " [the limit](limit.md), only for a contestant that held N. *Ready* is the time from the tick until the"
                        + " last environment began its invocation.");
        race().rows().keySet().stream().map(Scenario::n).distinct().sorted().forEach(this::table);
    }

    private void table(int n) {
        line("");
        line(String.format(Locale.ROOT, "## N = %,d", n));
        line("");
        line(
                "| scenario | contestant | held, mean | worst cycle | held | says | billed for each | of the limit | dollars a month for each | ready |");
        line("|---|---|---|---|---|---|---|---|---|---|");
        race().rows().forEach((scenario, rows) -> {
            if (scenario.n() == n) {
                rows.forEach((one, row) -> line(row(scenario, one, row.virtual().later())));
            }
        });
    }

    private static String row(Scenario scenario, Contestant one, RaceFigures figures) {
        return String.join(
                " | ",
                List.of(
                        "| " + name(scenario).substring(name(scenario).indexOf(',') + 2),
                        one.label(),
                        percent(figures.share()),
                        percent(figures.worstShare()),
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
