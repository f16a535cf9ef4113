// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.lambda;

import static dev.stoker.local.lambda.ModelledLambda.work;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stoker.local.lambda.ModelledLambda.Sent;
import dev.stoker.local.lambda.environments.Fleet.EnvironmentView;
import dev.stoker.local.lambda.environments.LambdaObserver.EnvironmentEvent;
import dev.stoker.local.lambda.environments.LambdaObserver.EnvironmentEvent.EventKind;
import dev.stoker.local.lambda.environments.LambdaObserver.FunctionReport.Bill;
import dev.stoker.local.lambda.environments.LambdaSettings;
import dev.stoker.local.lambda.environments.LambdaSettings.FreeChoice;
import dev.stoker.local.lambda.environments.LambdaSettings.IdleTime;
import dev.stoker.local.lambda.faults.Faults;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** When environments start, whom they serve, and when they go; on virtual time. */
final class EnvironmentLifeTest {
    private static final LambdaSettings DEFAULTS = LambdaSettings.with(Faults.none(1));

    @Test
    void the_first_request_waits_for_an_init_and_the_next_does_not() {
        ModelledLambda lambda = new ModelledLambda();
        Sent cold = lambda.at(0, "f", work(50));
        Sent warm = lambda.at(5000, "f", work(50));

        lambda.runUntil(10_000);

        assertThat(cold.doneAfter).isEqualTo(1050);
        assertThat(warm.doneAfter).isEqualTo(5050);
        assertThat(lambda.report().coldStarts()).isEqualTo(1);
        assertThat(lambda.events)
                .extracting(EnvironmentEvent::kind)
                .containsExactly(
                        EventKind.STARTED,
                        EventKind.INITIALIZED,
                        EventKind.INVOKED,
                        EventKind.FREED,
                        EventKind.INVOKED,
                        EventKind.FREED);
    }

    @Test
    void an_environment_serves_one_request_at_a_time() {
        ModelledLambda lambda = new ModelledLambda();
        lambda.at(0, 3, "f", work(50));
        lambda.at(2000, 5, "f", work(50));

        lambda.runUntil(10_000);

        assertThat(lambda.report().coldStarts()).isEqualTo(5);
        assertThat(lambda.report().maxConcurrency()).isEqualTo(5);
        assertThat(lambda.report().environments()).hasSize(5);
    }

    @Test
    void an_environment_that_idles_is_reclaimed() {
        ModelledLambda lambda = new ModelledLambda();
        lambda.at(0, "f", work(50));

        lambda.runUntil(1050 + 359_999);
        assertThat(lambda.report().environments()).hasSize(1);

        lambda.runUntil(1050 + 360_000);
        assertThat(lambda.report().environments()).isEmpty();
        assertThat(lambda.events.get(lambda.events.size() - 1).kind()).isEqualTo(EventKind.RECLAIMED);
    }

    @Test
    void a_request_in_time_keeps_an_environment() {
        ModelledLambda lambda = new ModelledLambda();
        for (long tick = 0; tick < 100; tick++) {
            lambda.at(tick * 240_000, "f", work(1));
        }

        lambda.runUntil(100 * 240_000);

        assertThat(lambda.report().coldStarts()).isEqualTo(1);
    }

    @Test
    void an_environment_ends_at_its_lifetime_however_busy_it_is() {
        ModelledLambda lambda = new ModelledLambda(DEFAULTS.lifetimeMillis(7_200_000));
        for (long tick = 0; tick < 60; tick++) {
            lambda.at(tick * 240_000, "f", work(1));
        }

        lambda.runUntil(60 * 240_000 - 1);

        assertThat(lambda.report().coldStarts()).isEqualTo(2);
    }

    @Test
    void only_a_share_of_the_environments_may_have_a_lifetime() {
        ModelledLambda lambda = new ModelledLambda(DEFAULTS.lifetimeMillis(7_200_000, 0.3));
        for (long tick = 0; tick < 60; tick++) {
            lambda.at(tick * 240_000, 200, "f", work(1));
        }

        lambda.runUntil(60 * 240_000 - 1);

        // Twice two hours in four, of 30 in 100: those that take an ended one's place have a lifetime as seldom as
        // others.
        assertThat(lambda.report().coldStarts()).isBetween(200 + 45L, 200 + 75L);
    }

    @Test
    void an_exponential_idle_time_is_drawn_again_each_time() {
        ModelledLambda lambda = new ModelledLambda(DEFAULTS.idleTime(IdleTime.exponential(600_000)));
        for (long tick = 0; tick < 20; tick++) {
            lambda.at(tick * 600_000, 100, "f", work(1));
        }

        lambda.runUntil(20 * 600_000);

        // After the mean, 1 - 1/e of them are gone: 19 times 63 of 100, and the first 100.
        assertThat(lambda.report().coldStarts()).isBetween(100 + 19 * 60L, 100 + 19 * 66L);
    }

    @Test
    void which_free_environment_is_chosen_can_be_set() {
        assertThat(environmentsUsedByTenRequests(FreeChoice.MOST_RECENT)).isEqualTo(1);
        assertThat(environmentsUsedByTenRequests(FreeChoice.LEAST_RECENT)).isEqualTo(5);
        assertThat(environmentsUsedByTenRequests(FreeChoice.RANDOM)).isBetween(2L, 5L);
    }

