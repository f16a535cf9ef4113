// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.promote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.stoker.cli.output.ExitCode;
import dev.stoker.cli.output.Failure;
import dev.stoker.cli.promote.AliasedOrders.Callers;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whole promotions, with AWS's clients, on the embedded AWS. */
class PromotionTest {
    private static final String QUICK = "{\"workMillis\":20}";

    @Test
    void users_who_keep_calling_meet_no_cold_start_and_no_error_while_the_alias_moves() {
        try (AliasedOrders shop = new AliasedOrders()) {
            shop.promotion(shop.plan("1", 5, ""), Pace.ofThisMachine()).run();
            shop.usersColdStarts.set(0);
            Callers users = shop.users("orders:live", 4, QUICK);
            String version = shop.nextVersion();

            PromotionResult result = shop.promotion(shop.plan(version, 5, ""), Pace.ofThisMachine())
                    .run();
            users.leave();

            assertThat(shop.live()).isEqualTo(version).isEqualTo("2");
            assertThat(shop.usersColdStarts).hasValue(0);
            assertThat(users.errors()).isZero();
            assertThat(users.answers()).isGreaterThan(20);
            assertThat(result.exit()).isEqualTo(ExitCode.DONE);
            assertThat(result.proof().warm()).isGreaterThanOrEqualTo(6);
            assertThat(result.seen().orElseThrow().calls()).isEqualTo(3);
            assertThat(result.seen().orElseThrow().coldStarts()).isZero();
            assertThat(result.seen().orElseThrow().userColdStarts()).isZero();
        }
    }

    @Test
    void the_same_move_without_it_leaves_all_users_waiting() {
        try (AliasedOrders shop = new AliasedOrders()) {
            shop.promotion(shop.plan("1", 5, ""), Pace.ofThisMachine()).run();
            shop.usersColdStarts.set(0);
            Callers users = shop.users("orders:live", 4, QUICK);
            String version = shop.nextVersion();

            shop.lambda.updateAlias(
                    ask -> ask.functionName("orders").name("live").functionVersion(version));
            users.leave();
            shop.users("orders:live", 4, QUICK).leave();

            assertThat(shop.usersColdStarts.get()).isGreaterThanOrEqualTo(4);
        }
    }

    @Test
    void a_shortfall_leaves_the_alias_and_says_why() {
        try (AliasedOrders shop = new AliasedOrders(100 + 3)) {
            shop.lambda.putFunctionConcurrency(ask -> ask.functionName("orders").reservedConcurrentExecutions(3));
            AliasState before = shop.state();

            PromotionResult result = shop.promotion(shop.plan(shop.nextVersion(), 5, ""), new HeldPace())
                    .run();

            assertThat(result.exit()).isEqualTo(ExitCode.SHORTFALL);
            assertThat(result.shortfall().orElseThrow())
                    .startsWith("2 of 6 environments of orders:2 proven warm")
                    .contains("80 %")
                    .endsWith("The alias live still points to version 1.");
            assertThat(shop.state()).isEqualTo(before);
        }
    }

    @Test
    void a_canary_lets_a_share_of_the_users_meet_the_version_and_counts_them() {
        try (AliasedOrders shop = new AliasedOrders()) {
            String version = shop.nextVersion();
            HeldPace pace = new HeldPace().then(() -> {
                assertThat(shop.live()).isEqualTo("1{2=0.5}");
                shop.users("orders:live", 30, QUICK).leave();
            });

            PromotionResult result =
                    shop.promotion(shop.plan(version, 20, "50%,10m"), pace).run();

            assertThat(shop.live()).isEqualTo("2");
            assertThat(result.canary().orElseThrow().counts().invocations()).isBetween(2L, 60L);
            assertThat(result.canary().orElseThrow().counts().errors()).isZero();
            assertThat(result.canary().orElseThrow().served()).isPositive();
            assertThat(pace.pauses()).as("ten minutes of looks every 15 s").isGreaterThanOrEqualTo(40);
        }
    }

    @Test
    void errors_of_users_in_the_canary_put_the_alias_back() {
        try (AliasedOrders shop = new AliasedOrders()) {
            String version = shop.brokenVersion();
            HeldPace pace = new HeldPace()
                    .then(() ->
                            shop.users("orders:live", 20, AliasedOrders.WORK).leave());

            Failure failure = catchThrowableOfType(
                    Failure.class,
                    () -> shop.promotion(shop.plan(version, 20, "50%,5m"), pace).run());

            assertThat(failure.code()).isEqualTo("Stoker.CanaryFailed");
            assertThat(failure.exit()).isEqualTo(ExitCode.FAILED);
            assertThat(failure)
                    .hasMessageContaining("at most 0 are allowed (--max-errors), got ")
                    .hasMessageEndingWith("The alias live points to version 1 again.");
            assertThat(shop.live()).isEqualTo("1");
        }
    }

