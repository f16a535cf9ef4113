// SPDX-License-Identifier: Apache-2.0
package dev.stoker.simulation.backtest;

import dev.stoker.cli.chart.Svg;
import java.time.Instant;
import java.util.Locale;

/** Draws some days of one way: users at once, the number that it keeps, and cold starts. */
final class DaysChart {
    private static final int WIDTH = 900;
    private static final int LEFT = 60;
    private static final int RIGHT = 880;
    private static final int TOP = 80;
    private static final int PLOT = 240;
    private static final int COLD_TOP = TOP + PLOT + 30;
    private static final int COLD = 60;
    private static final long DAY_MILLIS = 24 * Scene.HOUR_MILLIS;
    private static final String STYLE = """
            .users { fill: var(--rule); } .kept { fill: none; stroke: var(--hold); stroke-width: 1.5; }
            .cold { stroke: var(--line); } .axis { stroke: var(--soft); } .tick { text-anchor: end; }
            """;

    private final Outcome outcome;
    private final int first;
    private final int end;
    private final int most;
    private final int mostCold;

    private DaysChart(Outcome outcome, int first, int end) {
        this.outcome = outcome;
        this.first = first;
        this.end = end;
        int highest = 1;
        int coldest = 1;
        for (int i = first; i < end; i++) {
            highest = Math.max(
                    highest, Math.max(outcome.kept().get(i), outcome.peaks().get(i)));
            coldest = Math.max(coldest, outcome.coldByInterval().get(i));
        }
        this.most = highest;
        this.mostCold = coldest;
    }

    /**
     * The whole file.
     *
     * @param from the first instant
     * @param days how many days from then on, at most to the end of the scene
     */
    static String of(Outcome outcome, long from, int days) {
        Scene scene = outcome.scene();
        int first = (int) ((from - scene.series().startMillis()) / Scene.INTERVAL_MILLIS);
        int end = (int) Math.min(scene.intervals(), first + days * DAY_MILLIS / Scene.INTERVAL_MILLIS);
        return new DaysChart(outcome, first, end).draw();
    }

    private String draw() {
        Scene scene = outcome.scene();
        String line = String.format(
                Locale.ROOT,
                "%s; intervals of 4 minutes from %s on",
                scene.series().name(),
                Instant.ofEpochMilli(scene.tick(first)).toString().substring(0, 10));
        Svg svg = new Svg(WIDTH, COLD_TOP + COLD + 40, LEFT, outcome.way(), line, STYLE);
        StringBuilder users = new StringBuilder();
        StringBuilder kept = new StringBuilder();
        for (int i = first; i < end; i++) {
            users.append(point(x(i), y(outcome.peaks().get(i))));
            kept.append(point(x(i), y(outcome.kept().get(i))))
                    .append(point(x(i + 1), y(outcome.kept().get(i))));
        }
        svg.add(
                "<polygon class=\"users\" points=\"%s%s%s\"/>\n",
                users, point(x(end - 1), TOP + PLOT), point(x(first), TOP + PLOT));
        svg.add("<polyline class=\"kept\" points=\"%s\"/>\n", kept);
        for (int i = first; i < end; i++) {
            int cold = outcome.coldByInterval().get(i);
            if (cold > 0) {
                svg.add(
                        "<line class=\"cold\" x1=\"%.1f\" y1=\"%d\" x2=\"%.1f\" y2=\"%.1f\"/>\n",
                        x(i), COLD_TOP + COLD, x(i), COLD_TOP + COLD - (double) COLD * cold / mostCold);
            }
        }
        labels(svg, scene);
        return svg.end();
    }

    private void labels(Svg svg, Scene scene) {
        svg.add("<text class=\"tick\" x=\"%d\" y=\"%d\">%d</text>\n", LEFT - 6, TOP + 5, most);
        svg.add("<text class=\"tick\" x=\"%d\" y=\"%d\">0</text>\n", LEFT - 6, TOP + PLOT + 4);
        svg.add("<text class=\"tick\" x=\"%d\" y=\"%d\">%d</text>\n", LEFT - 6, COLD_TOP + 8, mostCold);
        svg.add("<text x=\"%d\" y=\"%d\">grey: users at once; green: environments kept</text>\n", LEFT, TOP - 12);
        svg.add("<text x=\"%d\" y=\"%d\">users' cold starts</text>\n", LEFT, COLD_TOP - 8);
        svg.add(
                "<line class=\"axis\" x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\"/>\n",
                LEFT, TOP + PLOT, RIGHT, TOP + PLOT);
        svg.add(
                "<line class=\"axis\" x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\"/>\n",
                LEFT, COLD_TOP + COLD, RIGHT, COLD_TOP + COLD);
        for (int i = first; i < end; i++) {
            if (Math.floorMod(scene.tick(i), DAY_MILLIS) < Scene.INTERVAL_MILLIS) {
                svg.add(
                        "<text x=\"%.1f\" y=\"%d\">%s</text>\n",
                        x(i) + 3,
                        COLD_TOP + COLD + 18,
                        Instant.ofEpochMilli(scene.tick(i)).toString().substring(5, 10));
                svg.add(
                        "<line class=\"rule\" x1=\"%.1f\" y1=\"%d\" x2=\"%.1f\" y2=\"%d\"/>\n",
                        x(i), TOP, x(i), COLD_TOP + COLD);
            }
        }
    }

    private static String point(double x, double y) {
        return String.format(Locale.ROOT, "%.1f,%.1f ", x, y);
    }

    private double x(int interval) {
        return LEFT + (double) (interval - first) / (end - first) * (RIGHT - LEFT);
    }

    private double y(int environments) {
        return TOP + PLOT - (double) environments / most * PLOT;
    }
}
