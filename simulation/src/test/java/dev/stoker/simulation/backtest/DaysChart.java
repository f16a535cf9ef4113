// SPDX-License-Identifier: Apache-2.0
package dev.stoker.simulation.backtest;

import dev.stoker.cli.chart.Svg;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** Draws a part of one way in time: users at once, the number that it keeps, and cold starts. */
final class DaysChart {
    private static final int WIDTH = 900;
    private static final int LEFT = 60;
    private static final int RIGHT = 880;
    private static final int TOP = 96;
    private static final int PLOT = 240;
    private static final int COLD_TOP = TOP + PLOT + 34;
    private static final int COLD = 60;
    private static final int MOST_COLUMNS = 840;
    private static final int FEW_HOURS = 12;
    private static final int LABEL = 40;
    private static final String STYLE = """
            .users { fill: var(--rule); } .kept { fill: none; stroke: var(--hold); stroke-width: 1.5; }
            .cold { fill: var(--line); } .axis { stroke: var(--soft); } .tick { text-anchor: end; }
            """;

    private final Outcome outcome;
    private final int first;

    /** Intervals of one column. */
    private final int width;

    private final int columns;
    private final int most;
    private final int mostCold;

    private DaysChart(Outcome outcome, int first) {
        this.outcome = outcome;
        this.first = first;
        int count = outcome.kept().size() - first;
        this.width = (count + MOST_COLUMNS - 1) / MOST_COLUMNS;
        this.columns = count / width;
        int highest = 1;
        int coldest = 1;
        for (int column = 0; column < columns; column++) {
            highest = Math.max(highest, Math.max(most(outcome.kept(), column), most(outcome.peaks(), column)));
            coldest = Math.max(coldest, cold(column));
        }
        this.most = highest;
        this.mostCold = coldest;
    }

    /**
     * The whole file, to the end of the scene.
     *
     * @param from the first instant
     */
    static String of(Outcome outcome, long from) {
        Scene scene = outcome.scene();
        return new DaysChart(outcome, (int) ((from - scene.series().startMillis()) / Scene.INTERVAL_MILLIS)).draw();
    }

    private List<Integer> part(List<Integer> intervals, int column) {
        return intervals.subList(first + column * width, first + (column + 1) * width);
    }

    private int most(List<Integer> intervals, int column) {
        return part(intervals, column).stream().mapToInt(i -> i).max().orElseThrow();
    }

    private int cold(int column) {
        return part(outcome.coldByInterval(), column).stream().mapToInt(i -> i).sum();
    }

    private String draw() {
        Scene scene = outcome.scene();
        String line = String.format(
                Locale.ROOT,
                "%s; each column is %d minutes, from %s on",
                scene.series().name(),
                width * Scene.INTERVAL_MILLIS / 60_000,
                Instant.ofEpochMilli(scene.tick(first)).toString().substring(0, 10));
        Svg svg = new Svg(WIDTH, COLD_TOP + COLD + 34, LEFT, "N that follows demand: " + scene.name(), line, STYLE);
        grid(svg);
        StringBuilder users = new StringBuilder();
        StringBuilder kept = new StringBuilder();
        int before = -1;
        for (int column = 0; column < columns; column++) {
            int number = most(outcome.kept(), column);
            double top = y(most(outcome.peaks(), column));
            users.append(point(x(column), top)).append(point(x(column + 1), top));
            if (number != before) {
                kept.append(before < 0 ? "" : point(x(column), y(before))).append(point(x(column), y(number)));
                before = number;
            }
        }
        svg.add(
                "<polygon class=\"users\" points=\"%s%s%s\"/>\n",
                users, point(x(columns), TOP + PLOT), point(x(0), TOP + PLOT));
        svg.add("<polyline class=\"kept\" points=\"%s%s\"/>\n", kept, point(x(columns), y(before)));
        for (int column = 0; column < columns; column++) {
            double height = (double) COLD * cold(column) / mostCold;
            if (height > 0) {
                svg.add(
                        "<rect class=\"cold\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\"/>\n",
                        x(column), COLD_TOP + COLD - height, Math.max(1, x(1) - x(0)), height);
            }
        }
        labels(svg);
        return svg.end();
    }

    /** A line at each begin of a day, or of an hour if there are few. */
    private void grid(Svg svg) {
        Scene scene = outcome.scene();
        long hours = (long) columns * width * Scene.INTERVAL_MILLIS / Scene.HOUR_MILLIS;
        boolean byHour = hours <= FEW_HOURS;
        long step = byHour ? Scene.HOUR_MILLIS : 24 * Scene.HOUR_MILLIS;
        for (int column = 0; column < columns; column++) {
            long at = scene.tick(first + column * width);
            if (Math.floorMod(at, step) < width * Scene.INTERVAL_MILLIS) {
                String text = Instant.ofEpochMilli(at).toString();
                svg.add(
                        "<line class=\"rule\" x1=\"%.1f\" y1=\"%d\" x2=\"%.1f\" y2=\"%d\"/>\n",
                        x(column), TOP, x(column), COLD_TOP + COLD);
                if (x(column) < RIGHT - LABEL) {
                    svg.add(
                            "<text x=\"%.1f\" y=\"%d\">%s</text>\n",
                            x(column) + 3,
                            COLD_TOP + COLD + 18,
                            byHour ? text.substring(11, 13) + ":00" : text.substring(5, 10));
                }
            }
        }
    }

    private void labels(Svg svg) {
        svg.add("<text class=\"tick\" x=\"%d\" y=\"%d\">%d</text>\n", LEFT - 6, TOP + 5, most);
        svg.add("<text class=\"tick\" x=\"%d\" y=\"%d\">0</text>\n", LEFT - 6, TOP + PLOT + 4);
        svg.add("<text class=\"tick\" x=\"%d\" y=\"%d\">%d</text>\n", LEFT - 6, COLD_TOP + 8, mostCold);
        svg.add(
                "<text x=\"%d\" y=\"%d\">grey: users at once; green line: N, the environments kept warm</text>\n",
                LEFT, TOP - 14);
        svg.add("<text x=\"%d\" y=\"%d\">red: users' cold starts</text>\n", LEFT, COLD_TOP - 8);
        for (int bottom : new int[] {TOP + PLOT, COLD_TOP + COLD}) {
            svg.add("<line class=\"axis\" x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\"/>\n", LEFT, bottom, RIGHT, bottom);
        }
    }

    private static String point(double x, double y) {
        return String.format(Locale.ROOT, "%.1f,%.1f ", x, y);
    }

    private double x(int column) {
        return LEFT + (double) column / columns * (RIGHT - LEFT);
    }

    private double y(int environments) {
        return TOP + PLOT - (double) environments / most * PLOT;
    }
}
