// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.bench.page;

import dev.stoker.cli.bench.race.Race;
import dev.stoker.cli.output.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Writes the files of a race into a folder: the results, and from these the page and its charts. */
public final class RaceFiles {
    private RaceFiles() {}

    /**
     * Writes all files. The users of an earlier long race are deleted if this race has none, because the page has none either.
     *
     * @throws Failure if one cannot be written
     */
    public static void write(Race race, Path folder) {
        Map<String, List<String>> results = ResultText.files(race);
        results.forEach((name, lines) -> text(folder, name, String.join("\n", lines) + "\n"));
        if (!results.containsKey(ResultText.MINUTE_FILE)) {
            delete(folder.resolve(ResultText.MINUTE_FILE));
        }
        drawn(ResultReader.race(results, race.absent(), race.machine()))
                .forEach((name, text) -> text(folder, name, text));
    }

    /** The page and its charts by name, of a race as {@link ResultReader} has read it. */
    public static Map<String, String> drawn(Race race) {
        RaceCharts charts = new RaceCharts(race);
        return Map.of(
                "share.svg", charts.share(),
                "dollars.svg", charts.dollars(),
                "day.svg", charts.day(),
                "figures.md", new FiguresPage(race).text(),
                "processes.md", new ProcessesPage(race).text(),
                "earlier.md", new EarlierPage(race).text(),
                "README.md", new RacePage(race).text());
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException unwritable) {
            throw Failure.notWritten("--output", file.toString(), unwritable);
        }
    }

    private static void text(Path folder, String name, String text) {
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve(name), text);
        } catch (IOException unwritable) {
            throw Failure.notWritten("--output", folder.resolve(name).toString(), unwritable);
        }
    }
}
