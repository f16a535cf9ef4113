// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.calibrate;

import dev.stoker.cli.aws.FunctionName;
import dev.stoker.cli.calibrate.figures.ArrivalFigures;
import dev.stoker.cli.calibrate.figures.ColdStartFigures;
import dev.stoker.cli.calibrate.figures.Figures;
import dev.stoker.cli.calibrate.figures.LeftOut;
import dev.stoker.cli.calibrate.figures.SurvivalCurve;
import dev.stoker.cli.calibrate.measure.CalibrationPlan;
import dev.stoker.cli.output.Console;
import dev.stoker.cli.output.Count;
import dev.stoker.cli.output.OneLine;
import dev.stoker.cli.output.Table;
import dev.stoker.cli.price.Dollars;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** The figures for people, on one screen. */
final class CalibrationScreen {
    private static final int BAR_COLUMNS = 20;

    private final Console console;

    CalibrationScreen(Console console) {
        this.console = console;
    }

    void show(CalibrationPlan plan, Figures figures) {
        String name = OneLine.of(FunctionName.shortOf(plan.function()));
        console.paragraph("Idle environments of " + name + ": " + Count.of(figures.cycles(), "cycle") + ", "
                + Count.plain(plan.concurrency()) + " at once.");
        console.say("");
        survival(figures.curve());
        console.say("");
        console.paragraph(median(figures.curve()) + leftOut(figures.leftOut(), plan));
        console.paragraph(arrivals(figures.arrivals(), plan));
        console.paragraph(coldStarts(figures.coldStarts()));
        console.say("");
        console.paragraph(IntervalWords.of(figures.interval()));
        figures.arrivals()
                .hold()
                .ifPresent(hold -> console.paragraph("Recommended hold: " + Count.millis(hold)
                        + ". If holdMillis is not set, cycles learn the hold by themselves."));
        figures.usd().ifPresent(usd -> console.paragraph("The cycles cost " + Dollars.text(usd) + "."));
    }

    private void survival(SurvivalCurve curve) {
        Table table = new Table(List.of("idle for", "environments", "outlived it", "share", "at least", "at most", ""));
        for (SurvivalCurve.Point point : curve.points()) {
            double estimate = point.estimate().orElse(0);
            table.add(List.of(
                    IntervalWords.time(point.waitMillis()),
                    Count.plain((long) point.environments()),
                    Count.plain((long) point.outlived()),
                    point.estimate().isPresent() ? IntervalWords.share(estimate) : Count.NONE,
                    IntervalWords.share(point.lower()),
                    IntervalWords.share(point.upper()),
                    "█".repeat((int) Math.round(estimate * BAR_COLUMNS))));
        }
        console.table(table);
        console.paragraph("With a confidence of " + IntervalWords.share(curve.confidence())
                + ", the true shares of all waits are between \"at least\" and \"at most\".");
    }

    private static String median(SurvivalCurve curve) {
        OptionalLong above = curve.medianAbove();
        OptionalLong below = curve.medianBelow();
        if (above.isEmpty() && below.isEmpty()) {
            return "The measurement does not show how long half of them live.";
        }
        return "Half of them live "
                + (above.isPresent() ? "more than " + IntervalWords.time(above.getAsLong()) : "")
                + (above.isPresent() && below.isPresent() ? " and " : "")
                + (below.isPresent() ? "less than " + IntervalWords.time(below.getAsLong()) : "") + ".";
    }

    private static String leftOut(LeftOut leftOut, CalibrationPlan plan) {
        List<String> parts = new ArrayList<>();
        part(parts, leftOut.used(), "served users during the wait");
        part(
                parts,
                leftOut.old(),
                "older than " + IntervalWords.time(plan.oldestMillis()) + ", of which " + leftOut.oldEnded()
                        + " ended");
        part(parts, leftOut.unknown(), "without an answer, perhaps busy with users");
        part(parts, leftOut.mistimed(), "idle for another time than planned");
        return parts.isEmpty() ? "" : " Left out: " + String.join("; ", parts) + ".";
    }

    private static void part(List<String> parts, long number, String what) {
        if (number > 0) {
            parts.add(Count.plain(number) + " " + what);
        }
    }

    private static String arrivals(ArrivalFigures arrivals, CalibrationPlan plan) {
        if (arrivals.rounds() == 0) {
            return "Arrivals: no round met " + Count.plain(plan.concurrency()) + " warm environments.";
        }
        return "Arrivals: in " + Count.of(arrivals.rounds(), "round") + " half of the warm sleep tasks arrived within "
                + millis(arrivals.median()) + ", 99 % within " + millis(arrivals.p99()) + ", the latest after "
                + millis(arrivals.largestReach()) + ". With confidence " + IntervalWords.share(plan.confidence())
                + ", at least " + IntervalWords.percent(arrivals.holdShare()) + " of rounds take no longer.";
    }

    private static String coldStarts(ColdStartFigures coldStarts) {
        if (coldStarts.medianInit().isEmpty()) {
            return "Cold starts: " + Count.plain((long) coldStarts.coldStarts()) + ".";
        }
        return "Cold starts: " + Count.plain((long) coldStarts.coldStarts()) + ". INIT: median "
                + millis(coldStarts.medianInit())
                + ", 90 % within " + millis(coldStarts.p90Init()) + ", longest "
                + millis(coldStarts.longestInit()) + ".";
    }

    private static String millis(OptionalLong number) {
        return number.isPresent() ? Count.millis(number.getAsLong()) : Count.NONE;
    }
}
