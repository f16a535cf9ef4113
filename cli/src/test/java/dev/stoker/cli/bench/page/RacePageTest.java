// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.bench.page;

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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The pages say what Stoker has lost, and where a model or a package has failed. */
class RacePageTest {
    private static final Scenario FIVE = Scenario.of(5, Spread.UNIFORM_100);
    private static final Scenario THOUSAND = Scenario.of(1_000, Spread.UNIFORM_100);
    private static final Scenario FIFTY = Scenario.of(50, Spread.UNIFORM_100);

    private static RaceFigures figures(Scenario scenario, double held, double usd) {
        return new RaceFigures(
                scenario.n(),
                held,
                (int) held,
                0,
                93,
                93,
                usd,
                80,
                70,
                OptionalDouble.of(scenario.n()),
                41,
                OptionalDouble.of(held),
                held < scenario.n() ? 1 : 0);
    }

    private static Row model(RaceFigures virtual) {
        return new Row(new Result(virtual, virtual), Optional.empty());
    }

    private static Row both(RaceFigures virtual, RaceFigures wall) {
        return new Row(
                new Result(virtual, virtual), Optional.of(new Sides(virtual, new WallResult(Optional.empty(), wall))));
    }

    private static Race race(Map<Scenario, Map<Contestant, Row>> rows) {
        Map<Scenario, SortedMap<Contestant, Row>> sorted = new LinkedHashMap<>();
        rows.forEach((scenario, of) -> sorted.put(scenario, new TreeMap<>(of)));
        return new Race(
                rows.values().stream()
                        .flatMap(of -> of.keySet().stream())
                        .distinct()
                        .sorted()
                        .toList(),
                new TreeMap<>(),
                sorted,
                Map.of(),
                Map.of(),
                RacePlan.DAY_N,
                Optional.empty());
    }

    /** The sections that compare figures: the others have nothing that depends on these. */
    private static String sections(Race race) {
        StringBuilder page = new StringBuilder();
        List.of(
                        new WonSection(race, page),
                        new LostSection(race, page),
                        new PricesSection(race, page),
                        new SidesSection(race, page))
                .forEach(PageSection::write);
        return page.toString();
    }

    @Test
    void a_race_without_stoker_has_nothing_won_or_lost() {
        String page = sections(race(Map.of(FIVE, Map.of(Contestant.TRICK, model(figures(FIVE, 5, 0.02))))));

        assertThat(page).doesNotContain("What was won", "What was lost", "What the prices assume", "Stoker held");
    }

    @Test
    void a_scenario_without_other_tools_is_not_won() {
        Row own = model(figures(FIVE, 5, 0.012));
        String page = sections(race(Map.of(
                FIVE, Map.of(Contestant.STOKER, own, Contestant.TRICK, model(figures(FIVE, 5, 0.022))),
                THOUSAND, Map.of(Contestant.STOKER, model(figures(THOUSAND, 1_000, 0.01))))));

        assertThat(page)
                .contains("held at least 99.9 % of N in 2 of 2 scenarios")
                .contains("the cheapest of those that held N in 1 of 1 scenarios");
    }

    @Test
    void a_shortfall_of_stoker_and_a_cheaper_tool_are_named_on_both_kinds_of_time() {
        String page = sections(race(Map.of(
                FIVE,
                Map.of(
                        Contestant.STOKER, both(figures(FIVE, 4.5, 0.012), figures(FIVE, 4, 0.014)),
                        Contestant.TRICK, both(figures(FIVE, 5, 0.011), figures(FIVE, 5, 0.013))))));

        assertThat(page)
                .contains("held at least 99.9 % of N in 0 of 1 scenarios")
                .contains(
                        "Stoker held less than 99.9 % of N with N = 5, uniform 100 ms (90.0 %); N = 5, uniform 100 ms, as processes"
                                + " (80.0 %).")
                .contains("| N = 5, uniform 100 ms | " + Contestant.TRICK.title() + " | $0.0110 | $0.0120 |")
                .contains("| $0.0130 | $0.0140, holds 80.0 % | $0.0110 | $0.0120, holds 90.0 % |")
                .contains("the cheapest of those that held N in 0 of 1 scenarios");
    }

    @Test
    void alarms_and_ticks_are_counted_where_they_decide() {
        String page = sections(race(Map.of(
                FIVE,
                Map.of(
                        Contestant.STOKER, model(figures(FIVE, 5, 0.012)),
                        Contestant.TRICK, model(figures(FIVE, 5, 0.022))))));

        assertThat(page)
                .contains("5, which cost $0.50 a month")
                .contains("in 0 of 1 scenarios on virtual time, instead of 1.")
                .contains("| N = 5, uniform 100 ms | " + Contestant.TRICK.title() + " | $0.0112 | $0.0120 |");
    }

    @Test
    void a_model_that_holds_fewer_than_its_package_is_called_wrong() {
        Race race = race(Map.of(
                FIFTY,
                Map.of(
                        Contestant.LAMBDA_WARMER, both(figures(FIFTY, 35, 0.02), figures(FIFTY, 43, 0.02)),
                        Contestant.STOKER, both(figures(FIFTY, 50, 0.02), figures(FIFTY, 50, 0.02)))));

        assertThat(sections(race))
                .contains("fewer than the package in 1 of these 1 rows")
                .contains("| N = 50, uniform 100 ms | lambda-warmer 2.3.0 (npm) | 43.0, 35.0 |");
        assertThat(new EarlierPage(race).text())
                .contains("| 50 | uniform 100 ms | 44 (93) | 43.0 (93) | 35.0 (93) |")
                .contains("wrong for lambda-warmer 2.3.0 (npm), N = 50, uniform 100 ms");
    }

    @Test
    void a_tool_that_failed_as_a_process_has_a_dash_with_its_reason() {
        Race race = race(Map.of(
                FIVE,
                Map.of(
                        Contestant.LAMBDA_WARMER_PY, model(figures(FIVE, 5, 0.02)),
                        Contestant.STOKER, both(figures(FIVE, 5, 0.02), figures(FIVE, 5, 0.02)))));

        assertThat(new ProcessesPage(race).text())
                .contains("| lambda-warmer-py 0.6.0 (PyPI) | – |")
                .contains("A dash: an invocation of its function failed");
    }

    @Test
    void the_page_names_the_command_that_gives_its_results() {
        RaceFigures five = figures(FIVE, 5, 0.02);
        RaceFigures fifty = figures(FIFTY, 50, 0.02);

        assertThat(Stream.of(
                                Map.of(FIVE, Map.of(Contestant.STOKER, model(five))),
                                Map.of(FIVE, Map.of(Contestant.STOKER, both(five, five))),
                                Map.of(FIFTY, Map.of(Contestant.STOKER, both(fifty, fifty))))
                        .map(rows -> new RacePage(race(rows)).text().lines().toList()))
                .satisfiesExactly(
                        models -> assertThat(models).contains("    ./stoker bench --no-processes"),
                        brief -> assertThat(brief).contains("    ./stoker bench"),
                        full -> assertThat(full).contains("    ./stoker bench --full"));
        assertThat(new EarlierPage(race(Map.of(FIVE, Map.of(Contestant.STOKER, model(five))))).text())
                .contains("These scenarios did not run as processes");
    }
}
