// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.advise;

import dev.stoker.cli.advise.plan.Week;
import dev.stoker.cli.advise.plan.WindowSchedule;
import dev.stoker.cli.output.Count;
import dev.stoker.cli.output.Failure;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The template of a stack whose schedules are windows: each hour of the week in exactly one of them. */
final class WindowsTemplate {
    private static final Pattern PLACE = Pattern.compile("@([a-zA-Z]+)@");

    private WindowsTemplate() {}

    /**
     * The text of the template.
     *
     * @param file the name of its file, for the command that deploys it
     * @param function the default of its function, if it is known
     * @param keepWarm the default of its state machine, if it is known
     * @param zone the time zone of its hours
     */
    static String of(String file, Week week, Optional<String> function, Optional<String> keepWarm, String zone) {
        List<WindowSchedule> schedules = WindowSchedule.of(week);
        StringBuilder resources = new StringBuilder();
        for (int i = 0; i < schedules.size(); i++) {
            WindowSchedule schedule = schedules.get(i);
            resources.append(filled(
                    "window.yaml",
                    Map.of(
                            "index", Integer.toString(i + 1),
                            "environments", Count.of(schedule.concurrency(), "environment"),
                            "expression", schedule.expression(),
                            "concurrency", Integer.toString(schedule.concurrency()))));
        }
        Map<String, String> parts = Map.of(
                "about",
                week.levels().stream().map(level -> Count.plain((long) level)).collect(Collectors.joining(", "))
                        + " environments.",
                "file",
                file,
                "overrides",
                (keepWarm.isPresent() ? "" : "KeepWarmArn=ARN ") + "Function=" + function.orElse("NAME"),
                "keepWarmDefault",
                keepWarm.map(WindowsTemplate::withDefault).orElse(""),
                "functionDefault",
                function.map(WindowsTemplate::withDefault).orElse(""),
                "timezone",
                zone,
                "schedules",
                resources.toString().stripTrailing());
        return filled("windows.yaml", parts);
    }

    /**
     * Writes the template.
     *
     * @throws Failure if it cannot be written
     */
    static void write(String file, String template) {
        try {
            Files.writeString(Path.of(file), template);
        } catch (IOException | InvalidPathException unwritable) {
            throw Failure.notWritten("--template", file, unwritable);
        }
    }

    private static String withDefault(String value) {
        return "\n    Default: '" + value + "'";
    }

    /** A file beside this class, with a value in each of its places. */
    private static String filled(String name, Map<String, String> parts) {
        try (InputStream file = WindowsTemplate.class.getResourceAsStream(name)) {
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            return PLACE.matcher(text).replaceAll(found -> Matcher.quoteReplacement(parts.get(found.group(1))));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
