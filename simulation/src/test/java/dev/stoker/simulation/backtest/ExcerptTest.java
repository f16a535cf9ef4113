// SPDX-License-Identifier: Apache-2.0
package dev.stoker.simulation.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.stoker.simulation.Results;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/**
 * The goals of the backtest that a day shows, on days that nothing was tuned on, and the scene that needs no recorded
 * traffic. {@link BacktestFigures} has the rest.
 */
final class ExcerptTest {
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
        int number = (int) Math.round(other.meanKept(scene.measuredFrom(), scene.endMillis()));
        return new ModelledRounds("fixed " + number, any -> StepRule.fixed(number)).play(scene);
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
    }

    @Test
    void bursts_that_nobody_can_foresee_are_met_as_by_a_fixed_number() throws IOException {
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
        Results.same("backtest/rise.txt", Run.RISE.play(scenes).lines());
    }

    @Test
    void the_documentation_has_the_goals_of_all_results() throws IOException {
        GoalTable.same();
    }
}
