// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.bench.page;

import dev.stoker.cli.bench.contestant.Contestant;
import dev.stoker.cli.bench.race.Race;
import dev.stoker.cli.bench.race.Race.Sides;
import dev.stoker.cli.bench.race.Scenario;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** How well the models of virtual time agree with the packages on wall-clock time. {@link ProcessesPage} has all rows. */
final class SidesSection extends PageSection {
    SidesSection(Race race, StringBuilder page) {
        super(race, page);
    }

    @Override
    void write() {
        if (!hasProcesses()) {
            return;
        }
        line("## Wall-clock time and virtual time");
        line("");
        line(
                "The same scenarios with the contestants' own packages, each environment a process, and as models. Here cycles follow"
                        + " each other at once on both kinds of time, so nothing is reclaimed. [The table](processes.md) has all rows. A row"
                        + " *differs* in what is held if the difference is more than one environment and more than a tenth of N. It differs in"
                        + " what is billed if the difference is more than 10 ms and more than a quarter.");
        line("");
        line("| contestant | rows | held differs | billed differs | the largest difference in held, relative to N |");
        line("|---|---|---|---|---|");
        race().contestants().forEach(one -> {
            List<Map.Entry<Scenario, Sides>> rows = rows(one);
            line("| " + one.title() + " | " + rows.size() + " | "
                    + rows.stream().filter(row -> row.getValue().heldDiffers()).count() + " | "
                    + rows.stream()
                            .filter(row -> row.getValue().billedDiffers())
                            .count() + " | "
                    + rows.stream()
                            .max(Comparator.comparingDouble(SidesSection::difference))
                            .filter(most -> difference(most) > 0)
                            .map(most -> name(most.getKey()) + ": " + held(most.getValue()))
                            .orElse("none")
                    + " |");
        });
        line("");
        differing();
        line(
                "If only *billed* differs, the models leave out the time that a process needs to begin and to answer, for Stoker too. If"
                        + " both differ, another number of environments shares the bill.");
        line("");
        line(
                "In these models, a target without a wait is busy for as long as its process was. The rest of the page assumes 1 ms."
                        + " Without a spread of dispatch times, this time decides how many calls of serverless-plugin-warmup meet.");
        line("");
    }

    private void differing() {
        List<Map.Entry<Contestant, Map.Entry<Scenario, Sides>>> differing = race().contestants().stream()
                .flatMap(one -> rows(one).stream()
                        .filter(row -> row.getValue().heldDiffers())
                        .map(row -> Map.entry(one, row)))
                .toList();
        if (differing.isEmpty()) {
            line("No row differs in what is held.");
            line("");
            return;
        }
        long tooFew = differing.stream()
                .map(one -> one.getValue().getValue())
                .filter(sides -> sides.virtual().held() < sides.wall().later().held())
                .count();
        line(
                "Where *held* differs, the model's times between sends do not fit the package on this machine: the model is wrong. It"
                        + " holds fewer than the package in " + tooFew + " of these " + differing.size()
                        + " rows. There, the figures of virtual time on this page are worse than the tool is.");
        line("");
        line("| scenario | contestant | held, package and model | billed, package and model |");
        line("|---|---|---|---|");
        differing.forEach(one -> {
            Sides sides = one.getValue().getValue();
            line(String.format(
                    Locale.ROOT,
                    "| %s | %s | %.1f, %.1f | %.0f ms, %.0f ms |",
                    name(one.getValue().getKey()),
                    one.getKey().title(),
                    sides.wall().later().held(),
                    sides.virtual().held(),
                    sides.wall().later().billedMillis(),
                    sides.virtual().billedMillis()));
        });
        line("");
    }

    private List<Map.Entry<Scenario, Sides>> rows(Contestant one) {
        return race().rows().entrySet().stream()
                .flatMap(row -> Optional.ofNullable(row.getValue().get(one))
                        .flatMap(of -> of.sides())
                        .map(sides -> Map.entry(row.getKey(), sides))
                        .stream())
                .toList();
    }

    private static double difference(Map.Entry<Scenario, Sides> row) {
        Sides sides = row.getValue();
        return Math.abs(sides.wall().later().held() - sides.virtual().held())
                / row.getKey().n();
    }

    private static String held(Sides sides) {
        return String.format(
                Locale.ROOT,
                "%.1f by the package, %.1f by the model",
                sides.wall().later().held(),
                sides.virtual().held());
    }
}
