// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.bench.page;

import dev.stoker.cli.bench.race.Race;
import dev.stoker.cli.output.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes the files of a race into a folder. */
public final class RaceFiles {
    private RaceFiles() {}

    /**
     * Writes all files.
     *
     * @throws Failure if one cannot be written
     */
    public static void write(Race race, Path folder) {
        race.rows().forEach((scenario, rows) -> lines(folder, scenario.id() + ".txt", ResultText.of(scenario, rows)));
        lines(folder, "day.txt", ResultText.ofDay(race));
        if (!race.minutes().isEmpty()) {
            lines(folder, "minute.txt", ResultText.ofMinutes(race));
        }
        RaceCharts charts = new RaceCharts(race);
        text(folder, "share.svg", charts.share());
        text(folder, "dollars.svg", charts.dollars());
        text(folder, "day.svg", charts.day());
        text(folder, "README.md", new RacePage(race).text());
    }

    private static void lines(Path folder, String name, List<String> lines) {
        text(folder, name, String.join("\n", lines) + "\n");
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
