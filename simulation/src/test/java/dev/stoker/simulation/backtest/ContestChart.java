// SPDX-License-Identifier: Apache-2.0
package dev.stoker.simulation.backtest;

import dev.stoker.cli.chart.Svg;
import java.util.List;
import java.util.Locale;

/** Draws the ways of a scene: cold starts against the dollars for keeping warm, both on logarithmic scales. */
final class ContestChart {
    private static final int WIDTH = 900;
    private static final int LEFT = 70;
    private static final int RIGHT = 520;
    private static final int TOP = 80;
    private static final int PLOT = 300;
    private static final int KEY_X = 560;
    private static final int ROW = 22;
    private static final String STYLE = """
            .axis { stroke: var(--soft); } .dot { fill: var(--soft); } .stoker { fill: var(--hold); }
            .number { fill: var(--paper); font-size: 10px; text-anchor: middle; }
            .tick { text-anchor: end; } .below { text-anchor: middle; }
            """;

    private final List<Outcome> outcomes;
    private final Scale cold;
    private final Scale dollars;

    private ContestChart(List<Outcome> outcomes) {
        this.outcomes = outcomes;
        this.cold = Scale.of(outcomes.stream().mapToDouble(Outcome::coldStarts).toArray(), 1);
        this.dollars =
                Scale.of(outcomes.stream().mapToDouble(Outcome::warmingUsd).toArray(), 0.01);
    }

    /** The whole file. */
    static String of(Scene scene, List<Outcome> outcomes) {
        return new ContestChart(outcomes).draw(scene);
    }

    private String draw(Scene scene) {
        int height = Math.max(TOP + PLOT + 60, TOP + ROW * outcomes.size() + 20);
        String line = String.format(
                Locale.ROOT,
                "%s; %.0f days of %,d requests. Down and left is better.",
                scene.series().name(),
                scene.measuredHours() / 24,
                outcomes.get(0).users());
        Svg svg = new Svg(WIDTH, height, LEFT, "Cold starts and dollars for keeping warm", line, STYLE);
        axes(svg);
        for (int i = 0; i < outcomes.size(); i++) {
            dot(svg, i, outcomes.get(i));
        }
        return svg.end();
    }

    private void axes(Svg svg) {
        svg.add(
                "<line class=\"axis\" x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\"/>\n",
                LEFT, TOP + PLOT, RIGHT, TOP + PLOT);
        svg.add("<line class=\"axis\" x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\"/>\n", LEFT, TOP, LEFT, TOP + PLOT);
        for (int power = cold.from(); power <= cold.to(); power++) {
            double y = y(Math.pow(10, power));
            svg.add("<line class=\"rule\" x1=\"%d\" y1=\"%.1f\" x2=\"%d\" y2=\"%.1f\"/>\n", LEFT, y, RIGHT, y);
            svg.add("<text class=\"tick\" x=\"%d\" y=\"%.1f\">%,.0f</text>\n", LEFT - 8, y + 4, Math.pow(10, power));
        }
        for (int power = dollars.from(); power <= dollars.to(); power++) {
            double x = x(Math.pow(10, power));
            svg.add("<line class=\"rule\" x1=\"%.1f\" y1=\"%d\" x2=\"%.1f\" y2=\"%d\"/>\n", x, TOP, x, TOP + PLOT);
            svg.add(
                    "<text class=\"below\" x=\"%.1f\" y=\"%d\">$%s</text>\n",
                    x,
                    TOP + PLOT + 20,
                    power < 0
                            ? String.format(Locale.ROOT, "%." + -power + "f", Math.pow(10, power))
                            : "1" + "0".repeat(power));
        }
        svg.add("<text x=\"%d\" y=\"%d\">users' cold starts</text>\n", LEFT, TOP - 10);
        svg.add("<text class=\"tick\" x=\"%d\" y=\"%d\">keeping warm, in dollars</text>\n", RIGHT, TOP + PLOT + 42);
    }

    private void dot(Svg svg, int index, Outcome outcome) {
        String style = outcome.way().startsWith("Stoker") ? "stoker" : "dot";
        double x = x(outcome.warmingUsd());
        double y = y((double) outcome.coldStarts());
        svg.add("<circle class=\"%s\" cx=\"%.1f\" cy=\"%.1f\" r=\"9\"/>\n", style, x, y);
        svg.add("<text class=\"number\" x=\"%.1f\" y=\"%.1f\">%d</text>\n", x, y + 3.5, index + 1);
        svg.add(
                "<text x=\"%d\" y=\"%d\">%d  %s</text>\n",
                KEY_X, TOP + ROW * index + 4, index + 1, Svg.escaped(outcome.way()));
    }

    private double x(double usd) {
        return LEFT + dollars.share(usd) * (RIGHT - LEFT);
    }

    private double y(double coldStarts) {
        return TOP + PLOT - cold.share(coldStarts) * PLOT;
    }

    /**
     * A logarithmic scale over whole powers of ten.
     *
     * @param from the first power
     * @param to the last power
     */
    private record Scale(int from, int to) {
        /** A scale for values; those below the least are drawn at it. */
        static Scale of(double[] values, double least) {
            double low = Double.MAX_VALUE;
            double high = least;
            for (double value : values) {
                low = Math.min(low, Math.max(least, value));
                high = Math.max(high, value);
            }
            int from = (int) Math.floor(Math.log10(low));
            return new Scale(from, Math.max(from + 1, (int) Math.ceil(Math.log10(high))));
        }

        double share(double value) {
            return Math.max(0, (Math.log10(Math.max(value, 1e-9)) - from) / (to - from));
        }
    }
}