    private static long environmentsUsedByTenRequests(FreeChoice choice) {
        ModelledLambda lambda = new ModelledLambda(DEFAULTS.freeChoice(choice));
        lambda.at(0, 5, "f", work(50));
        for (int i = 0; i < 10; i++) {
            lambda.at(5000 + i * 100L, "f", work(50));
        }
        lambda.runUntil(10_000);
        return lambda.events.stream()
                .filter(event -> event.kind() == EventKind.INVOKED && event.atMillis() >= ModelledLambda.START + 5000)
                .map(EnvironmentEvent::environmentId)
                .distinct()
                .count();
    }

    @Test
    void a_thousand_environments_may_start_within_ten_seconds() {
        ModelledLambda lambda = new ModelledLambda(DEFAULTS.accountConcurrency(10_000));
        List<Sent> first = lambda.at(0, 1500, "f", work(30_000));
        List<Sent> soon = lambda.at(9999, 1, "f", work(1));
        List<Sent> later = lambda.at(10_000, 1200, "f", work(30_000));

        lambda.runUntil(60_000);

        assertThat(first).filteredOn(Sent::isRefused).hasSize(500);
        assertThat(first.get(1499).refused().code()).isEqualTo("TooManyRequestsException");
        assertThat(soon).allMatch(Sent::isRefused);
        assertThat(later).filteredOn(Sent::isRefused).hasSize(200);
        assertThat(lambda.report().throttles()).isEqualTo(701);
    }

    @Test
    void a_request_waits_for_its_own_environment_unless_it_may_be_handed_over() {
        assertThat(doneWhenAnotherBecomesFree(false)).isEqualTo(2101);
        assertThat(doneWhenAnotherBecomesFree(true)).isEqualTo(1351);
    }

    /** One environment is busy until 1,350 ms; a second request at 1,100 ms starts another, ready at 2,100 ms. */
    private static long doneWhenAnotherBecomesFree(boolean handOver) {
        ModelledLambda lambda = new ModelledLambda(DEFAULTS.handOver(handOver));
        lambda.at(0, "f", work(350));
        Sent second = lambda.at(1100, "f", work(1));
        lambda.runUntil(5000);
        assertThat(lambda.report().environments()).hasSize(2);
        assertThat(lambda.service.environments()).noneMatch(EnvironmentView::busy);
        return second.doneAfter;
    }

    @Test
    void a_timeout_ends_the_runtime_and_the_next_request_initialises_it_within_its_own_time() {
        ModelledLambda lambda = new ModelledLambda();
        lambda.create("short", 3);
        Sent late = lambda.at(0, "short", work(60_000));
        Sent next = lambda.at(10_000, "short", work(50));

        lambda.runUntil(20_000);

        assertThat(late.doneAfter).isEqualTo(4000);
        assertThat(late.json().path("errorMessage").asText())
                .isEqualTo("RequestId: " + late.answered().requestId() + " Error: Task timed out after 3.00 seconds");
        assertThat(late.answered().log().text()).contains("Task timed out after 3.00 seconds");
        assertThat(next.doneAfter).isEqualTo(10_000 + 1000 + 50);
        assertThat(lambda.service.report("short").coldStarts()).isEqualTo(1);
        assertThat(lambda.service.report("short").bill()).isEqualTo(new Bill(2, 1000, 0, 3000 + 1050));
    }

    @Test
    void an_init_over_ten_seconds_is_repeated_within_the_first_invocation() {
        AtomicInteger inits = new AtomicInteger();
        ModelledLambda lambda = new ModelledLambda(DEFAULTS, random -> inits.getAndIncrement() == 0 ? 12_000 : 9_000);
        Sent sent = lambda.at(0, "f", work(50));

        lambda.runUntil(60_000);

        assertThat(sent.doneAfter).isEqualTo(10_000 + 9_000 + 50);
        assertThat(inits).hasValue(2);
        assertThat(lambda.report().bill()).isEqualTo(new Bill(1, 10_000, 0, 9_050));
    }

    @Test
    void an_init_that_never_ends_is_the_functions_timeout() {
        ModelledLambda lambda = new ModelledLambda(DEFAULTS, random -> 600_000);
        lambda.create("short", 3);
        Sent sent = lambda.at(0, "short", work(50));

        lambda.runUntil(60_000);

        assertThat(sent.doneAfter).isEqualTo(13_000);
        assertThat(sent.json().path("errorType").asText()).isEqualTo("Sandbox.Timedout");
    }

    @Test
    void a_changed_function_gets_new_environments() {
        ModelledLambda lambda = new ModelledLambda();
        lambda.at(0, "f", work(50));
        Sent busy = lambda.at(2000, "f", work(10_000));
        lambda.runUntil(3000);

        lambda.service.functions().update("f", definition -> definition.withMemoryMegabytes(512));
        Sent after = lambda.at(4000, "f", work(50));
        lambda.runUntil(60_000);

        assertThat(after.doneAfter).isEqualTo(4000 + 1000 + 50);
        assertThat(busy.answered().functionError()).isFalse();
        assertThat(lambda.report().environments()).hasSize(1);
    }

    @Test
    void each_version_has_environments_of_its_own() {
        ModelledLambda lambda = new ModelledLambda();
        lambda.service.functions().publishVersion("f");
        Sent latest = lambda.at(0, "f", work(1));
        Sent version = lambda.at(5000, "f:1", work(1));

        lambda.runUntil(10_000);

        assertThat(latest.answered().executedVersion()).isEqualTo("$LATEST");
        assertThat(version.answered().executedVersion()).isEqualTo("1");
        assertThat(lambda.report().coldStarts()).isEqualTo(2);
    }
}
