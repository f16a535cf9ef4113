// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.bench.page;

import dev.stoker.cli.advise.plan.PricedWay;
import dev.stoker.cli.advise.plan.Ways;
import dev.stoker.cli.bench.contestant.Contestant;
import dev.stoker.cli.bench.race.DayUsers;
import dev.stoker.cli.bench.race.Heats;
import dev.stoker.cli.bench.race.Race;
import dev.stoker.cli.bench.race.Race.Row;
import dev.stoker.cli.bench.race.Race.Sides;
import dev.stoker.cli.bench.race.RaceBill;
import dev.stoker.cli.bench.race.RaceFigures;
import dev.stoker.cli.bench.race.Scenario;
import dev.stoker.cli.bench.race.UsersDay;
import dev.stoker.cli.choose.ColdStartRemedy;
import dev.stoker.cli.choose.Costs;
import dev.stoker.cli.estimate.MonthPrice;
import dev.stoker.cli.estimate.UsualMonth;
import dev.stoker.cli.price.Dollars;
import dev.stoker.cli.price.PriceFile;
import dev.stoker.cli.price.PriceList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The page of the race, in sentences that follow from its figures. */
final class RacePage {
    private final Race race;
    private final StringBuilder page = new StringBuilder();

    RacePage(Race race) {
        this.race = race;
    }

    String text() {
        begin();
        won();
        lost();
        claims();
        sides();
        day();
        instead();
        simulated();
        absent();
        return page.toString();
    }

    private void begin() {
        line("# The race");
        line("");
        line(
                "Stoker beside the tools that people use, on the same Lambda: the embedded AWS of this repository, not AWS itself. `stoker bench`"
                        + " has written this page and all files of this folder; nothing is typed by hand.");
        line("");
        line("    ./stoker bench");
        line("");
        race.machine().ifPresent(machine -> {
            line("Wall-clock times: " + machine.text() + ".");
            if (machine.wasBusy()) {
                line(
                        "**Other work ran on this machine at the same time: the figures of wall-clock time are to be measured again.**");
            }
            line("");
        });
        line(
                "*Held* is the number of different environments that ran an invocation in a cycle, as the embedded AWS itself recorded it, and not as"
                        + " a tool reports it. *Billed* is the billed time of a cycle, cold starts included, for each environment held. Dollars are for a month of 30 days with a cycle"
                        + " every 4 minutes, a function of 512 MB, a warmer of 128 MB where a tool has one, and prices of us-east-1; they include ticks of the schedule"
                        + " and, for Stoker, executions,"
                        + " parameters and logs, but not its alarms of $0.10 a month each, which no other tool has.");
        line("");
        line(
                "![The share of 20 environments that each contestant holds, over the spread of dispatch times](share.svg)");
        line("");
    }

    private void won() {
        List<RaceFigures> all = race.rows().values().stream()
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
                + percent(race.rows().values().stream()
                        .flatMap(rows -> Optional.ofNullable(rows.get(Contestant.STOKER)).stream())
                        .mapToDouble(row -> row.virtual().first().share())
                        .min()
                        .orElseThrow())
                + " of N.");
        for (Contestant other : others()) {
            List<Map.Entry<Scenario, RaceFigures>> of = of(other);
            long held = of.stream().filter(one -> one.getValue().holdsAll()).count();
            Map.Entry<Scenario, RaceFigures> least = of.stream()
                    .min(Comparator.comparingDouble(one -> one.getValue().share()))
                    .orElseThrow();
            line("- " + other.title() + " held as much in " + held + " of " + of.size() + ", and least with N = "
                    + least.getKey().n() + ", " + least.getKey().spread().text() + ": "
                    + percent(least.getValue().share()) + ".");
        }
        line("");
        long raced = race.rows().values().stream()
                .filter(rows -> rows.containsKey(Contestant.STOKER))
                .count();
        long cheapest = race.rows().entrySet().stream()
                .filter(rows -> rows.getValue().containsKey(Contestant.STOKER)
                        && cheaper(rows.getValue()).values().stream().noneMatch(RaceFigures::holdsAll))
                .count();
        long cheapestOfAll = race.rows().values().stream()
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

