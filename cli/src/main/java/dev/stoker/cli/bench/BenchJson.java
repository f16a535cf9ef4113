// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.bench;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stoker.cli.bench.contestant.Contestant;
import dev.stoker.cli.bench.race.Race;
import dev.stoker.cli.bench.race.RaceFigures;
import dev.stoker.cli.output.Json;

/** The document of {@code --json}. */
final class BenchJson {
    private BenchJson() {}

    static String of(Race race) {
        ObjectNode document = Json.object();
        race.machine()
                .ifPresent(machine -> document.put("machine", machine.text()).put("busy", machine.wasBusy()));
        ObjectNode absent = document.putObject("absent");
        race.absent().forEach((contestant, reason) -> absent.put(contestant.id(), reason));
        ArrayNode list = document.putArray("results");
        race.rows()
                .forEach((scenario, rows) -> rows.forEach((contestant, row) -> {
                    ObjectNode one = list.addObject();
                    one.put("scenario", scenario.id()).put("contestant", contestant.id());
                    fill(one.putObject("first"), row.virtual().first());
                    fill(one.putObject("later"), row.virtual().later());
                    row.sides().ifPresent(sides -> {
                        fill(one.putObject("inARow"), sides.virtual());
                        fill(one.putObject("wall"), sides.wall().later());
                    });
                }));
        ArrayNode days = document.putArray("days");
        race.days()
                .forEach((contestant, day) -> days.addObject()
                        .put("contestant", contestant.map(Contestant::id).orElse(null))
                        .put("users", day.users())
                        .put("coldStarts", day.cold())
                        .put("displaced", day.displaced()));
        ArrayNode minutes = document.putArray("minutes");
        race.minutes()
                .forEach((contestant, sides) -> minutes.addObject()
                        .put("contestant", contestant.map(Contestant::id).orElse(null))
                        .put("users", sides.wall().users())
                        .put("coldStartsWall", sides.wall().cold())
                        .put("coldStartsVirtual", sides.virtual().cold()));
        return document.toString();
    }

    private static void fill(ObjectNode object, RaceFigures figures) {
        object.put("requested", figures.n());
        object.put("held", figures.held());
        object.put("worst", figures.worst());
        figures.says().ifPresent(says -> object.put("says", says));
        object.put("billedMillis", figures.billedMillis());
        object.put("limitMillis", figures.limitMillis());
        object.put("monthUsd", figures.monthUsd());
        object.put("readyMillis", figures.readyMillis());
        object.put("coldStarts", figures.cold());
    }
}
