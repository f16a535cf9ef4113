// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.lambda;

import static dev.stoker.local.lambda.ModelledLambda.START;
import static dev.stoker.local.lambda.ModelledLambda.warm;
import static dev.stoker.local.lambda.ModelledLambda.work;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stoker.local.lambda.ModelledLambda.Sent;
import dev.stoker.local.lambda.environments.FunctionDefinition;
import dev.stoker.local.lambda.environments.LambdaObserver.FunctionReport.Bill;
import dev.stoker.local.lambda.environments.LambdaSettings;
import dev.stoker.local.lambda.faults.Faults;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What warm events do to modelled environments, and what it costs; on virtual time. */
final class BillingAndHoldTest {
    @Test
    void init_held_and_user_time_are_billed_apart() {
        ModelledLambda lambda = new ModelledLambda();
        lambda.at(0, "f", work(70));
        lambda.at(5000, "f", warm(5200, 300));

        lambda.runUntil(10_000);

        assertThat(lambda.report().bill()).isEqualTo(new Bill(2, 1000, 200, 70));
    }

    @Test
    void an_invocation_costs_a_millisecond_at_least() {
        ModelledLambda lambda = new ModelledLambda();
        lambda.at(0, "f", work(0));

        lambda.runUntil(10_000);

        assertThat(lambda.report().bill().userMillis()).isEqualTo(1);
    }

    @Test
    void environments_hold_until_the_same_instant() {
        ModelledLambda lambda = new ModelledLambda();
        lambda.at(0, 3, "f", work(50));
        List<Sent> round = lambda.at(5000, 3, "f", warm(5100, 300));

        lambda.runUntil(10_000);

        assertThat(round).extracting(sent -> sent.doneAfter).containsOnly(5100L);
        assertThat(round)
                .extracting(
                        sent -> sent.json().path("stoker").path("environmentId").asText())
                .doesNotHaveDuplicates()
                .allMatch(id -> id.length() == 12);
        assertThat(round)
                .extracting(
                        sent -> sent.json().path("stoker").path("releasedAt").asLong())
                .containsOnly(START + 5100);
    }

    @Test
    void the_answer_tells_what_users_had_since_the_last_warm_event() {
        ModelledLambda lambda = new ModelledLambda();
        lambda.at(0, "f", work(50));
        lambda.at(2000, "f", work(30));
        Sent first = lambda.at(5000, "f", warm(5100, 300));
        Sent second = lambda.at(9000, "f", warm(9100, 300));

        lambda.runUntil(10_000);

        JsonNode answer = first.json().path("stoker");
        assertThat(answer.path("coldStart").asBoolean()).isFalse();
        assertThat(answer.path("userColdStart").asBoolean()).isTrue();
        assertThat(answer.path("initializedAt").asLong()).isEqualTo(START + 1000);
        assertThat(answer.path("initMillis").asLong()).isEqualTo(1000);
        assertThat(answer.path("sinceMillis").asLong()).isEqualTo(4000);
        assertThat(answer.path("served").asInt()).isEqualTo(2);
        assertThat(answer.path("busyMillis").asInt()).isEqualTo(80);
        JsonNode later = second.json().path("stoker");
        assertThat(later.path("userColdStart").asBoolean()).isFalse();
        assertThat(later.path("sinceMillis").asLong()).isEqualTo(9000 - 5100);
        assertThat(later.path("served").asInt()).isZero();
    }

    @Test
    void an_environment_is_frozen_between_invocations_and_its_interval_counts_all_the_same() {
        ModelledLambda lambda = new ModelledLambda(LambdaSettings.with(Faults.parse("clock=-900000", 1)));
        lambda.at(0, "f", work(50));
        Sent sent = lambda.at(200_000, "f", warm(200_000, 300));

        lambda.runUntil(210_000);

        assertThat(sent.json().at("/stoker/sinceMillis").asLong()).isEqualTo(199_000);
        assertThat(sent.json().at("/stoker/arrivedAt").asLong()).isEqualTo(START + 200_000 - 900_000);
    }

    /** What only the library itself does: there is no other copy of its rules. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "7                  | { \"stoker\" : {\"version\":1,\"holdUntil\":9e15,\"holdMillis\":60}} | 7",
                "a day, if possible | {\"stoker\":{\"version\":1,\"holdUntil\":9e15,\"holdMillis\":60}} | 60",
                "7                  | {\"stoker\":{\"version\":1,\"holdUntil\":\"9e15\",\"holdMillis\":60}} | 0",
            })
    void the_sleep_task_reads_its_event_and_its_variable_as_on_aws(String most, String event, long held) {
        ModelledLambda lambda = new ModelledLambda();
        lambda.service
                .functions()
                .create(FunctionDefinition.of("own", "java21", "com.acme.App", null)
                        .withVariables(Map.of("STOKER_MAX_HOLD_MILLIS", most)));
        Sent sent = lambda.at(0, "own", event);

        lambda.runUntil(10_000);

        JsonNode answer = sent.json().path("stoker");
        assertThat(answer.path("releasedAt").asLong() - answer.path("arrivedAt").asLong())
                .isEqualTo(held);
    }

    @Test
    void a_hold_is_capped_whatever_the_environments_clock_says() {
        ModelledLambda lambda = new ModelledLambda(LambdaSettings.with(Faults.parse("clock=-900000", 1)));
        lambda.at(0, "f", work(50));
        Sent sent = lambda.at(5000, "f", warm(5100, 300));

        lambda.runUntil(10_000);

        assertThat(sent.doneAfter).isEqualTo(5300);
        assertThat(sent.json().path("stoker").path("arrivedAt").asLong()).isEqualTo(START + 5000 - 900_000);
    }

    @Test
    void a_hold_leaves_time_to_answer_within_the_timeout() {
        ModelledLambda lambda = new ModelledLambda();
        lambda.create("short", 2);
        Sent sent = lambda.at(0, "short", warm(60_000, 60_000));

        lambda.runUntil(10_000);

        assertThat(sent.answered().functionError()).isFalse();
        assertThat(sent.doneAfter).isEqualTo(1000 + 1500);
    }
}
