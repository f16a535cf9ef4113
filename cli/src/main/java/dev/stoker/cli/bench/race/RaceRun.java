// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.bench.race;

import dev.stoker.cli.bench.contestant.AbsentException;
import dev.stoker.cli.bench.contestant.Contestant;
import dev.stoker.cli.bench.contestant.Kit;
import dev.stoker.cli.bench.contestant.Kits;
import dev.stoker.cli.bench.contestant.Workshop;
import dev.stoker.cli.bench.race.Heats.WallResult;
import dev.stoker.cli.bench.race.Race.Machine;
import dev.stoker.cli.bench.race.Race.Row;
import dev.stoker.cli.bench.race.Race.Sides;
import dev.stoker.cli.bench.race.Race.UserSides;
import dev.stoker.cli.bench.race.RacePlan.Heat;
import dev.stoker.cli.output.Doing;
import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Runs a race: first the contestants' own packages, one after another, then the models. */
public final class RaceRun {
    private static final Scenario USERS = Scenario.of(RacePlan.DAY_N, RacePlan.DAY_SPREAD);

    private final RacePlan plan;
    private final Workshop workshop = Workshop.ofClone();
    private final Packages packages;
    private final SortedMap<Contestant, String> absent = new TreeMap<>();
    private final Set<Contestant> ranOnWall = EnumSet.noneOf(Contestant.class);
    private volatile Doing doing = new Doing("", 0);

    /** Prepares a race. */
    public RaceRun(RacePlan plan) {
        this.plan = plan;
        Kits kits = new Kits(workshop);
        packages = new Packages() {
            @Override
            public Kit of(Contestant contestant) {
                return kits.of(contestant);
            }

            @Override
            public Map<Scenario, WallResult> run(Contestant contestant, Kit kit, Heat heat, int laps) {
                return Heats.wall(contestant, kit, heat, laps);
            }

            @Override
            public UsersDay minute(Optional<Contestant> contestant, Kit kit) {
                return UsersDay.wall(UsersPlan.MINUTE, contestant, kit, USERS);
            }
        };
    }

    /** Prepares a race of other packages. */
    RaceRun(RacePlan plan, Packages packages) {
        this.plan = plan;
        this.packages = packages;
    }

    /** The contestants' own packages. Each method throws {@link AbsentException} if one cannot run. */
    interface Packages {
        /** The functions of a contestant. */
        Kit of(Contestant contestant);

        /** Cycles on wall-clock time. */
        Map<Scenario, WallResult> run(Contestant contestant, Kit kit, Heat heat, int laps);

        /** Users beside on wall-clock time. */
        UsersDay minute(Optional<Contestant> contestant, Kit kit);
    }

    /** What is running, for the progress line. */
    public Doing doing() {
        return doing;
    }

    /** Runs it. */
    public Race run() {
        Optional<Machine> machine = plan.wall().isEmpty() ? Optional.empty() : Optional.of(machine());
        Map<Contestant, Kit> kits = kits();
        Map<Scenario, Map<Contestant, WallResult>> wall = new HashMap<>();
        for (Heat heat : plan.wall()) {
            for (Map.Entry<Contestant, Kit> kit : new TreeMap<>(kits).entrySet()) {
                onWall(kit.getKey(), kit.getValue(), heat)
                        .forEach((scenario, result) -> wall.computeIfAbsent(scenario, unused -> new TreeMap<>())
                                .put(kit.getKey(), result));
            }
        }
        List<Contestant> runners = plan.contestants().stream()
                .filter(contestant -> !absent.containsKey(contestant))
                .toList();
        Map<Scenario, SortedMap<Contestant, Row>> rows = new LinkedHashMap<>();
        Map<Optional<Contestant>, UsersDay> days = new LinkedHashMap<>();
        SideBySide models = new SideBySide();
        for (Scenario scenario : plan.scenarios()) {
            SortedMap<Contestant, Row> row = new TreeMap<>();
            for (Contestant runner : plan.of(scenario, runners)) {
                Optional<WallResult> on = Optional.ofNullable(
                        wall.getOrDefault(scenario, Map.of()).get(runner));
                models.add(
                        "Virtual time: " + scenario.id(), () -> row(runner, scenario, on), one -> row.put(runner, one));
            }
            rows.put(scenario, row);
        }
        if (plan.withDay()) {
            for (Optional<Contestant> one : withNothing(runners)) {
                models.add(
                        "A day of users: " + name(one),
                        () -> UsersDay.virtual(UsersPlan.DAY, one, USERS),
                        day -> days.put(one, day));
            }
        }
        models.run(this::next);
        return new Race(runners, absent, rows, days, minutes(runners, kits), RacePlan.DAY_N, machine);
    }