    private void lost() {
        line("## What was lost");
        line("");
        List<String> full = new ArrayList<>();
        SortedMap<Contestant, List<String>> partial = new TreeMap<>();
        SortedMap<Contestant, List<Double>> alone = new TreeMap<>();
        race.rows()
                .forEach((scenario, of) -> cheaper(of).forEach((other, figures) -> {
                    RaceFigures own = race.later(scenario, Contestant.STOKER).orElseThrow();
                    if (figures.holdsAll() && scenario.n() == 1) {
                        alone.computeIfAbsent(other, any -> new ArrayList<>()).add(figures.monthUsd());
                    } else if (figures.holdsAll()) {
                        full.add(String.format(
                                Locale.ROOT,
                                "| %s | %s | $%.4f | $%.4f | %.0f ms, %.0f ms |",
                                name(scenario),
                                other.title(),
                                figures.monthUsd(),
                                own.monthUsd(),
                                figures.billedMillis(),
                                own.billedMillis()));
                    } else {
                        partial.computeIfAbsent(other, any -> new ArrayList<>())
                                .add(String.format(
                                        Locale.ROOT,
                                        "%s: $%.4f, holds %s",
                                        name(scenario),
                                        figures.monthUsd(),
                                        percent(figures.share())));
                    }
                }));
        cheaperAlone(alone);
        cheaperWithAll(full);
        cheaperWithLess(partial);
        sooner();
        List<String> missed = new ArrayList<>();
        race.rows()
                .forEach((scenario, of) -> Optional.ofNullable(of.get(Contestant.STOKER))
                        .map(row -> row.virtual().later())
                        .filter(figures -> !figures.holdsAll())
                        .ifPresent(figures -> missed.add(name(scenario) + " (" + percent(figures.share()) + ")")));
        line(
                missed.isEmpty()
                        ? "Stoker held 99.9 % of N or more in every scenario."
                        : "Stoker held less than 99.9 % of N with " + String.join("; ", missed) + ".");
        line("");
    }

    private void cheaperAlone(SortedMap<Contestant, List<Double>> alone) {
        if (alone.isEmpty()) {
            return;
        }
        line(
                "For one environment any ping is enough, and cheaper: Stoker's cycle has a fixed price, an execution of Step Functions. With N = 1 Stoker"
                        + " costs "
                        + range(of(Contestant.STOKER).stream()
                                .filter(one -> one.getKey().n() == 1)
                                .map(one -> one.getValue().monthUsd())
                                .toList())
                        + " a month, and these cost less in all or some of the scenarios:");
        line("");
        alone.forEach((other, dollars) -> line("- " + other.title() + ": " + range(dollars)));
        line("");
    }

    private static String range(List<Double> dollars) {
        double least = dollars.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
        double most = dollars.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
        return least == most
                ? String.format(Locale.ROOT, "$%.4f", least)
                : String.format(Locale.ROOT, "$%.4f to $%.4f", least, most);
    }

    private void cheaperWithAll(List<String> full) {
        if (full.isEmpty()) {
            line("No contestant that held an N of more than 1 was cheaper than Stoker.");
            line("");
            return;
        }
        line("Contestants that held an N of more than 1 as well, and cost less for each environment:");
        line("");
        line("| scenario | contestant | its dollars | Stoker's | billed, its and Stoker's |");
        line("|---|---|---|---|---|");
        full.forEach(this::line);
        line("");
        line(
                "Few environments share the fixed price of a cycle if N is small. Where Lambda chooses the least recently used environment, calls reach"
                        + " different environments even if none of them waits.");
        line("");
    }

    private void cheaperWithLess(SortedMap<Contestant, List<String>> partial) {
        if (partial.isEmpty()) {
            return;
        }
        line(
                "Contestants that did not hold N, and cost less for each of the environments that they held: a tool that does not wait until all have"
                        + " arrived pays for less time.");
        line("");
        line("| contestant | scenarios | the one in which it holds most |");
        line("|---|---|---|");
        partial.forEach((contestant, list) -> line("| " + contestant.title() + " | " + list.size() + " | "
                + list.stream()
                        .max(Comparator.comparingDouble(RacePage::heldOf))
                        .orElseThrow() + " |"));
        line("");
    }

    private void sooner() {
        SortedMap<Contestant, Integer> sooner = new TreeMap<>();
        race.rows()
                .forEach((scenario, of) -> race.later(scenario, Contestant.STOKER)
                        .ifPresent(own -> of.forEach((other, row) -> {
                            RaceFigures figures = row.virtual().later();
                            if (figures.holdsAll() && figures.readyMillis() < own.readyMillis() - 1) {
                                sooner.merge(other, 1, Integer::sum);
                            }
                        })));
        if (!sooner.isEmpty()) {
            line("Contestants that held N and had it ready sooner after the tick, in so many scenarios: "
                    + sooner.entrySet().stream()
                            .map(one -> one.getKey().label() + " " + one.getValue())
                            .collect(Collectors.joining(", "))
                    + ".");
            line("");
        }
    }

