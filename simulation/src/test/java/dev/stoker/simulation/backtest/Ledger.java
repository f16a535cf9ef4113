// SPDX-License-Identifier: Apache-2.0
package dev.stoker.simulation.backtest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stoker.cli.price.FunctionSize;
import java.util.Arrays;
import java.util.stream.IntStream;

/** Keeps account of one way in one scene. */
final class Ledger {
    private final String way;
    private final Scene scene;
    private final Tally tally;
    private final int[] kept;
    private double warmingUsd;

    Ledger(String way, Scene scene) {
        this.way = way;
        this.scene = scene;
        this.tally = new Tally(scene);
        this.kept = new int[scene.intervals()];
    }

    Tally tally() {
        return tally;
    }

    /** The way keeps so many environments in an interval. */
    void keeps(int interval, int number) {
        kept[interval] = number;
    }

    /** A cycle has run in an interval. */
    void cycle(int interval, JsonNode output) {
        if (scene.measures(interval)) {
            warmingUsd += Prices.cycle(withInits(output), scene.load().size());
        }
    }

    /** The bill needs the INIT of new environments, which outputs of large rounds leave out. */
    private JsonNode withInits(JsonNode output) {
        JsonNode target = output.path("targets").path(0);
        if (target.path("coldStarts").asInt() > 0 && target instanceof ObjectNode fields) {
            fields.putArray("environments")
                    .addObject()
                    .put("coldStart", true)
                    .put("initMillis", scene.load().initMillis());
        }
        return output;
    }

    Outcome outcome() {
        FunctionSize size = scene.load().size();
        double keptHours = IntStream.range(0, kept.length)
                        .filter(scene::measures)
                        .mapToLong(i -> kept[i] * Scene.INTERVAL_MILLIS)
                        .sum()
                / (double) Scene.HOUR_MILLIS;
        double onDemand = Prices.onDemand(size, tally.serviceMillis());
        double users = Prices.onDemand(size, tally.onDemandMillis())
                + Prices.provisionedDuration(size, tally.provisionedWorkMillis());
        double provisionedHours = tally.provisionedMillis() / Scene.HOUR_MILLIS;
        return new Outcome(
                way,
                scene,
                tally.users(),
                tally.coldStarts(),
                tally.displaced(),
                keptHours > 0 ? keptHours : provisionedHours,
                tally.aliveMillis() / Scene.HOUR_MILLIS,
                warmingUsd + Prices.provisioned(size, tally.provisionedMillis()),
                users - onDemand,
                onDemand,
                tally.percentile(500),
                tally.percentile(990),
                Arrays.stream(kept).boxed().toList(),
                IntStream.range(0, kept.length).mapToObj(tally::peak).toList(),
                IntStream.range(0, kept.length).mapToObj(tally::coldStarts).toList(),
                IntStream.range(0, kept.length).mapToObj(tally::displaced).toList());
    }
}