    private static Row row(Contestant runner, Scenario scenario, Optional<WallResult> wall) {
        return new Row(
                Heats.virtual(runner, scenario),
                wall.map(on ->
                        new Sides(Heats.asOnWall(runner, scenario, on.later()).later(), on)));
    }

    private Map<Contestant, Kit> kits() {
        Map<Contestant, Kit> kits = new TreeMap<>();
        for (Contestant contestant : plan.contestants()) {
            next("Packages of " + contestant.id());
            try {
                if (!plan.wall().isEmpty() || contestant == Contestant.THUNDRA) {
                    kits.put(contestant, packages.of(contestant));
                }
            } catch (AbsentException reason) {
                absent.put(contestant, String.valueOf(reason.getMessage()));
            }
        }
        return kits;
    }

    private Map<Scenario, WallResult> onWall(Contestant contestant, Kit kit, Heat heat) {
        if (absent.containsKey(contestant)) {
            return Map.of();
        }
        next("Wall-clock time: " + contestant.id() + ", N = " + heat.first().n());
        try {
            Map<Scenario, WallResult> results = packages.run(contestant, kit, heat, plan.wallLaps());
            ranOnWall.add(contestant);
            return results;
        } catch (AbsentException reason) {
            if (ranOnWall.contains(contestant)) {
                next("No result of " + contestant.id() + " with N = "
                        + heat.first().n() + ": " + reason.getMessage());
            } else {
                absent.put(contestant, String.valueOf(reason.getMessage()));
            }
            return Map.of();
        }
    }

    private Map<Optional<Contestant>, UserSides> minutes(List<Contestant> runners, Map<Contestant, Kit> kits) {
        Map<Optional<Contestant>, UserSides> minutes = new LinkedHashMap<>();
        Optional<Kit> unwarmed = Optional.ofNullable(kits.get(Contestant.TRICK));
        if (plan.withMinute() && unwarmed.isPresent()) {
            for (Optional<Contestant> one : withNothing(runners)) {
                next("Users on wall-clock time: " + name(one));
                Kit kit = one.map(kits::get).orElse(unwarmed.get());
                try {
                    UsersDay wall = packages.minute(one, kit);
                    minutes.put(one, new UserSides(UsersDay.virtual(UsersPlan.MINUTE, one, USERS), wall));
                } catch (AbsentException reason) {
                    next("No users on wall-clock time: " + name(one) + ": " + reason.getMessage());
                }
            }
        }
        return minutes;
    }

    private static List<Optional<Contestant>> withNothing(List<Contestant> runners) {
        return Stream.concat(
                        Stream.of(Optional.<Contestant>empty()),
                        runners.stream().map(Optional::of))
                .toList();
    }

    private static String name(Optional<Contestant> one) {
        return one.map(Contestant::id).orElse("nothing");
    }

    private void next(String text) {
        doing = new Doing(text, doing.step() + 1);
    }

    private Machine machine() {
        var system = ManagementFactory.getOperatingSystemMXBean();
        int cores = system.getAvailableProcessors();
        double load = Math.max(0, system.getSystemLoadAverage());
        List<String> programs =
                new ArrayList<>(List.of("Java " + Runtime.version().feature()));
        programs.addAll(workshop.interpreters());
        return new Machine(
                String.format(
                        Locale.ROOT,
                        "%s, %d cores, %s, %s, load average before the race %.1f",
                        LocalDate.now(Clock.systemUTC()),
                        cores,
                        system.getName(),
                        String.join(", ", programs),
                        load),
                load,
                cores);
    }
}
