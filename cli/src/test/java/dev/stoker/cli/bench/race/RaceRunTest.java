// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.bench.race;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.stoker.cli.bench.contestant.AbsentException;
import dev.stoker.cli.bench.contestant.Contestant;
import dev.stoker.cli.bench.contestant.Kit;
import dev.stoker.cli.bench.contestant.Kit.Part;
import dev.stoker.cli.bench.race.Heats.WallResult;
import dev.stoker.cli.bench.race.RacePlan.Heat;
import dev.stoker.cli.bench.race.Track.Lap;
import dev.stoker.local.lambda.code.FunctionCode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** A tool whose packages are not there, or fail, costs the race its own results only. */
class RaceRunTest {
    private static final Scenario ONE = Scenario.of(1, Spread.NONE);
    private static final Scenario FIVE = Scenario.of(5, Spread.NONE);

    /** Zappa's packages have faults; those of the trick have none. */
    private static final class Faulty implements RaceRun.Packages {
        private final boolean fetched;
        private final Predicate<Heat> runs;
        private final boolean serves;

        Faulty(boolean fetched, Predicate<Heat> runs, boolean serves) {
            this.fetched = fetched;
            this.runs = runs;
            this.serves = serves;
        }

        @Override
        public Kit of(Contestant contestant) {
            require(contestant, fetched, "pip is not on PATH.");
            return new Kit(
                    new Part(List.of("python3.12"), "app.handler", zip(), Map.of()),
                    Optional.empty(),
                    "{}",
                    Optional.empty());
        }

        @Override
        public Map<Scenario, WallResult> run(Contestant contestant, Kit kit, Heat heat, int laps) {
            require(contestant, runs.test(heat), "Its function failed.");
            int n = heat.first().n();
            Lap lap = new Lap(n, 0, n, n, 0, 0, 10, 5, OptionalLong.empty(), 0);
            return Map.of(
                    heat.first(),
                    new WallResult(
                            Optional.empty(), RaceFigures.of(n, heat.first().spread(), List.of(lap))));
        }

        @Override
        public UsersDay minute(Optional<Contestant> contestant, Kit kit) {
            require(contestant.orElse(Contestant.TRICK), serves, "Its function failed.");
            return new UsersDay(67, List.of(1), 0);
        }

        private static void require(Contestant contestant, boolean works, String reason) {
            if (contestant == Contestant.ZAPPA && !works) {
                throw new AbsentException(reason);
            }
        }

        private static FunctionCode zip() {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
                zip.putNextEntry(new ZipEntry("app.py"));
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
            return FunctionCode.of(bytes.toByteArray());
        }
    }

    private static Race race(Faulty packages) {
        List<Heat> heats = List.of(new Heat(ONE, List.of(Spread.NONE)), new Heat(FIVE, List.of(Spread.NONE)));
        RacePlan plan =
                new RacePlan(List.of(Contestant.ZAPPA, Contestant.TRICK), heats, 1, List.of(ONE, FIVE), false, true);
        return new RaceRun(plan, packages).run();
    }

    private static boolean ran(Race race, Scenario scenario, Contestant one) {
        return race.wall(scenario, one).isPresent();
    }

    @Test
    void a_tool_whose_packages_are_not_there_is_skipped_with_its_reason() {
        Race race = race(new Faulty(false, heat -> true, true));

        assertThat(race.absent()).containsExactly(entry(Contestant.ZAPPA, "pip is not on PATH."));
        assertThat(race.contestants()).containsExactly(Contestant.TRICK);
        assertThat(race.rows().values()).allSatisfy(rows -> assertThat(rows).containsOnlyKeys(Contestant.TRICK));
        assertThat(race.minutes()).containsOnlyKeys(Optional.empty(), Optional.of(Contestant.TRICK));
    }

    @Test
    void a_tool_that_never_runs_is_skipped_with_its_reason() {
        Race race = race(new Faulty(true, heat -> false, true));

        assertThat(race.absent()).containsExactly(entry(Contestant.ZAPPA, "Its function failed."));
        assertThat(race.later(ONE, Contestant.ZAPPA)).isEmpty();
        assertThat(ran(race, FIVE, Contestant.TRICK)).isTrue();
    }

    @Test
    void a_tool_that_fails_with_one_n_keeps_its_other_results() {
        Race race = race(new Faulty(true, heat -> heat.first().equals(ONE), true));

        assertThat(race.absent()).isEmpty();
        assertThat(ran(race, ONE, Contestant.ZAPPA)).isTrue();
        assertThat(ran(race, FIVE, Contestant.ZAPPA)).isFalse();
        assertThat(race.later(FIVE, Contestant.ZAPPA)).as("on virtual time").isPresent();
        assertThat(ran(race, FIVE, Contestant.TRICK)).isTrue();
    }

    @Test
    void a_tool_that_fails_beside_users_has_no_users_and_keeps_the_rest() {
        Race race = race(new Faulty(true, heat -> true, false));

        assertThat(race.minutes()).containsOnlyKeys(Optional.empty(), Optional.of(Contestant.TRICK));
        assertThat(ran(race, FIVE, Contestant.ZAPPA)).isTrue();
    }
}
