// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.bench.race;

import dev.stoker.cli.bench.contestant.Contestant;
import dev.stoker.cli.bench.race.Heats.Result;
import dev.stoker.cli.bench.race.Heats.WallResult;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;

/**
 * All results of a race.
 *
 * @param contestants who took part
 * @param absent why others could not run
 * @param rows results by scenario, each with those of the contestants
 * @param days a day of users by contestant; no contestant for no warming at all
 * @param minutes users beside on both kinds of time, by contestant; no contestant for no warming at all
 * @param dayN the number of environments on that day, and in those minutes
 * @param machine the machine and its load, and when; empty if nothing ran on wall-clock time
 */
public record Race(
        List<Contestant> contestants,
        SortedMap<Contestant, String> absent,
        Map<Scenario, SortedMap<Contestant, Row>> rows,
        Map<Optional<Contestant>, UsersDay> days,
        Map<Optional<Contestant>, UserSides> minutes,
        int dayN,
        Optional<Machine> machine) {
    /** The later cycles of a contestant in a scenario on virtual time; empty if it did not take part. */
    public Optional<RaceFigures> later(Scenario scenario, Contestant contestant) {
        return Optional.ofNullable(rows.get(scenario))
                .flatMap(of -> Optional.ofNullable(of.get(contestant)))
                .map(row -> row.virtual().later());
    }

    /** The later cycles of a contestant in a scenario with its own packages as processes; empty if it did not run so. */
    public Optional<RaceFigures> wall(Scenario scenario, Contestant contestant) {
        return Optional.ofNullable(rows.get(scenario))
                .flatMap(of -> Optional.ofNullable(of.get(contestant)))
                .flatMap(Row::sides)
                .map(sides -> sides.wall().later());
    }

    /** Whether a contestant held N, and reported no more than it held, in the later cycles of each scenario on both kinds of time. */
    public boolean meetsGoal(Contestant contestant) {
        return rows.values().stream()
                .flatMap(of -> Optional.ofNullable(of.get(contestant)).stream())
                .flatMap(row -> Stream.concat(
                        Stream.of(row.virtual().later()),
                        row.sides().map(sides -> sides.wall().later()).stream()))
                .allMatch(figures -> figures.holdsAll() && !figures.reportsTooMany());
    }

    /**
     * A contestant in a scenario.
     *
     * @param virtual a cycle every 4 minutes, idle environments are reclaimed
     * @param sides the same scenario on both kinds of time, if it ran on wall-clock time
     */
    public record Row(Result virtual, Optional<Sides> sides) {}

    /**
     * Cycles that follow each other at once, so that nothing is reclaimed.
     *
     * @param virtual the cycles that count, on virtual time
     * @param wall with the contestant's own packages as processes, on wall-clock time
     */
    public record Sides(RaceFigures virtual, WallResult wall) {
        /** Whether the environments held differ by more than noise: an environment and a tenth of N. */
        public boolean heldDiffers() {
            int n = wall.later().n();
            return Math.abs(wall.later().held() - virtual.held()) > Math.max(1, n / 10.0);
        }

        /** Whether the billed times differ by more than noise: 10 ms and a quarter. */
        public boolean billedDiffers() {
            return Math.abs(wall.later().billedMillis() - virtual.billedMillis())
                    > Math.max(10, virtual.billedMillis() / 4);
        }
    }

    /**
     * The same users on both kinds of time.
     *
     * @param virtual on virtual time
     * @param wall on wall-clock time, where it is not known who was displaced
     */
    public record UserSides(UsersDay virtual, UsersDay wall) {
        /** Whether they differ by more than noise: five users and a quarter. */
        public boolean differ() {
            return Math.abs(wall.cold() - virtual.cold()) > Math.max(5, virtual.cold() / 4.0);
        }
    }

    /**
     * Where the race ran on wall-clock time.
     *
     * @param text the machine, for people
     * @param load the number of processes that ran or waited just before the race, on average of a minute
     * @param cores its cores
     */
    public record Machine(String text, double load, int cores) {
        /** Whether other work ran at the same time, so that the race has to be run again. */
        public boolean wasBusy() {
            return load > 0.5 * cores;
        }
    }
}
