// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.bench.page;

import dev.stoker.cli.bench.contestant.Contestant;
import dev.stoker.cli.bench.race.Race;
import dev.stoker.cli.bench.race.RacePlan;
import dev.stoker.cli.bench.race.Scenario;
import dev.stoker.cli.bench.race.Spread;
import dev.stoker.cli.bench.race.ToolModel;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;

/** The models of virtual time beside what the packages did on wall-clock time. */
final class ModelsSection extends PageSection {
    private static final Scenario MEASURED = Scenario.of(RacePlan.DAY_N, Spread.NONE);

    ModelsSection(Race race, StringBuilder page) {
        super(race, page);
    }

    @Override
    void write() {
        line("## The models");
        line("");
        line(
                "What each tool does on virtual time. How long a target holds, and from where it is called, are those of the tool's source."
                        + " The times before and between sends are ours. To compare with, the last column has the time from one begin of an"
                        + " environment to the next, as processes on this machine ("
                        + name(MEASURED)
                        + "); it also contains what a process needs to begin.");
        line("");
        line(
                "| contestant | sends from | from its start to the first send | from send to send | target holds | from begin to begin, measured |");
        line("|---|---|---|---|---|---|");
        others().forEach(one -> line(model(one, ToolModel.of(one))));
        line("");
    }

    private String model(Contestant one, ToolModel model) {
        return String.format(
                Locale.ROOT,
                "| %s | %s | %d ms | %s | %d ms | %s |",
                one.title(),
                one == Contestant.TRICK ? "5 schedules" : model.fromTarget() ? "the target" : "a warmer",
                model.leadMillis(),
                gap(one, model),
                model.holdMillis(),
                measured(one)
                        .map(millis -> String.format(Locale.ROOT, "%.1f ms", millis))
                        .orElse("–"));
    }

    private static String gap(Contestant one, ToolModel model) {
        if (one == Contestant.TRICK) {
            return "17 ms in each of 5 loops";
        }
        return one.most().isPresent() ? "one only" : String.format(Locale.ROOT, "%.1f ms", model.gapMillis());
    }

    private Optional<Double> measured(Contestant one) {
        return Optional.ofNullable(race().rows()
                        .getOrDefault(MEASURED, Collections.emptySortedMap())
                        .get(one))
                .flatMap(row -> row.sides().map(sides -> sides.wall().later()))
                .filter(later -> later.held() > 1)
                .map(later -> later.sendMillis() / (later.held() - 1));
    }
}
