// SPDX-License-Identifier: Apache-2.0
package dev.stoker.simulation.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.stoker.simulation.Results;
import dev.stoker.simulation.Thorough;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The goals of the backtest that a day shows, on days that nothing was tuned on, and the scene that needs no recorded
 * traffic. {@link BacktestFigures} has the rest.
 */
final class ExcerptTest {
    private static final Pattern HEADING = Pattern.compile("<text [^>]*>(.* requests; .*)</text>");

    private final Scenes scenes = new Scenes(BacktestFigures.TRAFFIC);

    private static void needsTraffic() {
        if (!Files.isDirectory(BacktestFigures.TRAFFIC)) {
            String skipped = "SKIPPED: recorded traffic because there is no ../shared/traffic";
            System.out.println(skipped); // Maven counts skipped tests, but does not say the reason
            abort(skipped);
        }
    }

    /** A fixed number, as near as can be to the environment-hours of another way. */
    private static Outcome fixedLike(Outcome other, Scene scene) {
        int number = (int) Math.round(meanKept(other));
        return new ModelledRounds("fixed " + number, any -> StepRule.fixed(number)).play(scene);
    }

    /** The mean number in the part that counts. */
    private static double meanKept(Outcome outcome) {
        return outcome.meanKept(outcome.scene().measuredFrom(), outcome.scene().endMillis());
    }

    private static long at(String instant) {
        return Instant.parse(instant).toEpochMilli();
    }

    private static Outcome print(Outcome outcome) {
        System.out.println(outcome.line());
        return outcome;
    }

    @Test
    void taxis_in_the_morning_meet_no_cold_start_but_during_a_cycle_and_for_few_dollars() throws IOException {
        needsTraffic();
        Scene scene = scenes.taxis(1).excerpt(at("2014-11-25T04:00:00Z"), at("2014-11-25T10:00:00Z"));
        Outcome stoker = print(Backtest.stoker(Backtest.COLD_COST).play(scene));
        Outcome fixed = print(fixedLike(stoker, scene));
        Outcome oracle = print(Oracles.ofRequests().play(scene));
        Outcome tracking = print(new ProvisionedTracking("tracking", false).play(scene));

        assertThat(stoker.coldStarts() - stoker.displaced())
                .as("users who come while no sleep task holds, of a fixed number %s", fixed.line())
                .isLessThanOrEqualTo((long) (0.05 * (fixed.coldStarts() - fixed.displaced())));
        assertThat(stoker.coldStarts()).isLessThanOrEqualTo(2 * oracle.coldStarts());
        assertThat(stoker.coldStarts()).isLessThanOrEqualTo(tracking.coldStarts());
        assertThat(stoker.warmingUsd()).isLessThan(tracking.warmingUsd() / 3);
        assertThat(meanKept(stoker))
                .as("environments: the fewest that these users need, and at most the headroom")
                .isLessThanOrEqualTo(1.25 * meanKept(oracle));
    }

    @Test
    void bursts_that_cannot_be_foreseen_are_met_as_by_a_fixed_number() throws IOException {
        needsTraffic();
        Scene scene = scenes.loadBalancer().excerpt(at("2014-04-17T00:04:00Z"), at("2014-04-17T06:04:00Z"));
        Outcome stoker = print(Backtest.stoker(Backtest.COLD_COST).play(scene));
        Outcome fixed = print(fixedLike(stoker, scene));
        Outcome oracle = print(Oracles.ofRequests().play(scene));

        assertThat((double) stoker.coldStarts())
                .as("a quarter more, as it has learned for three hours only; after a week the goal is a twentieth")
                .isLessThanOrEqualTo(1.25 * fixed.coldStarts());
        assertThat(stoker.coldStarts()).isLessThanOrEqualTo(2 * oracle.coldStarts());
    }

    /** Synthetic traffic, so that this needs no folder: what users meet when ten times as many come. */
    @Test
    void a_sudden_rise_is_as_the_documentation_says() throws IOException {
        Backtest rise = Run.RISE.play(scenes);

        Results.same("backtest/rise.txt", rise.lines());
        Results.drawn("backtest/rise-days.svg", rise.daysChart());
    }

    static Stream<String> withAllWays() {
        return Arrays.stream(Run.values()).filter(run -> run.hasAllWays).map(Run::word);
    }

    /** The results have all that this chart has, but the number of requests in its heading. */
    @ParameterizedTest
    @MethodSource("withAllWays")
    void the_chart_of_all_ways_is_drawn_from_the_results(String scene) {
        String chart = "backtest/" + scene + "-ways.svg";
        String heading = Results.lines(chart).stream()
                .map(HEADING::matcher)
                .filter(Matcher::matches)
                .map(found -> found.group(1))
                .findFirst()
                .orElseThrow();

        Results.drawn(chart, ContestChart.of(heading, Results.lines("backtest/" + scene + ".txt")));
    }

    /** A week that needs no recorded traffic, by some of its ways that take seconds. Stoker's way takes most of a minute. */
    @Test
    @Thorough
    void a_week_of_flat_traffic_is_as_the_documentation_says() {
        Contest flat = new Contest(Scenes.flat());
        flat.play(new ModelledRounds("nothing", any -> StepRule.fixed(0)));
        flat.play(new ProvisionedTracking("provisioned concurrency, tracking 70 %", false));
        flat.play(new ProvisionedTracking("the same, by the maximum of a minute", true));

        Results.among(
                "backtest/flat.txt", flat.outcomes().stream().map(Outcome::line).toList());
    }

    /** A run of all scenes takes half an hour, so a changed rule does not require one. But readers must know. */
    @Test
    void the_documentation_says_which_results_are_older_than_the_rule() throws IOException {
        List<String> older = Arrays.stream(Run.values())
                .map(run -> "backtest/" + run.word() + ".txt")
                .filter(file -> !Results.lines(file).contains(RuleHash.line()))
                .toList();

        assertThat(GoalTable.olderFiles())
                .as("the files that are named after \"%s\" in docs/demand.md", GoalTable.OLDER)
                .containsExactlyInAnyOrderElementsOf(older);
    }

    @Test
    void the_documentation_has_the_goals_of_all_results() throws IOException {
        GoalTable.same();
    }
}
