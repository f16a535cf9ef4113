// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.stoker.cli.Thorough;
import dev.stoker.cli.bench.contestant.Contestant;
import dev.stoker.cli.bench.contestant.Workshop;
import dev.stoker.cli.bench.page.RaceFiles;
import dev.stoker.cli.bench.page.ResultText;
import dev.stoker.cli.bench.race.Heats;
import dev.stoker.cli.bench.race.Race;
import dev.stoker.cli.bench.race.Race.Row;
import dev.stoker.cli.bench.race.RaceBill;
import dev.stoker.cli.bench.race.RacePlan;
import dev.stoker.cli.bench.race.Scenario;
import dev.stoker.cli.bench.race.Spread;
import dev.stoker.cli.bench.race.UsersDay;
import dev.stoker.cli.bench.race.UsersPlan;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The committed files of the race are what the race gives on virtual time, and its page and charts are what these files give. */
class RaceResultsTest {
    private static final Scenario SMALL = Scenario.of(5, Spread.UNIFORM_100);

    /** The largest N whose scenarios do not take long. */
    private static final int MOST = 20;

    static Stream<Scenario> scenarios() {
        return Boolean.getBoolean("stoker.thorough")
                ? RacePlan.allScenarios().stream().filter(scenario -> scenario.n() <= MOST)
                : Stream.of(SMALL);
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void the_file_of_a_scenario_is_what_the_race_gives(Scenario scenario) {
        TreeMap<Contestant, Row> rows = new TreeMap<>();
        for (Contestant contestant : CommittedRace.race().contestants()) {
            rows.put(contestant, new Row(Heats.virtual(contestant, scenario), Optional.empty()));
        }

        assertThat(CommittedRace.lines(ResultText.file(scenario)))
                .as("written by ./stoker bench")
                .startsWith(ResultText.of(scenario, rows).toArray(String[]::new));
    }

    @Test
    @Thorough
    void the_file_of_a_day_is_what_the_race_gives() {
        Race committed = CommittedRace.race();
        Map<Optional<Contestant>, UsersDay> days = new LinkedHashMap<>();
        for (Optional<Contestant> one : committed.days().keySet()) {
            days.put(one, UsersDay.virtual(UsersPlan.DAY, one, Scenario.of(RacePlan.DAY_N, RacePlan.DAY_SPREAD)));
        }

        assertThat(CommittedRace.lines("day.txt"))
                .as("written by ./stoker bench")
                .isEqualTo(ResultText.ofDay(RacePlan.DAY_N, days));
    }

    @Test
    void the_page_and_its_charts_are_drawn_from_the_result_files() {
        Map<String, String> drawn = RaceFiles.drawn(CommittedRace.race());

        drawn.forEach(CommittedRace::same);
        assertThat(drawn.get("README.md")).contains("](limit.md)", "](figures.md)", "](processes.md)", "](earlier.md)");
    }

    @Test
    void the_folder_has_the_results_of_each_scenario_and_no_others() {
        assertThat(CommittedRace.results().keySet())
                .containsAll(
                        RacePlan.allScenarios().stream().map(ResultText::file).toList());
        assertThat(CommittedRace.results().keySet().stream()
                        .filter(name -> !Set.of("day.txt", "minute.txt").contains(name)))
                .hasSameSizeAs(RacePlan.allScenarios());
    }

    @Test
    void stoker_holds_all_and_says_nothing_untrue_where_a_fixed_hold_does_not() {
        Scenario wide = Scenario.of(5, Spread.UNIFORM_400);

        var stoker = Heats.virtual(Contestant.STOKER, wide).later();
        var fixed = Heats.virtual(Contestant.LAMBDA_WARMER, wide).later();

        assertThat(stoker.holdsAll()).as(stoker.text()).isTrue();
        assertThat(stoker.reportsTooMany()).as(stoker.text()).isFalse();
        assertThat(fixed.holdsAll()).as(fixed.text()).isFalse();
        assertThat(fixed.reportsTooMany()).as(fixed.text()).isTrue();
    }

    @Test
    void a_target_that_does_not_wait_is_busy_for_as_long_as_its_process_was() {
        Scenario none = Scenario.of(5, Spread.NONE);
        var measured = Heats.virtual(Contestant.WARMUP_25, none).later();

        var quick = Heats.virtual(Contestant.WARMUP, none).later();
        var slow = Heats.asOnWall(Contestant.WARMUP, none, measured).later();

        assertThat(measured.answerMillis()).isEqualTo(25);
        assertThat(slow.held()).as("calls meet").isEqualTo(5).isGreaterThan(quick.held());
    }

    @Test
    void the_long_race_runs_each_scenario_of_up_to_100_environments_as_processes() {
        RacePlan plan = RacePlan.full(List.of(Contestant.STOKER));

        var asProcesses = plan.wall().stream()
                .flatMap(heat -> heat.spreads().stream().map(heat::scenario))
                .toList();

        assertThat(asProcesses)
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(plan.scenarios().stream()
                        .filter(scenario -> scenario.n() <= 100)
                        .toList());
    }

    @Test
    void a_minute_has_the_intervals_of_a_day_in_small() {
        UsersPlan day = UsersPlan.DAY;
        UsersPlan minute = UsersPlan.MINUTE;

        assertThat(day.intervalMillis()).isEqualTo(24 * minute.intervalMillis());
        assertThat(day.idleMillis()).isEqualTo(24 * minute.idleMillis());
        assertThat(day.firstCrowdMillis()).isEqualTo(24 * minute.firstCrowdMillis());
        assertThat(day.crowdEveryMillis()).isEqualTo(24 * minute.crowdEveryMillis());
        assertThat(day.crowdSpreadMillis()).isEqualTo(24 * minute.crowdSpreadMillis());
    }

    @Test
    void the_names_of_contestants_have_the_versions_that_are_pinned() throws IOException {
        try (var file = Contestant.class.getResourceAsStream("package.json")) {
            String pinned = new String(file.readAllBytes(), StandardCharsets.UTF_8);

            assertThat(pinned).contains("\"lambda-warmer\": \"2.3.0\"", "\"serverless-plugin-warmup\": \"8.4.1\"");
            assertThat(Contestant.LAMBDA_WARMER.title()).contains("2.3.0");
            assertThat(Contestant.WARMUP.title()).contains("8.4.1");
            assertThat(Contestant.WARMUP_25.title()).contains("8.4.1");
            assertThat(Workshop.pinned())
                    .contains(
                            version("@opennextjs/aws@", Contestant.OPENNEXT),
                            version("lambda-warmer-py==", Contestant.LAMBDA_WARMER_PY),
                            version("zappa==", Contestant.ZAPPA));
        }
    }

    /** The package with the version that the title of its contestant has. */
    private static String version(String name, Contestant one) {
        return name + one.title().replaceAll("[^0-9]*([0-9.]+[0-9]).*", "$1");
    }

    @Test
    void the_price_of_alarms_is_that_of_the_template() throws IOException {
        Path template = Path.of(System.getProperty("stoker.root"), "infra", "template.yaml");

        assertThat(Files.readAllLines(template).stream().filter(line -> line.contains("Type: AWS::CloudWatch::Alarm")))
                .hasSize(RaceBill.ALARMS);
    }

    @Test
    void no_contestant_is_below_the_limit_where_the_most_recently_used_environment_is_chosen() {
        Race race = CommittedRace.race();

        race.rows()
                .forEach((scenario, rows) -> rows.forEach((one, row) -> {
                    if (scenario.choice() == Scenario.of(1, Spread.NONE).choice()
                            && row.virtual().later().holdsAll()) {
                        assertThat(row.virtual().later().ratio())
                                .as(scenario.id() + " " + one)
                                .isGreaterThanOrEqualTo(1);
                    }
                }));
    }

    @Test
    void the_limit_of_a_uniform_spread_is_the_derived_one() {
        double derived = 100.0 * 19 / (2 * 21);

        assertThat(CommittedRace.text("limit.md"))
                .contains(String.format(Locale.ROOT, "%.1f ms for D = 100 ms and N = 20", derived));
        assertThat(Spread.UNIFORM_100.limit(20, 0)).isCloseTo(derived, within(0.5));
        assertThat(Spread.LOGNORMAL_10.limit(20, 2)).isLessThan(Spread.LOGNORMAL_10.limit(20, 0));
        assertThat(Spread.NONE.limit(20)).isEqualTo(1);
    }
}
