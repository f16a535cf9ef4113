// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stoker.cli.bench.contestant.Contestant;
import dev.stoker.cli.bench.page.ResultReader;
import dev.stoker.cli.bench.race.Race;
import dev.stoker.cli.bench.race.Race.Machine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The race in docs/benchmarks/race: its results from the result files, and from the page only what these do not have. */
final class CommittedRace {
    private static final Path FOLDER = Path.of(System.getProperty("stoker.root"), "docs", "benchmarks", "race");
    private static final String PAGE = "README.md";

    /** The end of the line with the machine, and what begins a note that it was busy, whatever their words are. */
    private static final Pattern MACHINE = Pattern.compile("(\\d{4}-\\d\\d-\\d\\d, \\d+ cores, .*)\\.\n(\\*\\*)?");

    private CommittedRace() {}

    static Race race() {
        Map<String, List<String>> results = results();
        List<Contestant> ran =
                ResultReader.race(results, new TreeMap<>(), Optional.empty()).contestants();
        return ResultReader.race(results, absent(ran), machine());
    }

    /** The lines of all result files, by name. */
    static Map<String, List<String>> results() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            Map<String, List<String>> results = new TreeMap<>();
            files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".txt"))
                    .forEach(name -> results.put(name, lines(name)));
            return results;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static List<String> lines(String name) {
        return text(name).lines().toList();
    }

    static String text(String name) {
        try {
            return Files.readString(FOLDER.resolve(name));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Compares a file with the committed one. Only -Dstoker.results=write writes it. */
    static void same(String name, String text) {
        if ("write".equals(System.getProperty("stoker.results"))) {
            try {
                Files.writeString(FOLDER.resolve(name), text);
            } catch (IOException unwritable) {
                throw new UncheckedIOException(unwritable);
            }
        }
        assertThat(text(name))
                .as("%s, which follows from the result files; -Dstoker.results=write draws it again", name)
                .isEqualTo(text);
    }

    private static Optional<Machine> machine() {
        Matcher machine = MACHINE.matcher(text(PAGE));
        return machine.find()
                ? Optional.of(new Machine(machine.group(1), machine.group(2) == null ? 0 : 1, 1))
                : Optional.empty();
    }

    /** The reasons of those without results. */
    private static SortedMap<Contestant, String> absent(List<Contestant> ran) {
        SortedMap<Contestant, String> absent = new TreeMap<>();
        for (Contestant one : Contestant.values()) {
            String begin = "- " + one.title() + ": ";
            lines(PAGE).stream()
                    .filter(line -> !ran.contains(one) && line.startsWith(begin))
                    .forEach(line -> absent.put(one, line.substring(begin.length())));
        }
        return absent;
    }
}
