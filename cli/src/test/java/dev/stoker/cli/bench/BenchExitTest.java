// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stoker.cli.bench.contestant.Contestant;
import dev.stoker.cli.bench.race.Heats.Result;
import dev.stoker.cli.bench.race.Heats.WallResult;
import dev.stoker.cli.bench.race.Race;
import dev.stoker.cli.bench.race.Race.Row;
import dev.stoker.cli.bench.race.Race.Sides;
import dev.stoker.cli.bench.race.RaceFigures;
import dev.stoker.cli.bench.race.RacePlan;
import dev.stoker.cli.bench.race.Scenario;
import dev.stoker.cli.bench.race.Spread;
import dev.stoker.cli.output.ExitCode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The exit code says whether Stoker has met its own goal: N held in every scenario, and nothing untrue reported. */
class BenchExitTest {
    private static final Scenario SCENARIO = Scenario.of(5, Spread.NONE);
    private static final RaceFigures WHOLE = figures(5, 5);

    private static RaceFigures figures(double held, double says) {
        return new RaceFigures(
                5, held, 4, 0, 48, 48, 0.01, 87, 71, OptionalDouble.of(says), 1, OptionalDouble.of(held), 0);
    }

    private static Race race(Contestant one, RaceFigures later, Optional<RaceFigures> wall) {
        Row row = new Row(
                new Result(WHOLE, later), wall.map(on -> new Sides(later, new WallResult(Optional.empty(), on))));
        return new Race(
                List.of(one),
                new TreeMap<>(),
                Map.of(SCENARIO, new TreeMap<>(Map.of(one, row))),
                Map.of(),
                Map.of(),
                RacePlan.DAY_N,
                Optional.empty());
    }

    private static ExitCode exit(RaceFigures later, Optional<RaceFigures> wall) {
        return BenchCommand.exit(race(Contestant.STOKER, later, wall));
    }

    @Test
    void it_is_0_if_stoker_holds_n_in_every_scenario() {
        assertThat(exit(WHOLE, Optional.of(WHOLE))).isEqualTo(ExitCode.DONE);
        assertThat(exit(WHOLE, Optional.empty())).isEqualTo(ExitCode.DONE);
    }

    @Test
    void it_is_3_if_stoker_holds_less_on_either_kind_of_time() {
        assertThat(exit(figures(4.9, 4.9), Optional.of(WHOLE))).isEqualTo(ExitCode.SHORTFALL);
        assertThat(exit(WHOLE, Optional.of(figures(4.9, 4.9)))).isEqualTo(ExitCode.SHORTFALL);
        assertThat(ExitCode.SHORTFALL.code()).isEqualTo(3);
    }

    @Test
    void it_is_3_if_stoker_reports_more_than_it_held() {
        assertThat(exit(figures(5, 6), Optional.of(WHOLE))).isEqualTo(ExitCode.SHORTFALL);
    }

    @Test
    void other_tools_do_not_change_it() {
        assertThat(BenchCommand.exit(race(Contestant.TRICK, figures(2, 5), Optional.empty())))
                .isEqualTo(ExitCode.DONE);
    }
}
