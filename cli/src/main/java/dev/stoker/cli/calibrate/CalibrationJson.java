// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.calibrate;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stoker.cli.calibrate.figures.ArrivalFigures;
import dev.stoker.cli.calibrate.figures.ColdStartFigures;
import dev.stoker.cli.calibrate.figures.Figures;
import dev.stoker.cli.calibrate.figures.IntervalAdvice;
import dev.stoker.cli.calibrate.figures.LeftOut;
import dev.stoker.cli.calibrate.figures.SurvivalCurve;
import dev.stoker.cli.calibrate.measure.CalibrationPlan;
import dev.stoker.cli.output.Json;
import java.util.OptionalLong;

/** The figures for programs. */
final class CalibrationJson {
    private CalibrationJson() {}

    static ObjectNode of(CalibrationPlan plan, Figures figures) {
        ObjectNode document = Json.object();
        document.put("function", plan.function());
        document.put("concurrency", plan.concurrency());
        ArrayNode waits = document.putArray("waitsMillis");
        plan.waitsMillis().forEach(waits::add);
        document.put("passes", plan.passes());
        document.put("holdMillis", plan.holdMillis());
        document.put("maxAgeMillis", plan.oldestMillis());
        document.put("confidence", plan.confidence());
        document.put("share", plan.share());
        survival(figures.curve(), document);
        leftOut(figures.leftOut(), document.putObject("leftOut"));
        arrivals(figures.arrivals(), document.putObject("arrivals"));
        coldStarts(figures.coldStarts(), document.putObject("coldStarts"));
        interval(figures.interval(), document.putObject("interval"));
        document.put("cycles", figures.cycles());
        figures.usd().ifPresent(usd -> document.put("usd", usd));
        return document;
    }

    private static void survival(SurvivalCurve curve, ObjectNode document) {
        ArrayNode points = document.putArray("survival");
        for (SurvivalCurve.Point point : curve.points()) {
            ObjectNode fields = points.addObject();
            fields.put("waitMillis", point.waitMillis());
            fields.put("environments", point.environments());
            fields.put("outlived", point.outlived());
            point.estimate().ifPresent(estimate -> fields.put("estimate", Json.brief(estimate)));
            fields.put("lower", Json.brief(point.lower()));
            fields.put("upper", Json.brief(point.upper()));
        }
        ObjectNode median = document.putObject("medianIdle");
        put(median, "moreThanMillis", curve.medianAbove());
        put(median, "lessThanMillis", curve.medianBelow());
    }

    private static void leftOut(LeftOut leftOut, ObjectNode fields) {
        fields.put("used", leftOut.used());
        fields.put("old", leftOut.old());
        fields.put("oldEnded", leftOut.oldEnded());
        fields.put("unknown", leftOut.unknown());
        fields.put("mistimed", leftOut.mistimed());
    }

    private static void arrivals(ArrivalFigures arrivals, ObjectNode fields) {
        fields.put("rounds", arrivals.rounds());
        fields.put("arrivals", arrivals.arrivals());
        put(fields, "medianMillis", arrivals.median());
        put(fields, "p99Millis", arrivals.p99());
        put(fields, "medianReachMillis", arrivals.medianReach());
        put(fields, "largestReachMillis", arrivals.largestReach());
        put(fields, "holdMillis", arrivals.hold());
        fields.put("roundsLower", Json.brief(arrivals.holdShare()));
    }

    private static void coldStarts(ColdStartFigures coldStarts, ObjectNode fields) {
        fields.put("number", coldStarts.coldStarts());
        put(fields, "medianInitMillis", coldStarts.medianInit());
        put(fields, "p90InitMillis", coldStarts.p90Init());
        put(fields, "longestInitMillis", coldStarts.longestInit());
        put(fields, "medianAnswerMillis", coldStarts.medianAnswer());
    }

    private static void interval(IntervalAdvice advice, ObjectNode fields) {
        advice.longest().ifPresent(longest -> {
            fields.put("millis", longest.waitMillis());
            fields.put("schedule", IntervalWords.schedule(longest.waitMillis()));
            tested(longest, fields);
        });
        advice.failed().ifPresent(failed -> {
            ObjectNode next = fields.putObject("notShown");
            next.put("millis", failed.waitMillis());
            tested(failed, next);
            next.put("wantsMore", advice.wantsTrials());
        });
        fields.put("needed", advice.needed());
    }

    private static void tested(IntervalAdvice.Tested tested, ObjectNode fields) {
        fields.put("environments", tested.environments());
        fields.put("outlived", tested.outlived());
        fields.put("lower", Json.brief(tested.lower()));
    }

    private static void put(ObjectNode fields, String name, OptionalLong value) {
        value.ifPresent(number -> fields.put(name, number));
    }
}
