// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.bench.page;

import dev.stoker.cli.bench.contestant.Contestant;
import dev.stoker.cli.bench.page.BarTable.Cell;
import dev.stoker.cli.bench.race.Race;
import dev.stoker.cli.bench.race.RaceFigures;
import dev.stoker.cli.bench.race.RacePlan;
import dev.stoker.cli.bench.race.Scenario;
import dev.stoker.cli.bench.race.Spread;
import dev.stoker.cli.bench.race.UsersDay;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** The charts of the race. */
final class RaceCharts {
    private static final int N = RacePlan.DAY_N;
    private static final int CELL = 150;
    private static final List<String> SPREADS =
            Stream.of(Spread.values()).map(RaceCharts::heading).toList();

    private final Race race;

    RaceCharts(Race race) {
        this.race = race;
    }

    private static String heading(Spread spread) {
        return spread.text().replace("log-normal 100 ms, sigma", "log-normal, sigma");
    }

    /** The share of N held, over the spread. */
    String share() {
        boolean marked = race.contestants().stream()
                .anyMatch(one -> wall(one, Spread.NONE).isPresent());
        return overSpreads(
                "Environments really held, of " + N + ", by how long a call takes to reach an environment",
                "mean of warm cycles on virtual time"
                        + (marked ? "; red lines: the tools' own packages, as processes" : ""),
                (one, spread) -> {
                    double share = figures(one, spread).share();
                    return new Cell(share, wall(one, spread), String.format(Locale.ROOT, "%.1f %%", 100 * share));
                });
    }

    /** Dollars for each environment held, over the spread. */
    String dollars() {
        double most = Stream.of(Spread.values())
                .flatMap(spread -> race.contestants().stream().map(one -> figures(one, spread)))
                .mapToDouble(RaceFigures::monthUsd)
                .max()
                .orElse(1);
        return overSpreads(
                "Dollars a month for each environment really held, " + N + " requested",
                "512 MB, a cycle every 4 minutes, prices of us-east-1; a tool that holds few of " + N
                        + " is paid for all its calls",
                (one, spread) -> {
                    RaceFigures figures = figures(one, spread);
                    return new Cell(
                            figures.monthUsd() / most,
                            OptionalDouble.empty(),
                            String.format(
                                    Locale.ROOT, "$%.4f%s", figures.monthUsd(), figures.holdsAll() ? "" : ", not all"));
                });
    }

    private String overSpreads(String title, String line, BiFunction<Contestant, Spread, Cell> cell) {
        BarTable table =
                new BarTable(title, line, SPREADS, CELL, race.contestants().size());
        for (Contestant one : race.contestants()) {
            table.row(
                    one.label(),
                    one == Contestant.STOKER,
                    Stream.of(Spread.values())
                            .map(spread -> cell.apply(one, spread))
                            .toList());
        }
        return table.end();
    }

    /** Users' cold starts on a day, by hour. */
    String day() {
        double most = race.days().values().stream()
                .flatMap(day -> day.coldByHour().stream())
                .mapToInt(Integer::intValue)
                .max()
                .orElse(1);
        BarTable table = new BarTable(
                "Users who waited for a cold start on a day, by hour",
                "one user every 2 s, and " + race.dayN() + " at once every 9 to 11 minutes; N = " + race.dayN()
                        + ", virtual time",
                List.of("all day", "hours 0 to 23", "", "", ""),
                CELL,
                race.days().size());
        race.days()
                .forEach((contestant, day) -> table.columns(
                        contestant.map(Contestant::label).orElse("nothing"),
                        contestant.equals(Optional.of(Contestant.STOKER)),
                        text(day),
                        day.coldByHour().stream()
                                .mapToDouble(cold -> cold / Math.max(1, most))
                                .toArray()));
        return table.end();
    }

    private static String text(UsersDay day) {
        return String.format(Locale.ROOT, "%,d of %,d", day.cold(), day.users());
    }

    private RaceFigures figures(Contestant one, Spread spread) {
        return race.later(Scenario.of(N, spread), one).orElseThrow();
    }

    /** The share that its own packages held as processes; empty if they did not run. */
    private OptionalDouble wall(Contestant one, Spread spread) {
        return race.wall(Scenario.of(N, spread), one).stream()
                .mapToDouble(RaceFigures::share)
                .findFirst();
    }
}
