// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.advise;

import dev.stoker.cli.advise.plan.Week;
import dev.stoker.cli.advise.traffic.Interval;
import dev.stoker.cli.chart.Svg;
import dev.stoker.cli.output.Count;
import java.time.DayOfWeek;
import java.util.Locale;
import java.util.function.IntUnaryOperator;

/**
 * Draws the week: for each hour the users' peaks from the median to the largest, and above them what would have been enough, by hour, in
 * windows and at all times.
 */
final class WeekChart {
    private static final int WIDTH = 900;
    private static final int HEIGHT = 420;
    private static final int LEFT = 56;
    private static final int RIGHT = 20;
    private static final int TOP = 88;
    private static final int BOTTOM = 40;
    private static final int RULES = 6;
    private static final int LEGEND_Y = 70;

    private static final String STYLE = """
            .peaks { fill: var(--hold); opacity: 0.25; } .hours { fill: none; stroke: var(--hold); stroke-width: 1.5; }
            .windows { fill: none; stroke: var(--ink); stroke-width: 2; }
            .fixed { stroke: var(--line); stroke-width: 2; stroke-dasharray: 5 4; }
            """;

    private final Advised advised;
    private final int[][] peaks;
    private final double most;

    private WeekChart(Advised advised) {
        this.advised = advised;
        this.peaks = peaks(advised);
        this.most = 1.05
                * Math.max(
                        1,
                        Math.max(
                                advised.traffic().peak(),
                                Math.max(
                                        advised.fixed(),
                                        advised.windows().levels().last())));
    }

    /** The picture. */
    static String of(Advised advised, String name) {
        WeekChart chart = new WeekChart(advised);
        Svg svg = new Svg(
                WIDTH,
                HEIGHT,
                LEFT,
                "What is enough for " + name,
                "environments by hour of the week, " + advised.wanted().zone().getId()
                        + ", for at most 1 cold start in "
                        + Count.plain(Math.round(1 / advised.wanted().share())) + " requests",
                STYLE);
        chart.axes(svg);
        chart.peaks(svg);
        svg.add("<path class=\"hours\" d=\"%s\"/>\n", chart.steps(advised.byHour()::at));
        svg.add("<path class=\"windows\" d=\"%s\"/>\n", chart.steps(advised.windows()::at));
        svg.add(
                "<line class=\"fixed\" x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\"/>\n",
                LEFT, WIDTH - RIGHT, chart.y(advised.fixed()), chart.y(advised.fixed()));
        chart.legend(svg);
        return svg.end();
    }

    /** The sorted peaks of each hour. */
    private static int[][] peaks(Advised advised) {
        int[][] peaks = new int[Interval.HOURS][];
        for (int hour = 0; hour < Interval.HOURS; hour++) {
            int of = hour;
            peaks[hour] = advised.traffic().intervals().stream()
                    .filter(interval -> interval.hourOfWeek() == of)
                    .mapToInt(Interval::peak)
                    .sorted()
                    .toArray();
        }
        return peaks;
    }

    private void axes(Svg svg) {
        long step = step();
        for (long value = 0; value <= most; value += step) {
            svg.add(
                    "<line class=\"rule\" x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\"/><text x=\"%d\" y=\"%.1f\""
                            + " text-anchor=\"end\">%s</text>\n",
                    LEFT,
                    WIDTH - RIGHT,
                    y((double) value),
                    y((double) value),
                    LEFT - 8,
                    y((double) value) + 4,
                    Count.plain(value));
        }
        for (int day = 0; day < Week.DAYS; day++) {
            int from = day * Week.HOURS_PER_DAY;
            svg.add(
                    "<line class=\"rule\" x1=\"%.1f\" x2=\"%.1f\" y1=\"%d\" y2=\"%d\"/><text x=\"%.1f\" y=\"%d\""
                            + " text-anchor=\"middle\">%s</text>\n",
                    x(from),
                    x(from),
                    TOP,
                    HEIGHT - BOTTOM,
                    x(from + Week.HOURS_PER_DAY / 2.0),
                    HEIGHT - BOTTOM + 22,
                    DayOfWeek.of(day + 1).name().substring(0, 3));
        }
    }

    /** The distance between two rules: 1, 2 or 5, times a power of ten. */
    private long step() {
        long power = 1;
        while (true) {
            for (long step : new long[] {power, 2 * power, 5 * power}) {
                if (most / step <= RULES) {
                    return step;
                }
            }
            power *= 10;
        }
    }

    private void peaks(Svg svg) {
        for (int hour = 0; hour < Interval.HOURS; hour++) {
            int[] of = peaks[hour];
            double top = y(of[of.length - 1]);
            svg.add(
                    "<rect class=\"peaks\" x=\"%.2f\" y=\"%.1f\" width=\"%.2f\" height=\"%.1f\"/>\n",
                    x(hour), top, x(hour + 1.0) - x(hour), Math.max(0.5, y(of[of.length / 2]) - top));
        }
    }

    private String steps(IntUnaryOperator level) {
        StringBuilder path = new StringBuilder();
        for (int hour = 0; hour < Interval.HOURS; hour++) {
            path.append(String.format(
                    Locale.ROOT,
                    "%s%.2f,%.1f H%.2f ",
                    hour == 0 ? "M" : "L",
                    x(hour),
                    y(level.applyAsInt(hour)),
                    x(hour + 1.0)));
        }
        return path.toString().strip();
    }

    private void legend(Svg svg) {
        String[] classes = {"peaks", "hours", "windows", "fixed"};
        String[] words = {
            "users' peaks, median to largest",
            "enough by hour",
            "windows " + String.join("/", numbers()),
            "fixed " + Count.plain((long) advised.fixed())
        };
        int x = LEFT;
        for (int i = 0; i < classes.length; i++) {
            svg.add(
                    i == 0
                            ? "<rect class=\"%s\" x=\"%d\" y=\"%d\" width=\"22\" height=\"10\"/>"
                            : "<path class=\"%s\" d=\"M%d,%d h22\"/>",
                    classes[i],
                    x,
                    i == 0 ? LEGEND_Y - 9 : LEGEND_Y - 4);
            svg.add("<text x=\"%d\" y=\"%d\">%s</text>\n", x + 28, LEGEND_Y, Svg.escaped(words[i]));
            x += 52 + words[i].length() * 7;
        }
    }

    private String[] numbers() {
        return advised.windows().levels().stream()
                .map(level -> Count.plain((long) level))
                .toArray(String[]::new);
    }

    private static double x(double hour) {
        return LEFT + (WIDTH - LEFT - RIGHT) * hour / Interval.HOURS;
    }

    private double y(double environments) {
        return HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * environments / most;
    }
}
