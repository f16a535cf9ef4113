// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.advise;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stoker.cli.advise.plan.PricedWay;
import dev.stoker.cli.advise.plan.Week;
import dev.stoker.cli.advise.plan.WindowSchedule;
import dev.stoker.cli.advise.traffic.Traffic;
import dev.stoker.cli.advise.traffic.WarmingShare;
import dev.stoker.cli.output.Json;
import dev.stoker.cli.price.PriceList;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Optional;

/** The advice for programs. */
final class AdviceJson {
    private AdviceJson() {}

    /**
     * The document.
     *
     * @param warming what was taken out, if there is a log
     * @param missing rows of a CSV that are missing
     */
    static ObjectNode of(
            Advised advised,
            Optional<WarmingShare> warming,
            long missing,
            PriceList prices,
            String region,
            List<String> warnings) {
        ObjectNode document = Json.object();
        advised.wanted().function().ifPresent(name -> document.put("function", name.text()));
        advised.wanted().csv().ifPresent(file -> document.put("csv", file));
        document.put("timezone", advised.wanted().zone().getId());
        document.put("share", Json.brief(advised.wanted().share()));
        document.put("seed", advised.wanted().seed());
        document.put("intervalMillis", Traffic.INTERVAL.toMillis());
        document.put("memoryMb", advised.size().memoryMb());
        document.put("architecture", advised.size().architecture().text());
        traffic(advised, missing, document.putObject("traffic"));
        warming.ifPresent(share -> {
            ObjectNode out = document.putObject("warmingTakenOut");
            out.put("cycles", share.cycles());
            out.put("invocations", Math.round(share.invocations()));
            out.put("heldMillis", Math.round(share.heldMillis()));
        });
        document.put("fixed", advised.fixed());
        hours(advised.byHour(), document.putObject("byHour"));
        ArrayNode windows = document.putArray("windows");
        advised.windows().levels().forEach(level -> window(advised, level, windows.addObject()));
        hours(advised.windows(), document.putObject("windowsByHour"));
        advised.wanted().template().ifPresent(file -> document.put("template", file));
        document.put("currency", "USD");
        document.put("region", region);
        document.put("pricesReadOn", prices.readOn().toString());
        ArrayNode ways = document.putArray("ways");
        advised.ways().forEach(way -> way(way, ways.addObject()));
        ObjectNode take = document.putObject("take");
        take.put("name", advised.taken().way().name());
        take.put("text", advised.taken().sentence());
        ArrayNode list = document.putArray("warnings");
        warnings.forEach(list::add);
        return document;
    }

    private static void traffic(Advised advised, long missing, ObjectNode fields) {
        Traffic traffic = advised.traffic();
        fields.put("days", Json.brief(traffic.days()));
        fields.put("requests", Math.round(traffic.requests()));
        fields.put("meanConcurrency", Json.brief(traffic.mean()));
        fields.put("peakConcurrency", traffic.peak());
        advised.wanted().csv().ifPresent(file -> {
            fields.put("scale", Json.brief(advised.wanted().scale()));
            fields.put("serviceMillis", Json.brief(advised.wanted().serviceMillis()));
            fields.put("rowsMissing", missing);
        });
    }

    /** An array of 24 numbers for each day. */
    private static void hours(Week week, ObjectNode fields) {
        for (int day = 0; day < Week.DAYS; day++) {
            ArrayNode hours = fields.putArray(DayOfWeek.of(day + 1).name().substring(0, 3));
            for (int hour = 0; hour < Week.HOURS_PER_DAY; hour++) {
                hours.add(week.at(day, hour));
            }
        }
    }

    private static void window(Advised advised, int level, ObjectNode fields) {
        fields.put("concurrency", level);
        fields.put("hoursPerWeek", advised.windows().hours(level));
        ArrayNode schedules = fields.putArray("schedules");
        advised.schedules().stream()
                .filter(schedule -> schedule.concurrency() == level)
                .map(WindowSchedule::expression)
                .forEach(schedules::add);
    }

    private static void way(PricedWay way, ObjectNode fields) {
        fields.put("name", way.name());
        fields.put("text", way.text());
        fields.put("usdPerMonth", way.usd());
        fields.put("environmentHoursPerMonth", Json.brief(way.environmentHours()));
        fields.put("coldRequests", Math.round(way.cold()));
        fields.put("coldShare", Json.brief(way.coldShare()));
        fields.put("enough", way.isEnough());
    }
}
