// SPDX-License-Identifier: Apache-2.0
package dev.stoker.simulation.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The table of goals in docs/demand.md: a row for each goal, a column for each usual scene. */
final class GoalTable {
    private static final Path DOCS = Path.of(System.getProperty("stoker.root"), "docs");
    private static final String BEGIN = "<!-- The goals: .ci/backtest writes this table. -->\n";
    private static final String END = "\n<!-- The end of the goals. -->";
    /** The end of the sentence in docs/demand.md before links to results that an older rule gave, if there are any. */
    static final String OLDER = "older than the rule: ";

    private static final Pattern LINK = Pattern.compile("\\]\\(benchmarks/(backtest/[^)]*)\\)");
    private static final Pattern GOAL =
            Pattern.compile("goal: (?<text>.*?) +(?<value>[0-9.]+|Infinity) of at most +(?<limit>[0-9.]+) .*");

    private final List<Run> columns = new ArrayList<>();
    private final Map<String, Map<Run, String>> rows = new LinkedHashMap<>();

    private GoalTable() throws IOException {
        for (Run run : Run.values()) {
            Path file = DOCS.resolve("benchmarks/backtest").resolve(run.word() + ".txt");
            if (run.isUsual && run != Run.RISE && Files.exists(file)) { // a rise is the first of many
                columns.add(run);
                Files.readAllLines(file).forEach(line -> add(run, GOAL.matcher(line)));
            }
        }
    }

    /** Compares the page with the results. Only -Dstoker.results=write writes the page. */
    static void same() throws IOException {
        Path page = DOCS.resolve("demand.md");
        String text = Files.readString(page);
        int from = text.indexOf(BEGIN) + BEGIN.length();
        int to = text.indexOf(END);
        String table = new GoalTable().markdown();
        if ("write".equals(System.getProperty("stoker.results"))) {
            Files.writeString(page, text.substring(0, from) + table + text.substring(to));
        } else {
            assertThat(text.substring(from, to)).isEqualTo(table);
        }
    }

    /** The files of results that the page calls older than the rule. */
    static List<String> olderFiles() throws IOException {
        return Files.readAllLines(DOCS.resolve("demand.md")).stream()
                .filter(line -> line.contains(OLDER))
                .flatMap(line ->
                        LINK.matcher(line.substring(line.indexOf(OLDER))).results())
                .map(link -> link.group(1))
                .toList();
    }

    private void add(Run run, Matcher goal) {
        if (goal.matches()) {
            String text = goal.group("text").replaceFirst("^to ", "cold starts, to ");
            boolean met = Double.parseDouble(goal.group("value")) <= Double.parseDouble(goal.group("limit"));
            String value = goal.group("value").replace("Infinity", "not reached");
            rows.computeIfAbsent(text + " | " + goal.group("limit"), any -> new LinkedHashMap<>())
                    .put(run, met ? value : "**" + value + "**");
        }
    }

    private String markdown() {
        StringBuilder table = new StringBuilder("| goal | at most |");
        columns.forEach(run -> table.append(" [")
                .append(run.title)
                .append("](benchmarks/backtest/")
                .append(run.word())
                .append(".txt) |"));
        table.append("\n|---|---|").append("---|".repeat(columns.size()));
        rows.forEach((goal, values) -> {
            table.append("\n| ").append(goal).append(" |");
            columns.forEach(run ->
                    table.append(' ').append(values.getOrDefault(run, "")).append(" |"));
        });
        return table.append('\n').toString().replace("  |", " |");
    }
}
