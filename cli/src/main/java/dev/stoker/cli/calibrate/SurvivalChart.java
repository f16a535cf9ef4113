// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.calibrate;

import dev.stoker.cli.calibrate.figures.IntervalAdvice;
import dev.stoker.cli.calibrate.figures.SurvivalCurve;
import dev.stoker.cli.calibrate.figures.SurvivalCurve.Point;
import dev.stoker.cli.chart.Svg;
import dev.stoker.cli.output.Count;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Draws the survival curve as an SVG that loads nothing, light or dark as the system is. The band is drawn between waits too: what
 * outlives a longer wait outlives a shorter one.
 */
final class SurvivalChart {
    private static final int WIDTH = 720;
    private static final int HEIGHT = 400;
    private static final int LEFT = 64;
    private static final int RIGHT = 20;
    private static final int TOP = 64;
    private static final int BOTTOM = 56;
    private static final double BEYOND = 1.04;
    private static final int SHARES = 4;

    private static final String STYLE = """
            .band { fill: var(--hold); opacity: 0.2; }
            .bar { stroke: var(--hold); stroke-width: 2; } .curve { fill: none; stroke: var(--hold); stroke-width: 2; }
            .dot { fill: var(--hold); } .taken { stroke: var(--line); stroke-width: 2; stroke-dasharray: 5 4; }
            .word { fill: var(--line); }
            """;

    private final SurvivalCurve curve;
    private final double longest;

    private SurvivalChart(SurvivalCurve curve) {
        this.curve = curve;
        this.longest = BEYOND
                * curve.points().stream().mapToLong(Point::waitMillis).max().orElse(1);
    }

    /**
     * The picture.
     *
     * @param title one line
     * @param advice the interval to take is drawn as a line
     */
    static String of(String title, SurvivalCurve curve, IntervalAdvice advice) {
        SurvivalChart chart = new SurvivalChart(curve);
        Svg svg = new Svg(
                WIDTH,
                HEIGHT,
                LEFT,
                title,
                "share that outlives the wait; all true shares are in the band with confidence "
                        + IntervalWords.share(curve.confidence()),
                STYLE);
        chart.axes(svg);
        chart.band(svg);
        chart.estimates(svg);
        advice.longest().ifPresent(taken -> chart.taken(svg, taken.waitMillis()));
        return svg.end();
    }

    private void axes(Svg svg) {
        for (int i = 0; i <= SHARES; i++) {
            double share = (double) i / SHARES;
            svg.add(
                    "<line class=\"rule\" x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\"/><text x=\"%d\" y=\"%.1f\""
                            + " text-anchor=\"end\">%d %%</text>\n",
                    LEFT, WIDTH - RIGHT, y(share), y(share), LEFT - 8, y(share) + 4, Math.round(share * 100));
        }
        for (Point point : curve.points()) {
            svg.add(
                    "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%s</text>\n",
                    x(point.waitMillis()), HEIGHT - BOTTOM + 20, IntervalWords.time(point.waitMillis()));
        }
        svg.add(
                "<text x=\"%d\" y=\"%d\" text-anchor=\"middle\">left idle for</text>\n",
                (LEFT + WIDTH - RIGHT) / 2, HEIGHT - BOTTOM + 42);
    }

    /** Between two waits: at most what outlives the shorter one, at least what outlives the longer. */
    private void band(Svg svg) {
        long from = 0;
        double upper = 1;
        for (Point point : curve.points()) {
            svg.add(
                    "<rect class=\"band\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\"/>\n",
                    x(from), y(upper), x(point.waitMillis()) - x(from), Math.max(0, y(point.lower()) - y(upper)));
            from = point.waitMillis();
            upper = point.upper();
        }
    }

    private void estimates(Svg svg) {
        List<Point> measured = curve.points().stream()
                .filter(point -> point.estimate().isPresent())
                .toList();
        svg.add(
                "<polyline class=\"curve\" points=\"%.1f,%.1f %s\"/>\n",
                x(0),
                y(1),
                measured.stream()
                        .map(point -> format(
                                "%.1f,%.1f",
                                x(point.waitMillis()), y(point.estimate().orElse(0))))
                        .collect(Collectors.joining(" ")));
        for (Point point : measured) {
            double x = x(point.waitMillis());
            svg.add(
                    "<line class=\"bar\" x1=\"%.1f\" x2=\"%.1f\" y1=\"%.1f\" y2=\"%.1f\"/><circle class=\"dot\" cx=\"%.1f\""
                            + " cy=\"%.1f\" r=\"5\"><title>%s: %s of %s, %s to %s</title></circle>\n",
                    x,
                    x,
                    y(point.lower()),
                    y(point.upper()),
                    x,
                    y(point.estimate().orElse(0)),
                    IntervalWords.time(point.waitMillis()),
                    Count.plain((long) point.outlived()),
                    Count.plain((long) point.environments()),
                    IntervalWords.share(point.lower()),
                    IntervalWords.share(point.upper()));
        }
    }

    private void taken(Svg svg, long millis) {
        svg.add(
                "<line class=\"taken\" x1=\"%.1f\" x2=\"%.1f\" y1=\"%d\" y2=\"%d\"/><text class=\"word\" x=\"%.1f\""
                        + " y=\"%d\">%s</text>\n",
                x(millis),
                x(millis),
                TOP,
                HEIGHT - BOTTOM,
                x(millis) + 6,
                HEIGHT - BOTTOM - 8,
                IntervalWords.schedule(millis));
    }

    private double x(long millis) {
        return LEFT + (WIDTH - LEFT - RIGHT) * millis / longest;
    }

    private static double y(double share) {
        return HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * share;
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