    private static double heldOf(String text) {
        return Double.parseDouble(text.replaceFirst(".* holds ", "").replace(" %", ""));
    }

    private void claims() {
        line("## What the tools say");
        line("");
        line("| contestant | scenarios in which it says more than it holds | the largest difference |");
        line("|---|---|---|");
        for (Contestant one : race.contestants()) {
            List<Map.Entry<Scenario, RaceFigures>> of = of(one);
            if (of.stream().noneMatch(row -> row.getValue().says().isPresent())) {
                line("| " + one.title() + " | says nothing | |");
                continue;
            }
            List<Map.Entry<Scenario, RaceFigures>> untrue =
                    of.stream().filter(row -> row.getValue().boasts()).toList();
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
                "OpenNext's debug log counts `uniqueServersWarmed`, but compares objects instead of their `serverId`, so it is always the number of"
                        + " answers. The other tools log the number that they were given.");
        line("");
    }

    private void sides() {
        if (race.rows().values().stream()
                .flatMap(of -> of.values().stream())
                .noneMatch(row -> row.sides().isPresent())) {
            return;
        }
        line("## Wall-clock time and virtual time");
        line("");
        line(
                "The same scenarios with the contestants' own packages, each environment a process, and as models on virtual time. Cycles follow each"
                        + " other at once, so nothing is reclaimed. A difference of more than one environment and a tenth of N is marked: then the model"
                        + " is wrong, or the machine was too slow for processes to answer in time.");
        line("");
        line(
                "| N, dispatch | contestant | held, wall | held, virtual | billed, wall | billed, virtual | ready after, wall | |");
        line("|---|---|---|---|---|---|---|---|");
        race.rows()
                .forEach((scenario, of) -> of.forEach(
                        (contestant, row) -> row.sides().ifPresent(sides -> line(side(scenario, contestant, sides)))));
        line("");
        line(
                "A target that does not wait is busy only while its process answers: 1 ms in the model, and on wall-clock time as long as this machine"
                        + " needs. How many of its calls meet at no spread depends on that alone.");
        line("");
    }

    private static String side(Scenario scenario, Contestant contestant, Sides sides) {
        RaceFigures wall = sides.wall().later();
        RaceFigures virtual = sides.virtual().later();
        return String.format(
                Locale.ROOT,
                "| %d, %s | %s | %.1f | %.1f | %.0f ms | %.0f ms | %.0f ms | %s |",
                scenario.n(),
                scenario.spread().text(),
                contestant.title(),
                wall.held(),
                virtual.held(),
                wall.billedMillis(),
                virtual.billedMillis(),
                wall.readyMillis(),
                sides.differ() ? "differs" : "");
    }

    private void day() {
        if (race.days().isEmpty()) {
            return;
        }
        line("## A day of users");
        line("");
        UsersDay nothing = Objects.requireNonNull(race.days().get(Optional.<Contestant>empty()), "nothing");
        line(String.format(
                Locale.ROOT,
                "On virtual time, N = %d: one user every 2 s on average, and %d at once every 9 to 11 minutes, %,d in all. Without any warming %,d wait"
                        + " for a cold start of 2 s. *Displaced* are those who waited because the contestant held environments.",
                race.dayN(),
                race.dayN(),
                nothing.users(),
                nothing.cold()));
        line("");
        line("![Users who waited for a cold start, by hour](day.svg)");
        line("");
        line("| contestant | users' cold starts | displaced |");
        line("|---|---|---|");
        race.days()
                .forEach((contestant, of) -> line(String.format(
                        Locale.ROOT,
                        "| %s | %,d | %,d |",
                        contestant.map(Contestant::title).orElse("nothing"),
                        of.cold(),
                        of.displaced())));
        line("");
    }

