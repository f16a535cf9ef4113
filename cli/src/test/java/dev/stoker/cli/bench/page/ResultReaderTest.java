// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.bench.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stoker.cli.bench.contestant.Contestant;
import dev.stoker.cli.bench.race.Heats.Result;
import dev.stoker.cli.bench.race.Heats.WallResult;
import dev.stoker.cli.bench.race.Race;
import dev.stoker.cli.bench.race.Race.Row;
import dev.stoker.cli.bench.race.Race.Sides;
import dev.stoker.cli.bench.race.Race.UserSides;
import dev.stoker.cli.bench.race.RaceFigures;
import dev.stoker.cli.bench.race.RacePlan;
import dev.stoker.cli.bench.race.Scenario;
import dev.stoker.cli.bench.race.Spread;
import dev.stoker.cli.bench.race.UsersDay;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What the reader reads is what was written: also users on wall-clock time, which a short race does not have. */
class ResultReaderTest {
    private static final Scenario NONE = Scenario.of(5, Spread.NONE);
    private static final UsersDay DAY = new UsersDay(4_000, List.of(3, 0, 12), 2);
    private static final UsersDay MINUTE = new UsersDay(63, List.of(40), 0);

    private static RaceFigures figures(double held, OptionalDouble says) {
        return new RaceFigures(5, held, 4, 1, 48, 48, 0.01234, 87, 71, says, 1, OptionalDouble.empty(), 0);
    }

    @Test
    void what_is_read_is_written_again_line_by_line() {
        RaceFigures stoker =
                new RaceFigures(5, 5, 5, 1, 48, 48, 0.01234, 87, 71, OptionalDouble.of(7), 1, OptionalDouble.of(6), 1);
        RaceFigures tool = figures(143 / 30.0, OptionalDouble.empty());
        TreeMap<Contestant, Row> rows = new TreeMap<>();
        rows.put(
                Contestant.STOKER,
                new Row(
                        new Result(stoker, stoker),
                        Optional.of(new Sides(stoker, new WallResult(Optional.of(stoker), stoker)))));
        rows.put(
                Contestant.ZAPPA,
                new Row(
                        new Result(stoker, tool),
                        Optional.of(new Sides(
                                tool, new WallResult(Optional.empty(), figures(4.75, OptionalDouble.empty()))))));
        Race race = new Race(
                List.of(Contestant.ZAPPA, Contestant.STOKER),
                new TreeMap<>(Map.of(Contestant.THUNDRA, "a reason")),
                Map.of(NONE, rows),
                Map.of(Optional.of(Contestant.STOKER), DAY),
                Map.of(Optional.empty(), new UserSides(MINUTE, MINUTE)),
                RacePlan.DAY_N,
                Optional.empty());
        Map<String, List<String>> files = ResultText.files(race);

        Race read = ResultReader.race(files, race.absent(), race.machine());

        assertThat(files).containsOnlyKeys("n5-0.txt", "day.txt", "minute.txt");
        assertThat(read.contestants()).isEqualTo(race.contestants());
        assertThat(read.days()).isEqualTo(race.days());
        assertThat(read.minutes()).isEqualTo(race.minutes());
        assertThat(read.later(NONE, Contestant.ZAPPA).orElseThrow().held()).isEqualTo(tool.held());
        assertThat(read.later(NONE, Contestant.STOKER).orElseThrow()).returns(true, RaceFigures::reportsTooMany);
        assertThat(ResultText.files(read)).isEqualTo(files);
    }

    @Test
    void a_line_that_the_race_has_not_written_is_an_error() {
        assertThatThrownBy(() -> RaceFigures.read("held all", 1, 1)).hasMessageContaining("held all");
        assertThatThrownBy(() -> UsersDay.read("users many")).hasMessageContaining("users many");
    }
}
