// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.bench.page;

import dev.stoker.cli.bench.contestant.Contestant;
import dev.stoker.cli.bench.race.Race;
import dev.stoker.cli.bench.race.RaceFigures;
import dev.stoker.cli.bench.race.Scenario;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the tools say that they warmed, beside what is true. */
final class ClaimsSection extends PageSection {
    ClaimsSection(Race race, StringBuilder page) {
        super(race, page);
    }

    @Override
    void write() {
        line("## What the tools report");
        line("");
        line("| contestant | scenarios in which it reports more than it holds | the largest difference |");
        line("|---|---|---|");
        for (Contestant one : race().contestants()) {
            List<Map.Entry<Scenario, RaceFigures>> of = of(one);
            if (of.stream().noneMatch(row -> row.getValue().says().isPresent())) {
                line("| " + one.title() + " | reports nothing | |");
                continue;
            }
            List<Map.Entry<Scenario, RaceFigures>> untrue =
                    of.stream().filter(row -> row.getValue().reportsTooMany()).toList();
            String most = untrue.stream()
                    .max(Comparator.comparingDouble(row ->
                            row.getValue().says().orElse(0) - row.getValue().held()))
                    .map(row -> String.format(
                            Locale.ROOT,
                            "%s: says %.0f, holds %.1f",
                            name(row.getKey()),
                            row.getValue().says().orElse(0),
                            row.getValue().held()))
                    .orElse("");
            line("| " + one.title() + " | " + untrue.size() + " of " + of.size() + " | " + most + " |");
        }
        line("");
        line(
                "OpenNext's debug log counts `uniqueServersWarmed`, but compares objects instead of their `serverId`, so it is"
                        + " always the number of"
                        + " answers. The other tools log the number that they were given.");
        line("");
    }
}
