// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.bench.page;

import dev.stoker.cli.bench.contestant.Contestant;
import dev.stoker.cli.bench.race.Heats;
import dev.stoker.cli.bench.race.Heats.Result;
import dev.stoker.cli.bench.race.Heats.WallResult;
import dev.stoker.cli.bench.race.Race;
import dev.stoker.cli.bench.race.Race.Machine;
import dev.stoker.cli.bench.race.Race.Row;
import dev.stoker.cli.bench.race.Race.Sides;
import dev.stoker.cli.bench.race.Race.UserSides;
import dev.stoker.cli.bench.race.RaceFigures;
import dev.stoker.cli.bench.race.RacePlan;
import dev.stoker.cli.bench.race.Scenario;
import dev.stoker.cli.bench.race.UsersDay;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the result files that {@link ResultText} has written, so that the page and the charts have the figures of these files. */
public final class ResultReader {
    private static final Pattern LIMIT = Pattern.compile("; limit ([0-9.]+) ms for each environment");

    /** Means of a few cycles on wall-clock time have two digits. */
    private static final int WALL_CYCLES = 100;

    private ResultReader() {}

    /**
     * The race that these files are the results of.
     *
     * @param files the lines by the name of the file
     * @param absent who did not run, which the files do not say
     * @param machine the machine, which the files do not say
     */
    public static Race race(
            Map<String, List<String>> files, SortedMap<Contestant, String> absent, Optional<Machine> machine) {
        Map<Scenario, SortedMap<Contestant, Row>> rows = new LinkedHashMap<>();
        TreeSet<Contestant> contestants = new TreeSet<>();
        for (Scenario scenario : RacePlan.allScenarios()) {
            Optional.ofNullable(files.get(ResultText.file(scenario)))
                    .map(ResultReader::rows)
                    .ifPresent(read -> {
                        rows.put(scenario, read);
                        contestants.addAll(read.keySet());
                    });
        }
        return new Race(
                List.copyOf(contestants),
                absent,
                rows,
                days(files.getOrDefault(ResultText.DAY_FILE, List.of())),
                minutes(files.getOrDefault(ResultText.MINUTE_FILE, List.of())),
                RacePlan.DAY_N,
                machine);
    }

    private static SortedMap<Contestant, Row> rows(List<String> lines) {
        Matcher limit = LIMIT.matcher(lines.get(0));
        if (!limit.find()) {
            throw new IllegalArgumentException("no limit: " + lines.get(0));
        }
        double limitMillis = Double.parseDouble(limit.group(1));
        SortedMap<Contestant, Row> rows = new TreeMap<>();
        byContestant(lines).forEach((contestant, kinds) -> {
            RaceFigures first = figures(kinds, ResultText.FIRST, 1, limitMillis).orElseThrow();
            RaceFigures later = figures(kinds, ResultText.LATER, Heats.VIRTUAL_LAPS, limitMillis)
                    .orElseThrow();
            Optional<RaceFigures> wall = figures(kinds, ResultText.WALL, WALL_CYCLES, limitMillis);
            rows.put(
                    contestant.orElseThrow(),
                    new Row(
                            new Result(first, later),
                            wall.map(on -> new Sides(
                                    figures(kinds, ResultText.VIRTUAL, Heats.VIRTUAL_LAPS, limitMillis)
                                            .orElseThrow(),
                                    new WallResult(figures(kinds, ResultText.WALL_FIRST, 1, limitMillis), on)))));
        });
        return rows;
    }

    private static Optional<RaceFigures> figures(
            Map<String, String> kinds, String kind, int cycles, double limitMillis) {
        return Optional.ofNullable(kinds.get(kind)).map(text -> RaceFigures.read(text, cycles, limitMillis));
    }

    private static Map<Optional<Contestant>, UsersDay> days(List<String> lines) {
        Map<Optional<Contestant>, UsersDay> days = new LinkedHashMap<>();
        for (String line : figures(lines)) {
            days.put(
                    contestant(line),
                    UsersDay.read(line.substring(ResultText.NAME).strip()));
        }
        return days;
    }

    private static Map<Optional<Contestant>, UserSides> minutes(List<String> lines) {
        Map<Optional<Contestant>, UserSides> minutes = new LinkedHashMap<>();
        byContestant(lines)
                .forEach((contestant, kinds) -> minutes.put(
                        contestant, new UserSides(day(kinds, ResultText.VIRTUAL), day(kinds, ResultText.WALL))));
        return minutes;
    }

    private static UsersDay day(Map<String, String> kinds, String kind) {
        return UsersDay.read(Objects.requireNonNull(kinds.get(kind), kind));
    }

    /** The texts of each contestant by their kind. */
    private static Map<Optional<Contestant>, Map<String, String>> byContestant(List<String> lines) {
        Map<Optional<Contestant>, Map<String, String>> texts = new LinkedHashMap<>();
        int kindEnds = ResultText.NAME + ResultText.WALL_FIRST.length() + 1;
        for (String line : figures(lines)) {
            texts.computeIfAbsent(contestant(line), any -> new HashMap<>())
                    .put(
                            line.substring(ResultText.NAME, kindEnds).strip(),
                            line.substring(kindEnds).strip());
        }
        return texts;
    }

    private static List<String> figures(List<String> lines) {
        return lines.stream().filter(line -> !line.startsWith("#")).toList();
    }

    private static Optional<Contestant> contestant(String line) {
        String id = line.substring(0, ResultText.NAME).strip();
        return id.equals(ResultText.NOTHING)
                ? Optional.empty()
                : Optional.of(
                        Contestant.of(id).orElseThrow(() -> new IllegalArgumentException("no contestant: " + line)));
    }
}
