// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stoker.cli.cycles.Cycle;
import dev.stoker.cli.output.Json;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The data for the page's script: rows as short arrays, times in milliseconds since the opening of the round. */
final class PageData {
    /** The intervals in which arrivals are counted. Source: statemachine/run-slots.states.yaml. */
    private static final Pattern EDGE = Pattern.compile("[1-9][0-9]{0,3}");

    private static final long NARROWEST = 5;
    private static final long FINE_UP_TO = 80;
    private static final long WIDEST = 160;

    private static final List<String> NUMBERS = List.of(
            "requested",
            "warm",
            "unproven",
            "rounds",
            "coldStarts",
            "failed",
            "throttled",
            "used",
            "served",
            "spare",
            "late");

    private PageData() {}

    static ObjectNode create(List<Cycle> cycles) {
        ObjectNode data = Json.object();
        ArrayNode list = data.putArray("cycles");
        cycles.forEach(cycle -> cycle(list.addObject(), cycle));
        return data;
    }

    private static void cycle(ObjectNode fields, Cycle cycle) {
        if (cycle.openedAt().isPresent()) {
            fields.put("at", cycle.openedAt().getAsLong());
        } else {
            fields.putNull("at");
        }
        fields.put("requested", cycle.sum("requested"));
        fields.put("warm", cycle.sum("warm"));
        fields.put("coldStarts", cycle.sum("coldStarts"));
        ArrayNode targets = fields.putArray("targets");
        cycle.output().path("targets").forEach(target -> target(targets.addObject(), target));
    }

    private static void target(ObjectNode fields, JsonNode target) {
        fields.put("function", target.path("function").asText());
        NUMBERS.forEach(name -> fields.put(name, target.path(name).asLong()));
        fields.put("displaced", target.path("userColdStarts").asLong());
        numberOrNull(fields, "hold", target.path("holdMillis"));
        numberOrNull(fields, "reach", target.path("reachMillis"));
        numberOrNull(fields, "spread", target.path("spreadMillis"));
        fields.put("reason", target.path("reason").asText());
        fields.put("protocol", target.path("protocol").asText());
        demand(fields, target.path("demand"));
        boolean rows = target.path("environments").path(0).has("arrivedAt");
        fields.put("rowsLeftOut", !rows && target.path("warm").asLong() > 0);
        arrivals(fields.putArray("arrivals"), target.path("arrivals"));
        ArrayNode list = fields.putArray("rows");
        long opened = target.path("openedAt").asLong();
        target.path("environments").forEach(row -> {
            if (row.has("arrivedAt")) { // other tools do not return arrivals
                row(list.addArray(), row, opened);
            }
        });
    }

    /** The number that follows demand, and its reason; left out if the number is given. */
    private static void demand(ObjectNode fields, JsonNode demand) {
        if (!demand.isObject()) {
            return;
        }
        ObjectNode shown = fields.putObject("demand");
        shown.put("mean", demand.path("mean").asDouble());
        List.of("peak", "fixed", "reactive", "profile", "chosen")
                .forEach(name -> numberOrNull(shown, name, demand.path(name)));
        shown.put("by", demand.path("by").asText());
        if (demand.has("rest")) {
            ObjectNode rest = shown.putObject("rest");
            List.of("notProven", "left")
                    .forEach(name ->
                            rest.put(name, demand.path("rest").path(name).asLong()));
        }
    }

    /** {@code [id, cold start, INIT began, INIT ended, arrived, released, users served]}. */
    private static void row(ArrayNode cells, JsonNode row, long opened) {
        long ready = row.path("initializedAt").asLong();
        cells.add(row.path("id").asText());
        cells.add(row.path("coldStart").asBoolean());
        if (row.path("initMillis").isNumber()) {
            cells.add(ready - row.path("initMillis").asLong() - opened);
        } else {
            cells.addNull();
        }
        cells.add(ready - opened);
        cells.add(row.path("arrivedAt").asLong() - opened);
        cells.add(row.path("releasedAt").asLong() - opened);
        cells.add(row.path("served").asLong());
    }

    /** {@code [from, to, warm arrivals]} for each interval that has any, the earliest first. */
    private static void arrivals(ArrayNode list, JsonNode byEdge) {
        SortedMap<Long, Long> counts = new TreeMap<>();
        byEdge.properties().forEach(count -> {
            if (EDGE.matcher(count.getKey()).matches()) {
                counts.put(Long.valueOf(count.getKey()), count.getValue().asLong());
            }
        });
        counts.forEach((edge, count) ->
                list.addArray().add(edge - width(edge)).add(edge).add(count));
    }

    /**
     * The width of the interval with this upper edge: 5 ms up to 80 ms, then twice as wide after each doubling, at most
     * 160 ms.
     */
    private static long width(long edge) {
        long width = NARROWEST;
        for (long doubled = FINE_UP_TO; doubled < edge && width < WIDEST; doubled *= 2) {
            width *= 2;
        }
        return width;
    }

    private static void numberOrNull(ObjectNode fields, String name, JsonNode value) {
        if (value.isNumber()) {
            fields.put(name, value.asLong());
        } else {
            fields.putNull(name);
        }
    }
}
