// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stoker.cli.output.Json;
import java.util.List;

/** What the page's script draws: rows as short arrays, times in milliseconds since their round opened. */
final class PageData {
    private static final List<String> NUMBERS =
            List.of("requested", "warm", "unproven", "rounds", "coldStarts", "failed", "throttled", "served");

    private PageData() {}

    static ObjectNode of(List<Cycle> cycles) {
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
        boolean rows = target.path("environments").isArray();
        fields.put("rowsLeftOut", !rows && target.path("warm").asLong() > 0);
        ArrayNode list = fields.putArray("rows");
        long opened = target.path("openedAt").asLong();
        target.path("environments").forEach(row -> row(list.addArray(), row, opened));
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

    private static void numberOrNull(ObjectNode fields, String name, JsonNode value) {
        if (value.isNumber()) {
            fields.put(name, value.asLong());
        } else {
            fields.putNull(name);
        }
    }
}
