// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.demo;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stoker.cli.local.Burst;
import dev.stoker.cli.output.Json;
import java.math.BigDecimal;

/** The result of the demo as JSON. */
final class DemoJson {
    private DemoJson() {}

    static String of(Outcome outcome) {
        ObjectNode document = Json.object();
        fill(document.putObject("cold"), outcome.cold());
        fill(document.putObject("warm"), outcome.warm());
        document.put("schedule", outcome.withSchedule());
        ArrayNode ticks = document.putArray("ticks");
        for (Tick tick : outcome.ticks()) {
            ticks.addObject()
                    .put("minute", tick.minute())
                    .put("requested", tick.requested())
                    .put("warm", tick.warm());
        }
        document.put("reclaimed", outcome.reclaimed());
        document.put("environments", outcome.environments());
        return document.toString();
    }

    static void fill(ObjectNode object, Burst burst) {
        object.put("requests", burst.requests());
        object.put("coldStarts", burst.coldStarts());
        object.put("warmPercent", DemoScreen.users(burst).percent().orElse(BigDecimal.ZERO));
        object.put("p50Millis", burst.p50Millis());
        object.put("maxMillis", burst.maxMillis());
        object.put("failed", burst.failed());
    }
}