    private void instead() {
        Costs costs = UsualMonth.costs(race.dayN(), RaceBill.TARGET, PriceList.DEFAULT_REGION);
        line("## What you would choose instead");
        line("");
        line("For " + race.dayN()
                + " environments of 512 MB, by price and promise, as `stoker estimate` and [Which one do I need?](../../choose.md)"
                + " have them:");
        line("");
        line("| way | dollars a month | what it promises |");
        line("|---|---|---|");
        choice(ColdStartRemedy.NOTHING, "$0");
        choice(ColdStartRemedy.STOKER, Dollars.text(costs.warming()) + ", alarms and logs included");
        choice(
                ColdStartRemedy.PROVISIONED,
                costs.provisioned().stream()
                                .map(offer -> Dollars.text(offer.usd()) + " "
                                        + offer.text().replace("Provisioned concurrency, ", ""))
                                .collect(Collectors.joining("; "))
                        + "; by target tracking between these and by your traffic, see `stoker advise`");
        choice(ColdStartRemedy.SNAPSTART, "$0 with Java; Python and .NET pay");
        line("");
        others(race.dayN());
        line(
                "How long a restore takes was not measured here. [AWS's samples of Java frameworks](https://github.com/aws-samples/serverless-java-frameworks-samples)"
                        + " measured cold starts with SnapStart of 487 ms (Quarkus) to 1,048 ms (Spring Boot) in the median and 733 to 1,598 ms in the 99th"
                        + " percentile, and without it 2,525 to 5,312 ms in the median (Java 17, 100 requests a second for 10 minutes, read 2026-11).");
        line("");
    }

    /** The same users for a week, by the coarse model of stoker advise. */
    private void others(int n) {
        Ways ways = new Ways(
                DayUsers.week(n),
                0.001,
                new MonthPrice(RaceBill.TARGET, PriceFile.carried().of(PriceList.DEFAULT_REGION)));
        line(
                "The users of the day above, a week of them, by the model of `stoker advise` on intervals of 4 minutes, for at most 1 cold start in 1,000"
                        + " requests. Its users share environments that earlier users started more often than on virtual time, so compare its rows with each"
                        + " other:");
        line("");
        line("| way | dollars a month | users' cold starts, of 1,000 |");
        line("|---|---|---|");
        for (PricedWay way : ways.all(ways.windows(3))) {
            line(String.format(
                    Locale.ROOT, "| %s | %s | %.2f |", way.text(), Dollars.text(way.usd()), 1000 * way.coldShare()));
        }
        line("");
    }

    private void choice(ColdStartRemedy remedy, String dollars) {
        line("| " + remedy.title() + " | " + dollars + " | " + remedy.promise() + " |");
    }

    private void simulated() {
        line("## What was simulated");
        line("");
        line(
                "- Lambda, Step Functions and the scheduler, in all scenarios: they are the embedded AWS. It starts an environment if none is free, and"
                        + " an asynchronous invocation takes no more time than a synchronous one.");
        line(
                "- Ticks of the other tools' schedules: `stoker bench` sends their events itself. The sends of the loops of the trick, too; the"
                        + " function behind them is real.");
        line(
                "- On virtual time, the tools: models of what they send and how long they hold, " + Heats.VIRTUAL_LAPS
                        + " cycles each. Stoker is no model there: its deployed state machines run, and its library's own sleep task.");
        line(
                "- Node.js runs in the version of this machine, with AWS's SDK in one file, as Lambda's own runtime would supply it.");
        line("- [The limit](limit.md) is derived, and is the same for all.");
        line("");
    }

    private void absent() {
        if (race.absent().isEmpty()) {
            return;
        }
        line("## Who did not run");
        line("");
        race.absent().forEach((contestant, reason) -> line("- " + contestant.title() + ": " + reason));
    }

    /** Those that are cheaper than Stoker for each environment held. */
    private static Map<Contestant, RaceFigures> cheaper(SortedMap<Contestant, Row> rows) {
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

    private List<Contestant> others() {
        return race.contestants().stream()
                .filter(one -> one != Contestant.STOKER)
                .toList();
    }

    private List<Map.Entry<Scenario, RaceFigures>> of(Contestant one) {
        return race.rows().entrySet().stream()
                .filter(row -> row.getValue().containsKey(one))
                .map(row -> Map.entry(
                        row.getKey(), row.getValue().get(one).virtual().later()))
                .toList();
    }

    private static String name(Scenario scenario) {
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

    private static String percent(double share) {
        return String.format(Locale.ROOT, share > 0.999 && share < 1 ? "%.2f %%" : "%.1f %%", 100 * share);
    }

    private void line(String text) {
        page.append(text).append('\n');
    }
}
