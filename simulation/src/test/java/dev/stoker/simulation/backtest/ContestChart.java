// SPDX-License-Identifier: Apache-2.0
package dev.stoker.simulation.backtest;

import dev.stoker.cli.chart.Svg;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** Draws the ways of a scene, one row for each: a bar of the users' cold starts, and one of the extra dollars. */
final class ContestChart {
    private static final int WIDTH = 900;
    private static final int LEFT = 20;
    private static final int COLD_X = 290;
    private static final int USD_X = 610;
    private static final int LONGEST = 210;
    private static final int TOP = 100;
    private static final int ROW = 24;
    private static final int BAR = 14;
    private static final int BASELINE = 11;
    private static final String STYLE = """
            .other { fill: var(--soft); } .stoker { fill: var(--hold); } .cold { fill: var(--line); }
            .displaced { fill: var(--line); opacity: 0.4; } text.stoker { font-weight: bold; }
            """;

    private final List<Outcome> outcomes;

    private ContestChart(List<Outcome> outcomes) {
        this.outcomes = outcomes;
    }

    /** The whole file. */
    static String of(Scene scene, List<Outcome> outcomes) {
        return new ContestChart(outcomes).draw(scene);
    }

    private String draw(Scene scene) {
        String line = String.format(
                Locale.ROOT,
                "%s; %.0f hours, %,d requests; Stoker's deployed files in bold",
                scene.series().name(),
                scene.measuredHours(),
                outcomes.get(0).users());
        Svg svg = new Svg(WIDTH, TOP + ROW * outcomes.size() + 16, LEFT, "All ways, the same users", line, STYLE);
        svg.add("<text x=\"%d\" y=\"%d\">users' cold starts; pale: during a cycle</text>\n", COLD_X, TOP - 16);
        svg.add("<text x=\"%d\" y=\"%d\">dollars beyond those of warm users</text>\n", USD_X, TOP - 16);
        double cold = LONGEST / most(outcome -> (double) outcome.coldStarts());
        double usd = LONGEST / most(ContestChart::dollars);
        for (int i = 0; i < outcomes.size(); i++) {
            row(svg, TOP + ROW * i, outcomes.get(i), cold, usd);
        }
        return svg.end();
    }

    private double most(ToDoubleFunction<Outcome> value) {
        return outcomes.stream().mapToDouble(value).filter(one -> one > 0).max().orElse(1);
    }

    private static void row(Svg svg, int y, Outcome outcome, double cold, double usd) {
        String kind = outcome.way().startsWith("Stoker") ? "stoker" : "other";
        double waited = cold * (outcome.coldStarts() - outcome.displaced());
        double displaced = cold * outcome.displaced();
        svg.add(
                "<text class=\"%s\" x=\"%d\" y=\"%d\">%s</text>\n",
                kind, LEFT, y + BASELINE, Svg.escaped(outcome.way()));
        bar(svg, "cold", COLD_X, y, waited);
        bar(svg, "displaced", COLD_X + waited, y, displaced);
        value(svg, COLD_X + waited + displaced, y, String.format(Locale.ROOT, "%,d", outcome.coldStarts()));
        double extra = usd * Math.max(0, dollars(outcome));
        bar(svg, kind, USD_X, y, extra);
        value(
                svg,
                USD_X + extra,
                y,
                String.format(Locale.ROOT, "$%,.2f", dollars(outcome)).replace("$-", "-$"));
    }

    /** For keeping warm and for users' duration, as the results show them. */
    private static double dollars(Outcome outcome) {
        return cents(outcome.warmingUsd()) + cents(outcome.usersUsd());
    }

    private static double cents(double usd) {
        return Math.rint(usd * 100) / 100;
    }

    private static void bar(Svg svg, String kind, double x, int y, double length) {
        if (length > 0) {
            svg.add(
                    "<rect class=\"%s\" x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"%d\"/>\n",
                    kind, x, y, Math.max(1, length), BAR);
        }
    }

    private static void value(Svg svg, double x, int y, String text) {
        svg.add("<text x=\"%.1f\" y=\"%d\">%s</text>\n", x + 6, y + BASELINE, text);
    }
}
