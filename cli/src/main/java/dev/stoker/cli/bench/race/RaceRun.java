// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.bench.race;

import dev.stoker.cli.bench.contestant.AbsentException;
import dev.stoker.cli.bench.contestant.Contestant;
import dev.stoker.cli.bench.contestant.Kit;
import dev.stoker.cli.bench.contestant.Kits;
import dev.stoker.cli.bench.contestant.Workshop;
import dev.stoker.cli.bench.race.Heats.Result;
import dev.stoker.cli.bench.race.Race.Machine;
import dev.stoker.cli.bench.race.Race.Row;
import dev.stoker.cli.bench.race.Race.Sides;
import dev.stoker.cli.output.Doing;
import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Runs a race: first the contestants' own packages, one after another, then the models. */
public final class RaceRun {
    private final RacePlan plan;
    private final SortedMap<Contestant, String> absent = new TreeMap<>();
    private volatile Doing doing = new Doing("", 0);

    /** Prepares a race. */
    public RaceRun(RacePlan plan) {
        this.plan = plan;
    }

    /** What is running, for the progress line. */
    public Doing doing() {
        return doing;
    }

    /** Runs it. */
    public Race run() {
        Optional<Machine> machine = plan.wallSizes().isEmpty() ? Optional.empty() : Optional.of(machine());
        Map<Contestant, Kit> kits = kits();
        Map<Integer, Map<Contestant, Map<Spread, Result>>> wall = new LinkedHashMap<>();
        for (int n : plan.wallSizes()) {
            Map<Contestant, Map<Spread, Result>> ofN = new TreeMap<>();
            for (Map.Entry<Contestant, Kit> kit : new TreeMap<>(kits).entrySet()) {
                onWall(kit.getKey(), kit.getValue(), n).ifPresent(results -> ofN.put(kit.getKey(), results));
            }
            wall.put(n, ofN);
        }
        List<Contestant> runners = plan.contestants().stream()
                .filter(contestant -> !absent.containsKey(contestant))
                .toList();
        Map<Scenario, SortedMap<Contestant, Row>> rows = new LinkedHashMap<>();
        for (Scenario scenario : plan.scenarios()) {
            next("Virtual time: " + scenario.id());
            SortedMap<Contestant, Row> row = new TreeMap<>();
            for (Contestant runner : plan.of(scenario, runners)) {
                Optional<Result> raced = Optional.ofNullable(wall.get(scenario.n()))
                        .filter(any -> scenario.equals(Scenario.of(scenario.n(), scenario.spread())))
                        .flatMap(ofN -> Optional.ofNullable(ofN.get(runner)))
                        .flatMap(ofRunner -> Optional.ofNullable(ofRunner.get(scenario.spread())));
                row.put(
                        runner,
                        new Row(
                                Heats.virtual(runner, scenario, true),
                                raced.map(on -> new Sides(Heats.virtual(runner, scenario, false), on))));
            }
            rows.put(scenario, row);
        }
        return new Race(runners, absent, rows, days(runners), RacePlan.DAY_N, machine);
    }

    private Map<Contestant, Kit> kits() {
        Map<Contestant, Kit> kits = new TreeMap<>();
        Kits maker = new Kits(Workshop.ofClone());
        for (Contestant contestant : plan.contestants()) {
            next("Packages of " + contestant.id());
            try {
                if (!plan.wallSizes().isEmpty() || contestant == Contestant.THUNDRA) {
                    kits.put(contestant, maker.of(contestant));
                }
            } catch (AbsentException reason) {
                absent.put(contestant, String.valueOf(reason.getMessage()));
            }
        }
        return kits;
    }

    private Optional<Map<Spread, Result>> onWall(Contestant contestant, Kit kit, int n) {
        if (absent.containsKey(contestant)) {
            return Optional.empty();
        }
        next("Wall-clock time: " + contestant.id() + ", N = " + n);
        try {
            return Optional.of(Heats.wall(contestant, kit, n, plan.wallSpreads(), plan.wallLaps()));
        } catch (AbsentException reason) {
            absent.put(contestant, String.valueOf(reason.getMessage()));
            return Optional.empty();
        }
    }

    private Map<Optional<Contestant>, UsersDay> days(List<Contestant> runners) {
        Map<Optional<Contestant>, UsersDay> days = new LinkedHashMap<>();
        if (!plan.withDay()) {
            return days;
        }
        List<Optional<Contestant>> all = new ArrayList<>();
        all.add(Optional.empty());
        runners.forEach(runner -> all.add(Optional.of(runner)));
        for (Optional<Contestant> one : all) {
            next("A day of users: " + one.map(Contestant::id).orElse("nothing"));
            days.put(one, UsersDay.of(one, RacePlan.DAY_N, RacePlan.DAY_SPREAD));
        }
        return days;
    }

    private void next(String text) {
        doing = new Doing(text, doing.step() + 1);
    }

    private static Machine machine() {
        var system = ManagementFactory.getOperatingSystemMXBean();
        int cores = system.getAvailableProcessors();
        double load = Math.max(0, system.getSystemLoadAverage());
        return new Machine(
                String.format(
                        Locale.ROOT,
                        "%s, %d cores, %s, Java %s, load average before the race %.1f",
                        LocalDate.now(Clock.systemUTC()),
                        cores,
                        system.getName(),
                        Runtime.version().feature(),
                        load),
                load,
                cores);
    }
}
