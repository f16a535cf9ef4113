// SPDX-License-Identifier: Apache-2.0
package dev.stoker.contract;

import static dev.stoker.contract.CycleAssert.assertThatCycle;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.stoker.contract.handlers.KnowsWhoWaited;
import dev.stoker.contract.handlers.Throwing;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.lambda.model.ServiceException;

/** {@code stoker promote} while users keep calling the alias. */
@AtAnEndpoint
final class ReleaseTest {
    private static final int USERS = 3;
    private static final int CONCURRENCY = 4;

    private final Contract contract;

    ReleaseTest(Contract contract) {
        this.contract = contract;
    }

    @Test
    void users_who_keep_calling_while_the_alias_moves_meet_no_cold_start_and_no_error() {
        try (TargetFunction function = contract.create(FunctionSpec.wrapping(KnowsWhoWaited.class))) {
            releaseAs(function, "old", Map.of());
            function.createAlias("live", function.publishVersion());
            String live = function.name() + ":live";
            assertThatCycle(contract.keepWarm()
                            .run(Input.of(live, CONCURRENCY + 1).patient()))
                    .succeeded();
            releaseAs(function, "new", Map.of());

            try (Callers users = new Callers(function, "live", USERS)) {
                users.awaitEach("warm old", 2);
                CommandRun promote = contract.promote(
                        List.of(live, "--to", "latest", "--concurrency", Integer.toString(CONCURRENCY)));
                assertThat(promote.exit()).as("%s", promote).isZero();
                users.awaitEach("warm new", 3);

                assertThat(promote.out().path("moved").asBoolean()).isTrue();
                assertThat(promote.out().path("to").textValue()).isEqualTo("2");
                assertThat(promote.out().at("/proof/warm").asInt()).isGreaterThanOrEqualTo(CONCURRENCY);
                assertThat(promote.out().at("/seen/calls").asInt()).isEqualTo(3);
                assertThat(promote.out().at("/seen/userColdStarts").asInt()).isZero();
                assertThat(users.errors()).isEmpty();
                assertThat(users.answers()).containsOnly("warm old", "warm new");
            }
            assertThat(function.aliasVersion("live")).isEqualTo("2");
        }
    }

    @Test
    void a_shortfall_leaves_the_alias_where_it_is() {
        try (TargetFunction function = contract.create(FunctionSpec.sample())) {
            function.createAlias("live", function.publishVersion());
            releaseAs(function, "new", Map.of());
            function.reserveConcurrency(5);

            CommandRun promote =
                    contract.promote(List.of(function.name() + ":live", "--to", "latest", "--concurrency", "10"));

            assertThat(promote.exit()).as("%s", promote).isEqualTo(3);
            assertThat(promote.out().path("moved").asBoolean()).isFalse();
            assertThat(promote.out().path("reason").textValue())
                    .contains("80 %")
                    .endsWith("The alias live still points to version 1.");
            assertThat(function.aliasVersion("live")).isEqualTo("1");
        }
    }

    @Test
    void priming_that_fails_leaves_the_alias_where_it_is() {
        try (TargetFunction function = contract.create(FunctionSpec.wrapping(Throwing.class))) {
            function.createAlias("live", function.publishVersion());
            releaseAs(function, "new", Map.of());

            CommandRun promote = contract.promote(List.of(
                    function.name() + ":live", "--to", "latest", "--concurrency", "2", "--prime", "{\"page\":\"/\"}"));

            assertThat(promote.exit()).as("%s", promote).isEqualTo(1);
            assertThat(promote.out().at("/error/code").textValue()).isEqualTo("Stoker.PrimingFailed");
            assertThat(function.aliasVersion("live")).isEqualTo("1");
        }
    }

    @Test
    void users_who_meet_errors_in_the_canary_put_the_alias_back() {
        assumeFalse(
                contract.isLocalStack(), "UpdateAlias with weights fails on LocalStack 4.14 with an internal error");
        try (TargetFunction function = contract.create(FunctionSpec.wrapping(KnowsWhoWaited.class))) {
            releaseAs(function, "old", Map.of());
            function.createAlias("live", function.publishVersion());
            releaseAs(function, "broken", Map.of("STOKER_HANDLER", Throwing.class.getName() + "::handleRequest"));

            try (Callers users = new Callers(function, "live", USERS)) {
                CommandRun promote = contract.promote(List.of(
                        function.name() + ":live", "--to", "latest", "--concurrency", "4", "--canary", "50%,4s"));

                assertThat(promote.exit()).as("%s", promote).isEqualTo(1);
                assertThat(promote.out().at("/error/code").textValue()).isEqualTo("Stoker.CanaryFailed");
                assertThat(promote.err()).contains("The alias live points to version 1 again.");
                assertThat(users.errors()).as("only the share of the canary").isNotEmpty();
            }
            assertThat(function.aliasVersion("live")).isEqualTo("1");
        }
    }

    /** Changes $LATEST: a release that has a name. */
    private void releaseAs(TargetFunction function, String release, Map<String, String> variables) {
        Map<String, String> all = new HashMap<>(variables);
        all.put("RELEASE", release);
        function.addVariables(all);
        if (contract.isLocalStack()) {
            awaitPackage(function);
        }
    }

    /** LocalStack deletes the unpacked package after an update; environments that start during this time lack its classes. */
    private static void awaitPackage(TargetFunction function) {
        for (int attempt = 0; attempt < 10; attempt++) {
            try {
                function.invoke("{}");
                return;
            } catch (ServiceException e) {
                // The environment could not start at all.
            } catch (IllegalStateException e) {
                if (!e.toString().contains("ClassNotFoundException")) {
                    return; // a function that fails by itself has its package
                }
            }
        }
    }
}
