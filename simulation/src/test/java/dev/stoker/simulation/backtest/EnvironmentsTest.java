// SPDX-License-Identifier: Apache-2.0
package dev.stoker.simulation.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.stoker.local.lambda.environments.LambdaSettings;
import dev.stoker.local.lambda.environments.LambdaSettings.FreeChoice;
import dev.stoker.local.lambda.faults.Faults;
import dev.stoker.local.lambda.runtime.modelled.ModelledRuntimes.InitModel;
import dev.stoker.simulation.World;
import dev.stoker.simulation.traffic.CountSeries;
import dev.stoker.simulation.traffic.Requests;
import dev.stoker.simulation.traffic.ServiceTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The fast environments, beside those of the embedded AWS. */
final class EnvironmentsTest {
    private static final CountSeries TRAFFIC =
            CountSeries.of("busy and quiet", 1_700_000_000_000L, 600_000, 1200, 300, 20, 3, 0, 900);

    private static Scene scene(FreeChoice choice, long lifetimeMillis) {
        Workload load =
                new Workload(new ServiceTime(300, 0.6), 2_000, 360_000, lifetimeMillis, choice, Workload.USUAL.size());
        return new Scene("short", TRAFFIC, TRAFFIC.startMillis(), load, 7);
    }

    @ParameterizedTest
    @CsvSource({"MOST_RECENT, 0", "LEAST_RECENT, 0", "MOST_RECENT, 700000", "LEAST_RECENT, 400000"})
    void users_start_as_many_environments_as_on_the_embedded_aws(FreeChoice choice, long lifetimeMillis) {
        Scene scene = scene(choice, lifetimeMillis);
        LambdaSettings lambda = LambdaSettings.with(Faults.none(1))
                .freeChoice(choice)
                .lifetimeMillis(lifetimeMillis)
                .idleMillis(360_000);
        int expected;
        try (World world = World.with(lambda)
                .init(InitModel.fixed(2_000))
                .from(TRAFFIC.startMillis())
                .start()) {
            Requests requests = scene.requests();
            while (requests.next()) {
                world.send(requests.atMillis(), World.ORDERS, "{\"workMillis\":" + requests.serviceMillis() + "}");
            }
            world.time().runUntil(TRAFFIC.endMillis() + 60_000);
            expected = world.userColdStarts(World.ORDERS);
        }

        Outcome outcome = new ModelledRounds("nothing", any -> StepRule.fixed(0)).play(scene);

        assertThat(outcome.coldStarts()).isEqualTo((long) expected).isGreaterThan(5);
    }

    @Test
    void a_user_waits_for_init_only_if_no_environment_is_free() {
        CountSeries three = CountSeries.of("three", 0, 1, 0, 0);
        Scene scene = new Scene("none", three, 0, Workload.USUAL, 1);
        Tally tally = new Tally(
                new Scene("hour", CountSeries.flat(Instant.EPOCH, 3_600_000, 1, 0.001), 0, Workload.USUAL, 1));
        Environments environments = new Environments(scene, tally, null);

        Environment first = environments.warmArrives(1_000);
        assertThat(first.readyAt).isEqualTo(3_000);
        environments.hold(first, 3_100);
        assertThat(environments.warmArrives(3_050)).isNotSameAs(first);
        assertThat(environments.warmArrives(3_100)).isSameAs(first);
        environments.hold(first, 3_200);
        assertThat(environments.warmArrives(3_200 + 360_000))
                .as("reclaimed after six minutes")
                .isNotSameAs(first);
    }

    @Test
    void provisioned_environments_serve_first_and_those_on_demand_serve_the_rest() {
        Scene scene = scene(FreeChoice.MOST_RECENT, 0);
        Ledger ledger = new Ledger("ten", scene);
        Environments environments = new Environments(scene, ledger.tally(), null);
        environments.provision(scene.series().startMillis(), 10);
        environments.close(scene.endMillis());
        Outcome outcome = ledger.outcome();

        assertThat(outcome.coldStarts()).isZero();
        assertThat(outcome.keptHours()).isCloseTo(10, within(1e-9));
        assertThat(outcome.usersUsd()).as("duration costs less there").isNegative();
        assertThat(outcome.warmingUsd()).isCloseTo(10 * 3600 * 1.5 * 0.0000041667, within(1e-6));
    }
}
