// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.estimate;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stoker.cli.output.Json;
import dev.stoker.cli.price.Line;
import dev.stoker.cli.price.PriceList;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** The estimate as JSON. */
final class EstimateJson {
    private static final int DIGITS = 9;

    private EstimateJson() {}

    static ObjectNode of(Estimate estimate, PriceList prices, String region, List<String> warnings) {
        ObjectNode document = Json.object();
        document.put("currency", "USD");
        document.put("region", region);
        document.put("pricesReadOn", prices.readOn().toString());
        document.set("input", input(estimate.work()));
        document.putArray("assumptions")
                .add(estimate.work().spares().assumption(estimate.work().plan()));
        document.set("month", month(estimate));
        lines(document.putArray("lines"), estimate.bill().warming());
        lines(document.putArray("extras"), estimate.bill().extras());
        ObjectNode totals = document.putObject("totals");
        totals.put("lambda", Line.sum(estimate.bill().lambdaLines()));
        totals.put("express", Line.sum(estimate.bill().expressLines()));
        totals.put("withoutExtras", estimate.bill().withoutExtras());
        totals.put("total", estimate.bill().total());
        ArrayNode others = document.putArray("alternatives");
        estimate.others().forEach(other -> other(others.addObject(), other));
        estimate.displacement().ifPresent(displaced -> {
            ObjectNode users = document.putObject("users");
            users.put("perSecond", estimate.work().users().perSecond());
            users.put("meanConcurrency", brief(estimate.work().users().concurrency()));
            users.put("duringHolds", brief(displaced.duringHolds()));
            users.put("displaced", brief(displaced.expected()));
            users.put("displacedShare", brief(displaced.share()));
            users.put("holdShare", brief(displaced.holdShare()));
        });
        texts(document.putArray("advice"), estimate.advice());
        texts(document.putArray("warnings"), warnings);
        return document;
    }

    private static ObjectNode input(Workload work) {
        ObjectNode input = Json.object();
        input.put("concurrency", work.concurrency());
        texts(
                input.putArray("windows"),
                work.windows().stream().map(Window::text).toList());
        input.put("intervalMillis", work.interval().toMillis());
        input.put("holdMillis", work.hold().toMillis());
        input.put("rounds", work.rounds());
        input.put("maxSpare", work.spares().of(work.plan().most()));
        input.put("memoryMb", work.size().memoryMb());
        input.put("architecture", work.size().architecture().text());
        input.put("initMillis", work.init().toMillis());
        input.put("lifetimeMillis", work.lifetime().toMillis());
        return input;
    }

    private static ObjectNode month(Estimate estimate) {
        ObjectNode month = Json.object();
        month.put("days", (int) WeekPlan.MONTH_DAYS);
        month.put("cycles", brief(estimate.month().cycles()));
        month.put("sleepTasks", brief(estimate.month().sleepTasks()));
        month.put("spareSleepTasks", brief(estimate.month().spareTasks()));
        month.put("expressExecutions", brief(estimate.month().executions()));
        ObjectNode cycle = month.putObject("expressExecutionsPerCycle");
        cycle.put("keepWarm", 1);
        cycle.put("fanOut", estimate.month().fanOuts());
        cycle.put("total", 1 + estimate.month().fanOuts());
        return month;
    }

    private static void other(ObjectNode fields, Alternative other) {
        fields.put("name", other.name());
        fields.put("text", other.text());
        fields.put("usd", other.usd());
        fields.put("gets", other.gets());
        lines(fields.putArray("lines"), other.lines());
    }

    private static void lines(ArrayNode list, List<Line> lines) {
        lines.forEach(line -> line.into(list.addObject()));
    }

    private static void texts(ArrayNode list, List<String> texts) {
        texts.forEach(list::add);
    }

    private static BigDecimal brief(double number) {
        BigDecimal cut = BigDecimal.valueOf(number)
                .setScale(DIGITS, RoundingMode.HALF_UP)
                .stripTrailingZeros();
        return cut.scale() < 0 ? cut.setScale(0) : cut;
    }
}
