// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.bench.page;

import dev.stoker.cli.bench.contestant.Contestant;
import dev.stoker.cli.bench.race.Race;
import dev.stoker.cli.bench.race.Race.Row;
import dev.stoker.cli.bench.race.Scenario;
import dev.stoker.cli.bench.race.UsersDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/** The result files, lines for each contestant. All but those of wall-clock time are the same on every machine. */
public final class ResultText {
    private static final String WALL = " wall    ";
    private static final String WALL_FIRST = " wall 1st";

    private ResultText() {}

    /** The results of a scenario. */
    public static List<String> of(Scenario scenario, SortedMap<Contestant, Row> rows) {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT,
                "# Written by stoker bench. N = %d, dispatch %s, a cold start of %d ms, the environment that is %s; limit %.1f ms for each environment.",
                scenario.n(),
                scenario.spread().text(),
                scenario.initMillis(),
                switch (scenario.choice()) {
                    case MOST_RECENT -> "most recently used gets a request";
                    case LEAST_RECENT -> "least recently used gets a request";
                    case RANDOM -> "free, at random, gets a request";
                },
                scenario.spread().limit(scenario.n())));
        lines.add(
                "# On virtual time, a cycle every 4 minutes, reclaimed after 6 idle minutes; the first cycle and those after 10.");
        rows.forEach((contestant, row) -> {
            lines.add(line(contestant, " first   ", row.virtual().first().text()));
            lines.add(line(contestant, " later   ", row.virtual().later().text()));
        });
        if (rows.values().stream().anyMatch(row -> row.sides().isPresent())) {
            lines.add(
                    "# Cycles one after another, so that nothing is reclaimed: on virtual time, and on wall-clock time with the"
                            + " packages as processes; the first cycle only if no environment existed before.");
            rows.forEach((contestant, row) -> row.sides().ifPresent(sides -> {
                lines.add(line(contestant, " virtual ", sides.virtual().later().text()));
                sides.wall().first().ifPresent(first -> lines.add(line(contestant, WALL_FIRST, first.text())));
                lines.add(line(contestant, WALL, sides.wall().later().text()));
            }));
        }
        return lines;
    }

    /** The results of the day. */
    static List<String> ofDay(Race race) {
        List<String> lines = new ArrayList<>();
        lines.add("# Written by stoker bench. A day of users on virtual time, N = " + race.dayN()
                + ", dispatch uniform 100 ms, a cold start of 2,000 ms.");
        for (Map.Entry<Optional<Contestant>, UsersDay> day : race.days().entrySet()) {
            lines.add(String.format(
                    Locale.ROOT,
                    "%-30s %s",
                    day.getKey().map(Contestant::id).orElse("nothing"),
                    day.getValue().text()));
        }
        return lines;
    }

    /** The results of users on both kinds of time. */
    static List<String> ofMinutes(Race race) {
        List<String> lines = new ArrayList<>();
        lines.add(
                "# Written by stoker bench --full. Users for 50 s, N = " + race.dayN()
                        + ", dispatch uniform 100 ms, a cold start of 2,000 ms, a cycle every 10 s, reclaimed after 15 idle seconds.");
        race.minutes().forEach((contestant, sides) -> {
            String id = contestant.map(Contestant::id).orElse("nothing");
            lines.add(String.format(
                    Locale.ROOT, "%-29s virtual  %s", id, sides.virtual().text()));
            lines.add(String.format(
                    Locale.ROOT, "%-29s wall     %s", id, sides.wall().text()));
        });
        return lines;
    }

    private static String line(Contestant contestant, String kind, String figures) {
        return String.format(Locale.ROOT, "%-29s%s %s", contestant.id(), kind, figures);
    }
}
