// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.bench.page;

import dev.stoker.cli.bench.contestant.Contestant;
import dev.stoker.cli.bench.race.Race;
import dev.stoker.cli.bench.race.Race.Row;
import dev.stoker.cli.bench.race.Scenario;
import dev.stoker.cli.bench.race.UsersDay;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/** The result files, lines for each contestant. All but those of wall-clock time are the same on every machine. {@link ResultReader} reads them. */
public final class ResultText {
    /** The columns of the contestant's name. */
    static final int NAME = 29;

    static final String FIRST = "first";
    static final String LATER = "later";
    static final String VIRTUAL = "virtual";
    static final String WALL = "wall";
    static final String WALL_FIRST = "wall 1st";
    static final String NOTHING = "nothing";

    /** The file of the day. */
    static final String DAY_FILE = "day.txt";

    /** The file of users on both kinds of time. */
    static final String MINUTE_FILE = "minute.txt";

    private ResultText() {}

    /** All files by name. */
    static Map<String, List<String>> files(Race race) {
        Map<String, List<String>> files = new LinkedHashMap<>();
        race.rows().forEach((scenario, rows) -> files.put(file(scenario), of(scenario, rows)));
        files.put(DAY_FILE, ofDay(race.dayN(), race.days()));
        if (!race.minutes().isEmpty()) {
            files.put(MINUTE_FILE, ofMinutes(race));
        }
        return files;
    }

    /** The name of a scenario's file. */
    public static String file(Scenario scenario) {
        return scenario.id() + ".txt";
    }

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
            lines.add(line(contestant, FIRST, row.virtual().first().text()));
            lines.add(line(contestant, LATER, row.virtual().later().text()));
        });
        if (rows.values().stream().anyMatch(row -> row.sides().isPresent())) {
            lines.add(
                    "# Cycles one after another, so that nothing is reclaimed: on virtual time, and on wall-clock time with the"
                            + " packages as processes; the first cycle only if no environment existed before.");
            rows.forEach((contestant, row) -> row.sides().ifPresent(sides -> {
                lines.add(line(contestant, VIRTUAL, sides.virtual().text()));
                sides.wall().first().ifPresent(first -> lines.add(line(contestant, WALL_FIRST, first.text())));
                lines.add(line(contestant, WALL, sides.wall().later().text()));
            }));
        }
        return lines;
    }

    /** The results of the day. */
    public static List<String> ofDay(int dayN, Map<Optional<Contestant>, UsersDay> days) {
        List<String> lines = new ArrayList<>();
        lines.add("# Written by stoker bench. A day of users on virtual time, N = " + dayN
                + ", dispatch uniform 100 ms, a cold start of 2,000 ms.");
        days.forEach(
                (contestant, day) -> lines.add(String.format(Locale.ROOT, "%-30s %s", id(contestant), day.text())));
        return lines;
    }

    /** The results of users on both kinds of time. */
    private static List<String> ofMinutes(Race race) {
        List<String> lines = new ArrayList<>();
        lines.add(
                "# Written by stoker bench --full. Users for 50 s, N = " + race.dayN()
                        + ", dispatch uniform 100 ms, a cold start of 2,000 ms, a cycle every 10 s, reclaimed after 15 idle seconds.");
        race.minutes().forEach((contestant, sides) -> {
            lines.add(line(id(contestant), VIRTUAL, sides.virtual().text()));
            lines.add(line(id(contestant), WALL, sides.wall().text()));
        });
        return lines;
    }

    private static String id(Optional<Contestant> contestant) {
        return contestant.map(Contestant::id).orElse(NOTHING);
    }

    private static String line(Contestant contestant, String kind, String figures) {
        return line(contestant.id(), kind, figures);
    }

    private static String line(String id, String kind, String figures) {
        return String.format(Locale.ROOT, "%-" + NAME + "s %-8s %s", id, kind, figures);
    }
}
