// SPDX-License-Identifier: Apache-2.0
package dev.stoker.simulation;

import dev.stoker.cli.chart.Svg;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * A day of a function whose N follows demand: few users at night, most at noon, and a crowd at three. The day before
 * is the same without the crowd, and teaches.
 */
final class DemandDay {
    private static final String INPUT =
            "{\"function\":\"orders\",\"concurrency\":{\"min\":2,\"max\":100},\"maxHoldMillis\":3000}";
    private static final int WORK_MILLIS = 2_000;
    private static final double NIGHT_PER_SECOND = 0.3;
    private static final double NOON_PER_SECOND = 4;
    private static final double CROWD_PER_SECOND = 12;
    private static final int INTERVALS = 360;
    private static final int CROWD_BEGINS = 225;
    private static final int CROWD_ENDS = 230;

    private static final int LEFT = 60;
    private static final int RIGHT = 880;
    private static final int TOP = 80;
    private static final int BOTTOM = 320;

    /**
     * One interval of the day.
     *
     * @param requested the N that its cycle kept at the beginning
     * @param needed users who were served at once at most
     * @param cold users who met a cold start
     */
    record Interval(int requested, int needed, int cold) {}

    private final Random random = new Random(7);
    private final List<Interval> intervals = new ArrayList<>();

    private DemandDay() {}

    static DemandDay run(World world) {
        DemandDay day = new DemandDay();
        for (int i = 0; i < 2 * INTERVALS; i++) {
            day.live(world, i);
        }
        return day;
    }

    private void live(World world, int number) {
        int at = number % INTERVALS;
        boolean drawn = number >= INTERVALS;
        double noon = (1 - Math.cos(2 * Math.PI * at / INTERVALS)) / 2;
        boolean crowd = drawn && at >= CROWD_BEGINS && at < CROWD_ENDS;
        double perSecond =
                crowd ? CROWD_PER_SECOND : NIGHT_PER_SECOND + (NOON_PER_SECOND - NIGHT_PER_SECOND) * noon * noon;
        long began = world.time().nowMillis();
        long end = began + World.INTERVAL_MILLIS;
        double next = began;
        while ((next += -Math.log(1 - random.nextDouble()) * 1000 / perSecond) < end) {
            world.send((long) next, World.ORDERS, "{\"workMillis\":" + WORK_MILLIS + "}");
        }
        int before = world.lives().userColdStarts(World.ORDERS);
        Cycle cycle = world.cycle(INPUT);
        world.time().runUntil(end);
        if (drawn) {
            int needed = (int) Math.round(perSecond * WORK_MILLIS / 1000);
            intervals.add(new Interval(
                    cycle.number("requested"), needed, world.lives().userColdStarts(World.ORDERS) - before));
        }
    }

    int coldStarts() {
        return intervals.stream().mapToInt(Interval::cold).sum();
    }

    int coldStartsOfTheCrowd() {
        return intervals.subList(CROWD_BEGINS, CROWD_ENDS).stream()
                .mapToInt(Interval::cold)
                .sum();
    }

    /** The N of the interval that begins at this hour of the day. */
    int requestedAt(int hour) {
        return intervals.get(hour * 15).requested();
    }

    /** A line for each hour. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (int hour = 0; hour < 24; hour++) {
            List<Interval> of = intervals.subList(hour * 15, hour * 15 + 15);
            lines.add(String.format(
                    Locale.ROOT,
                    "%02d:00  users at once, mean %3d to %3d  N %3d to %3d  users' cold starts %3d",
                    hour,
                    of.stream().mapToInt(Interval::needed).min().orElseThrow(),
                    of.stream().mapToInt(Interval::needed).max().orElseThrow(),
                    of.stream().mapToInt(Interval::requested).min().orElseThrow(),
                    of.stream().mapToInt(Interval::requested).max().orElseThrow(),
                    of.stream().mapToInt(Interval::cold).sum()));
        }
        return lines;
    }

    String svg() {
        int most = intervals.stream()
                .mapToInt(interval -> Math.max(interval.requested(), Math.max(interval.needed(), interval.cold())))
                .max()
                .orElseThrow();
        Svg svg = new Svg(
                900,
                380,
                LEFT,
                "A day of N that follows demand",
                "Few users at night, most at noon, and a crowd at 15:00 that could not be foreseen. A cycle every 4 minutes.",
                """
                .users { fill: var(--rule); } .n { fill: none; stroke: var(--hold); stroke-width: 2; }
                .cold { fill: var(--line); } .axis { stroke: var(--soft); } .tick { text-anchor: end; }
                """);
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < intervals.size(); i++) {
            Interval interval = intervals.get(i);
            bar(svg, "users", i, interval.needed(), most);
            bar(svg, "cold", i, interval.cold(), most);
            line.append(String.format(
                    Locale.ROOT,
                    "%.1f,%.1f %.1f,%.1f ",
                    x(i),
                    y(interval.requested(), most),
                    x(i + 1),
                    y(interval.requested(), most)));
        }
        svg.add("<polyline class=\"n\" points=\"%s\"/>\n", line.toString().strip());
        svg.add(
                "<text x=\"%d\" y=\"%d\">grey: users at once on average; green line: N, the environments kept warm; red: users' cold starts</text>\n",
                LEFT, TOP - 12);
        svg.add("<text class=\"tick\" x=\"%d\" y=\"%d\">%d</text>\n", LEFT - 6, TOP + 5, most);
        svg.add("<text class=\"tick\" x=\"%d\" y=\"%d\">0</text>\n", LEFT - 6, BOTTOM + 4);
        svg.add("<line class=\"axis\" x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\"/>\n", LEFT, BOTTOM, RIGHT, BOTTOM);
        for (int hour = 0; hour < 24; hour += 3) {
            svg.add("<text x=\"%.1f\" y=\"%d\">%02d:00</text>\n", x(hour * 15), BOTTOM + 20, hour);
        }
        return svg.end();
    }

    private static void bar(Svg svg, String kind, int at, int value, int most) {
        if (value > 0) {
            svg.add(
                    "<rect class=\"%s\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\"/>\n",
                    kind, x(at), y(value, most), x(at + 1) - x(at) + 0.1, BOTTOM - y(value, most));
        }
    }

    private static double x(int interval) {
        return LEFT + (double) interval / INTERVALS * (RIGHT - LEFT);
    }

    private static double y(int value, int most) {
        return BOTTOM - (double) value / most * (BOTTOM - TOP);
    }
}
