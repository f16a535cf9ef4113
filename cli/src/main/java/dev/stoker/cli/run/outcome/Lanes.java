// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.run.outcome;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stoker.cli.output.Count;
import dev.stoker.cli.output.OneLine;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Draws the environments of a target as lanes of characters, the first arrival at the top. */
final class Lanes {
    /** In a narrower terminal there is no space beside the IDs. */
    static final int NARROWEST = 100;

    /** More lanes would scroll the table off the screen. */
    private static final int MOST = 40;

    private static final int ID_COLUMNS = 12;
    private static final int COUNT_COLUMNS = 14;
    private static final int WIDEST_BARS = 100;

    private final long hold;
    private final long begin;
    private final long end;
    private final int columns;

    private Lanes(long hold, long begin, long end, int columns) {
        this.hold = hold;
        this.begin = begin;
        this.end = end;
        this.columns = columns;
    }

    /** The lanes of a target and a legend. Empty if its output has no environments or if the terminal is too narrow. */
    static List<String> lines(JsonNode target, int terminalColumns) {
        List<JsonNode> rows = new ArrayList<>();
        target.path("environments").forEach(rows::add);
        rows.removeIf(row -> !row.has("arrivedAt")); // other tools do not return arrivals
        if (rows.isEmpty() || terminalColumns < NARROWEST) {
            return List.of();
        }
        rows.sort(Comparator.comparingLong(row -> row.path("arrivedAt").asLong()));
        long opened = target.path("openedAt").asLong();
        long hold = target.path("holdUntil").asLong() - opened;
        long begin =
                rows.stream().mapToLong(row -> initBegan(row, opened)).min().orElse(0);
        long end = rows.stream()
                .mapToLong(row -> row.path("releasedAt").asLong() - opened)
                .max()
                .orElse(0);
        int bars = Math.min(WIDEST_BARS, terminalColumns - ID_COLUMNS - COUNT_COLUMNS - 2);
        Lanes lanes = new Lanes(hold, Math.min(0, begin), Math.max(Math.max(hold, end), 1), bars);
        List<String> lines = new ArrayList<>();
        rows.stream().limit(MOST).forEach(row -> lines.add(lanes.line(row, opened)));
        if (rows.size() > MOST) {
            lines.add("… and " + Count.of(rows.size() - MOST, "lane") + " more; stoker report draws all.");
        }
        lines.add("= INIT of a cold start, █ holds, | the rendezvous at " + Count.millis(hold) + "; from "
                + Count.millis(lanes.begin) + " to " + Count.millis(lanes.end) + " after the round opened.");
        return lines;
    }

    private String line(JsonNode row, long opened) {
        StringBuilder bars = new StringBuilder(" ".repeat(columns));
        bars.setCharAt(column(hold), '|');
        if (row.path("coldStart").asBoolean() && row.path("initMillis").isNumber()) {
            fill(bars, initBegan(row, opened), row.path("initializedAt").asLong() - opened, '=');
        }
        fill(
                bars,
                row.path("arrivedAt").asLong() - opened,
                row.path("releasedAt").asLong() - opened,
                '█');
        long served = row.path("served").asLong();
        String id = OneLine.of(row.path("id").asText());
        String name =
                id.length() > ID_COLUMNS ? id.substring(0, ID_COLUMNS) : id + " ".repeat(ID_COLUMNS - id.length());
        return (name + "  " + bars + (served > 0 ? "  " + Count.of(served, "user") : "")).stripTrailing();
    }

    /** Draws at least one character. */
    private void fill(StringBuilder bars, long from, long to, char with) {
        int last = Math.max(column(from), column(to) - 1);
        for (int at = column(from); at <= last; at++) {
            bars.setCharAt(at, with);
        }
    }

    private int column(long millis) {
        long at = (millis - begin) * (columns - 1) / (end - begin);
        return (int) Math.max(0, Math.min(columns - 1, at));
    }

    /** When INIT of a cold start began, if known, otherwise the opening of the round. */
    private static long initBegan(JsonNode row, long opened) {
        boolean known =
                row.path("coldStart").asBoolean() && row.path("initMillis").isNumber();
        return known
                ? row.path("initializedAt").asLong() - row.path("initMillis").asLong() - opened
                : 0;
    }
}
