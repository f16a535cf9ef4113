// SPDX-License-Identifier: Apache-2.0
package dev.stoker.simulation.backtest;

import dev.stoker.cli.chart.Svg;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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

    private static final Pattern OUTCOME = Pattern.compile("(.*?) +cold starts +(\\d+) = .*%, +(\\d+) displaced .*"
            + "  warming \\$ *([0-9.]+)  duration \\$ *([+-][0-9.]+) .*");

    private final List<Bars> ways = new ArrayList<>();

    private ContestChart(List<String> lines) {
        for (String line : lines) {
            Matcher way = OUTCOME.matcher(line);
            if (way.matches()) {
                ways.add(new Bars(
                        way.group(1),
                        Long.parseLong(way.group(2)),
                        Long.parseLong(way.group(3)),
                        Double.parseDouble(way.group(4)) + Double.parseDouble(way.group(5))));
            }
        }
    }

    /** The second line of the chart. */
    static String heading(Scene scene, long users) {
        return String.format(
                Locale.ROOT,
                "%s; %.0f hours, %,d requests; Stoker's deployed files in bold",
                scene.series().name(),
                scene.measuredHours(),
                users);
    }

    /**
     * The whole file.
     *
     * @param lines of the results
     */
    static String of(String heading, List<String> lines) {
        return new ContestChart(lines).draw(heading);
    }

    private String draw(String heading) {
        Svg svg = new Svg(WIDTH, TOP + ROW * ways.size() + 16, LEFT, "All ways, the same users", heading, STYLE);
        svg.add("<text x=\"%d\" y=\"%d\">users' cold starts; pale: during a cycle</text>\n", COLD_X, TOP - 16);
        svg.add("<text x=\"%d\" y=\"%d\">dollars beyond those of warm users</text>\n", USD_X, TOP - 16);
        double cold = LONGEST / most(way -> (double) way.coldStarts());
        double usd = LONGEST / most(Bars::dollars);
        for (int i = 0; i < ways.size(); i++) {
            row(svg, TOP + ROW * i, ways.get(i), cold, usd);
        }
        return svg.end();
    }

    private double most(ToDoubleFunction<Bars> value) {
        return ways.stream().mapToDouble(value).filter(one -> one > 0).max().orElse(1);
    }

    private static void row(Svg svg, int y, Bars way, double cold, double usd) {
        String kind = way.name().startsWith("Stoker") ? "stoker" : "other";
        double waited = cold * (way.coldStarts() - way.displaced());
        double displaced = cold * way.displaced();
        svg.add("<text class=\"%s\" x=\"%d\" y=\"%d\">%s</text>\n", kind, LEFT, y + BASELINE, Svg.escaped(way.name()));
        bar(svg, "cold", COLD_X, y, waited);
        bar(svg, "displaced", COLD_X + waited, y, displaced);
        value(svg, COLD_X + waited + displaced, y, String.format(Locale.ROOT, "%,d", way.coldStarts()));
        double extra = usd * Math.max(0, way.dollars());
        bar(svg, kind, USD_X, y, extra);
        value(
                svg,
                USD_X + extra,
                y,
                String.format(Locale.ROOT, "$%,.2f", way.dollars()).replace("$-", "-$"));
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

    /**
     * The figures of a way.
     *
     * @param displaced those cold starts that came during a cycle
     * @param dollars for keeping warm and for users' duration
     */
    private record Bars(String name, long coldStarts, long displaced, double dollars) {}
}
