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
        line(
                "Each tool's own number of warm environments, from its log or its output, compared with the environments that it reached"
                        + " in the same cycle, also above N:");
        line("");
        boolean processes = hasProcesses();
        line("| contestant | scenarios with a number above the true one | "
                + (processes ? "as processes | " : "")
                + "the largest difference, on virtual time |");
        line("|---|---|---|" + (processes ? "---|" : ""));
        for (Contestant one : race().contestants()) {
            List<Map.Entry<Scenario, RaceFigures>> of = of(one, PageSection::virtual);
            if (of.stream().noneMatch(row -> row.getValue().says().isPresent())) {
                line("| " + one.title() + " | reports nothing | " + (processes ? "| " : "") + "|");
                continue;
            }
            line("| " + one.title() + " | " + untrue(of) + " | "
                    + (processes ? untrue(of(one, PageSection::processes)) + " | " : "") + most(of) + " |");
        }
        line("");
        line(
                "No tool but Stoker counts. lambda-warmer, serverless-plugin-warmup and lambda-warmer-py log the number with which"
                        + " they are configured: it is what was asked for, not what is warm. OpenNext's debug log has"
                        + " `uniqueServersWarmed`, but it compares objects instead of their `serverId`, so this is always the number of"
                        + " answers.");
        line("");
    }

    private static String untrue(List<Map.Entry<Scenario, RaceFigures>> of) {
        return of.isEmpty()
                ? "–"
                : of.stream().filter(row -> row.getValue().reportsTooMany()).count() + " of " + of.size();
    }

    private static String most(List<Map.Entry<Scenario, RaceFigures>> of) {
        return of.stream()
                .filter(row -> row.getValue().reportsTooMany())
                .max(Comparator.comparingDouble(
                        row -> row.getValue().says().orElse(0) - row.getValue().held()))
                .map(row -> String.format(
                        Locale.ROOT,
                        "%s: says %.0f, holds %.1f",
                        name(row.getKey()),
                        row.getValue().says().orElse(0),
                        row.getValue().held()))
                .orElse("");
    }
}
