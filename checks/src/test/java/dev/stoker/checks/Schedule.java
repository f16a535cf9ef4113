// SPDX-License-Identifier: Apache-2.0
package dev.stoker.checks;

import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A schedule as deployed. EventBridge's cron expressions are Quartz's without the field for seconds. cron-utils evaluates them.
 *
 * @param ticks when it ticks
 * @param zone its time zone
 * @param targets what it keeps warm, JSON
 */
record Schedule(ExecutionTime ticks, ZoneId zone, String targets) {
    static Schedule of(JsonNode properties) {
        String expression = properties.get("ScheduleExpression").textValue();
        String fields = expression.replaceFirst("^cron\\((.*)\\)$", "$1");
        CronParser quartz = new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.QUARTZ));
        String input = properties.at("/Target/Input").textValue();
        return new Schedule(
                ExecutionTime.forCron(quartz.parse("0 " + fields)),
                ZoneId.of(properties.get("ScheduleExpressionTimezone").textValue()),
                input.replaceFirst("^\\{\"targets\":(.*)}$", "$1"));
    }

    /** All ticks from one instant until before another. */
    List<ZonedDateTime> between(ZonedDateTime start, ZonedDateTime end) {
        ZonedDateTime before = start.withZoneSameInstant(zone).minusSeconds(1);
        return Stream.iterate(ticks.nextExecution(before), tick -> ticks.nextExecution(tick.orElseThrow()))
                .map(Optional::orElseThrow)
                .takeWhile(tick -> tick.isBefore(end))
                .toList();
    }

    /** What several schedules keep warm at each instant at which one of them ticks. */
    static Map<Instant, List<String>> ticks(List<Schedule> schedules, ZonedDateTime start, ZonedDateTime end) {
        Map<Instant, List<String>> warmed = new HashMap<>();
        schedules.forEach(schedule -> schedule.between(start, end)
                .forEach(tick -> warmed.computeIfAbsent(tick.toInstant(), when -> new ArrayList<>())
                        .add(schedule.targets())));
        return warmed;
    }
}