    @Test
    void users_whom_the_metrics_do_not_know_put_the_alias_back() {
        try (AliasedOrders shop = new AliasedOrders()) {
            String version = shop.nextVersion();
            HeldPace pace =
                    new HeldPace().then(() -> shop.users("orders:2", 3, QUICK).leave());

            Failure failure = catchThrowableOfType(
                    Failure.class,
                    () -> shop.promotion(shop.plan(version, 5, "10%,1m"), pace).run());

            assertThat(failure.code()).isEqualTo("Stoker.NoMetrics");
            assertThat(shop.live()).isEqualTo("1");
        }
    }

    @Test
    void an_interruption_in_the_canary_puts_the_alias_back_and_nothing_moves_afterwards() {
        try (AliasedOrders shop = new AliasedOrders()) {
            HeldPace pace = new HeldPace();
            Promotion promotion = shop.promotion(shop.plan(shop.nextVersion(), 3, "10%,5m"), pace);
            pace.then(() -> assertThat(promotion.interrupt()).contains("The alias live points to version 1 again."));

            Failure failure = catchThrowableOfType(Failure.class, promotion::run);

            assertThat(failure.code()).isEqualTo("Stoker.Interrupted");
            assertThat(shop.live()).isEqualTo("1");
        }
    }

    @Test
    void a_release_that_was_killed_in_its_canary_is_continued_by_the_same_command() {
        try (AliasedOrders shop = new AliasedOrders()) {
            String version = shop.nextVersion();
            shop.lambda.updateAlias(ask -> ask.functionName("orders")
                    .name("live")
                    .routingConfig(routing -> routing.additionalVersionWeights(Map.of(version, 0.1))));

            shop.promotion(shop.plan(version, 3, "20%,1m"), new HeldPace()).run();

            assertThat(shop.live()).isEqualTo("2");
        }
    }

    @Test
    void of_two_at_once_the_second_to_move_the_alias_stops_and_leaves_it() {
        try (AliasedOrders shop = new AliasedOrders()) {
            String version = shop.nextVersion();
            HeldPace pace = new HeldPace()
                    .then(() -> shop.promotion(shop.plan(version, 3, ""), new HeldPace())
                            .run());

            Failure failure = catchThrowableOfType(
                    Failure.class,
                    () -> shop.promotion(shop.plan(version, 3, "10%,1m"), pace).run());

            assertThat(failure.code()).isEqualTo("Stoker.AliasChanged");
            assertThat(failure).hasMessageEndingWith("It points to version 2.");
            assertThat(shop.live()).isEqualTo("2");
        }
    }

    @Test
    void another_release_that_is_under_way_is_not_touched() {
        try (AliasedOrders shop = new AliasedOrders()) {
            String second = shop.nextVersion();
            shop.lambda.updateAlias(ask -> ask.functionName("orders")
                    .name("live")
                    .routingConfig(routing -> routing.additionalVersionWeights(Map.of(second, 0.1))));
            shop.resize();
            AliasState before = shop.state();

            Failure failure = catchThrowableOfType(
                    Failure.class,
                    () -> shop.promotion(shop.plan("latest", 3, ""), new HeldPace())
                            .run());

            assertThat(failure.code()).isEqualTo("Stoker.AliasBusy");
            assertThat(failure).hasMessageContaining("version 1 and, for 10 % of the invocations, version 2");
            assertThat(shop.state()).isEqualTo(before);
        }
    }

    @Test
    void latest_is_published_first_and_an_alias_that_is_there_already_stays() {
        try (AliasedOrders shop = new AliasedOrders()) {
            shop.resize();

            PromotionResult moved =
                    shop.promotion(shop.plan("latest", 2, ""), new HeldPace()).run();
            PromotionResult again = shop.promotion(shop.plan("latest", 2, "10%,1m"), new HeldPace())
                    .run();

            assertThat(moved.to()).isEqualTo("2");
            assertThat(moved.published()).isTrue();
            assertThat(again.wasThere()).isTrue();
            assertThat(again.canary()).isEmpty();
            assertThat(shop.live()).isEqualTo("2");
        }
    }

    @Test
    void what_is_not_there_is_named() {
        try (AliasedOrders shop = new AliasedOrders()) {
            assertThat(catchThrowableOfType(
                            Failure.class,
                            () -> shop.promotion(shop.plan("7", 2, ""), new HeldPace())
                                    .run()))
                    .hasMessageContaining("--to: must be a published version of the function, got orders:7");
            assertThat(shop.live()).isEqualTo("1");
        }
    }
}
