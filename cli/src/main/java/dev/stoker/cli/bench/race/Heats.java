// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.bench.race;

import dev.stoker.cli.bench.contestant.Contestant;
import dev.stoker.cli.bench.contestant.Kit;
import dev.stoker.cli.bench.race.Track.Lap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Runs contestants through scenarios. */
public final class Heats {
    /** Cycles on virtual time that count. */
    public static final int VIRTUAL_LAPS = 30;

    /** Cycles before those: Stoker learns, and tools have their environments. */
    static final int LEARNING_LAPS = 10;

    private Heats() {}

    /**
     * A contestant's first cycle, in which no environment exists, and the later ones.
     *
     * @param first the first cycle; on wall-clock time with several spreads, the first of all
     * @param later the cycles that count
     */
    public record Result(RaceFigures first, RaceFigures later) {}

    /**
     * A scenario on virtual time; the same figures on every machine.
     *
     * @param reclaims whether idle environments are reclaimed
     */
    public static Result virtual(Contestant contestant, Scenario scenario, boolean reclaims) {
        try (VirtualTrack track =
                new VirtualTrack(contestant, scenario.n(), scenario.initMillis(), scenario.choice(), reclaims)) {
            track.dispatch(scenario.spread().delay());
            Lap first = track.lap();
            return new Result(
                    RaceFigures.of(scenario.n(), scenario.spread(), List.of(first)),
                    RaceFigures.of(scenario.n(), scenario.spread(), laps(track, LEARNING_LAPS - 1, VIRTUAL_LAPS)));
        }
    }

    /**
     * Scenarios of one N on wall-clock time, in the same environments. Cycles follow each other at once.
     *
     * @param laps cycles of each spread that count
     */
    public static Map<Spread, Result> wall(Contestant contestant, Kit kit, int n, List<Spread> spreads, int laps) {
        Map<Spread, Result> results = new TreeMap<>();
        try (WallTrack track = new WallTrack(contestant, kit, n)) {
            track.dispatch(Spread.NONE.delay());
            track.lap(); // its environments start
            for (Spread spread : spreads) {
                track.dispatch(spread.delay());
                RaceFigures first = RaceFigures.of(n, spread, List.of(track.lap()));
                int learning = contestant == Contestant.STOKER ? LEARNING_LAPS - 1 : 1;
                results.put(spread, new Result(first, RaceFigures.of(n, spread, laps(track, learning, laps))));
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
