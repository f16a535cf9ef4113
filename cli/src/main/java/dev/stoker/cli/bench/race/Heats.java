// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.bench.race;

import dev.stoker.cli.bench.contestant.Contestant;
import dev.stoker.cli.bench.contestant.Kit;
import dev.stoker.cli.bench.race.RacePlan.Heat;
import dev.stoker.cli.bench.race.Track.Lap;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Runs contestants through scenarios. */
public final class Heats {
    /** Cycles on virtual time that count. */
    public static final int VIRTUAL_LAPS = 30;

    /** Cycles before those: Stoker learns, and tools have their environments. */
    public static final int LEARNING_LAPS = 10;

    private Heats() {}

    /**
     * Cycles of a contestant in a scenario.
     *
     * @param first the first cycle, in which no environment exists
     * @param later the cycles that count
     */
    public record Result(RaceFigures first, RaceFigures later) {}

    /**
     * Cycles on wall-clock time.
     *
     * @param first the first cycle, if no environment existed before it
     * @param later the cycles that count
     */
    public record WallResult(Optional<RaceFigures> first, RaceFigures later) {}

    /** A scenario on virtual time, with a cycle every 4 minutes, and environments that are reclaimed after 6 idle minutes. */
    public static Result virtual(Contestant contestant, Scenario scenario) {
        return virtual(contestant, scenario, OptionalLong.empty(), true);
    }

    /**
     * A scenario on virtual time as it runs on wall-clock time: nothing is reclaimed, and a target that does not wait is busy for as long as its process
     * was.
     *
     * @param wall the cycles on wall-clock time
     */
    public static Result asOnWall(Contestant contestant, Scenario scenario, RaceFigures wall) {
        return virtual(contestant, scenario, OptionalLong.of(Math.round(wall.answerMillis())), false);
    }

    private static Result virtual(
            Contestant contestant, Scenario scenario, OptionalLong answerMillis, boolean reclaims) {
        try (VirtualTrack track = new VirtualTrack(contestant, scenario, answerMillis, reclaims)) {
            track.dispatch(scenario.spread().delay());
            Lap first = track.lap();
            return new Result(
                    RaceFigures.of(scenario.n(), scenario.spread(), List.of(first)),
                    RaceFigures.of(scenario.n(), scenario.spread(), laps(track, LEARNING_LAPS - 1, VIRTUAL_LAPS)));
        }
    }

    /**
     * Scenarios on wall-clock time. Cycles follow each other at once.
     *
     * @param laps cycles of each spread that count
     */
    public static Map<Scenario, WallResult> wall(Contestant contestant, Kit kit, Heat heat, int laps) {
        Map<Scenario, WallResult> results = new HashMap<>();
        int learning = contestant == Contestant.STOKER ? LEARNING_LAPS - 1 : 2;
        try (WallTrack track = new WallTrack(contestant, kit, heat.first())) {
            for (Spread spread : heat.spreads()) {
                track.dispatch(spread.delay());
                Scenario scenario = heat.scenario(spread);
                RaceFigures first = RaceFigures.of(scenario.n(), spread, List.of(track.lap()));
                results.put(
                        scenario,
                        new WallResult(
                                results.isEmpty() ? Optional.of(first) : Optional.empty(),
                                RaceFigures.of(scenario.n(), spread, laps(track, learning, laps))));
            }
        }
        return results;
    }

    private static List<Lap> laps(Track track, int before, int counted) {
        for (int i = 0; i < before; i++) {
            track.lap();
        }
        List<Lap> laps = new ArrayList<>();
        for (int i = 0; i < counted; i++) {
            laps.add(track.lap());
        }
        return laps;
    }
}
