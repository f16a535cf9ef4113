// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.states;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stoker.local.states.jsonata.Json;
import dev.stoker.local.states.jsonata.Json.JsonArray;
import dev.stoker.local.states.jsonata.JsonObject;
import dev.stoker.local.states.run.ExecutionObserver.ExecutionResult;
import dev.stoker.local.states.run.ExecutionObserver.HistoryEvent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DeployedFilesTest {

    private final DeployedFiles files = new DeployedFiles();

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 33, 70, 1500})
    void n_environments_are_proven_warm(int n) throws Exception {
        WarmFunction function = new WarmFunction(files.timeline, i -> 20 + i % 30);
        files.lambda.with("sample", function);
        files.remember("{\"warm\":" + n + "}");
        JsonObject first = succeeded(files.cycle("{\"function\":\"sample\",\"concurrency\":" + n + "}"));
        JsonObject second = succeeded(files.cycle("{\"function\":\"sample\",\"concurrency\":" + n + "}"));
        assertThat(first.get("warm")).as(Json.text(first)).isEqualTo(n);
        assertThat(second.get("warm")).as(Json.text(second)).isEqualTo(n);
        assertThat(function.environments()).isEqualTo(n);
    }

    @Test
    void slots_that_come_too_late_are_met_by_a_longer_hold() throws Exception {
        files.lambda.with("sample", new WarmFunction(files.timeline, i -> 100 + 20L * (i % 10)));
        files.cycle("{\"function\":\"sample\",\"concurrency\":10}");
        JsonObject output = succeeded(files.cycle("{\"function\":\"sample\",\"concurrency\":10,\"holdMillis\":150}"));
        assertThat(target(output).get("rounds")).as(Json.text(output)).isEqualTo(2);
        assertThat((Integer) output.get("warm")).isBetween(10, 11);
    }

    @Test
    void a_shortfall_fails_the_execution_with_its_numbers() throws Exception {
        files.lambda.with("sample", new WarmFunction(files.timeline, i -> i % 2 == 0 ? 10 : 2_000));
        files.cycle("{\"function\":\"sample\",\"concurrency\":8,\"maxRounds\":1}");
        ExecutionResult result = files.cycle("{\"function\":\"sample\",\"concurrency\":9,\"maxRounds\":2}");
        assertThat(result.status()).isEqualTo(ExecutionResult.Status.FAILED);
        assertThat(result.error()).contains("Stoker.Shortfall");
        JsonObject cause = (JsonObject) Json.parse(result.cause().orElseThrow());
        assertThat((Integer) cause.get("warm")).isLessThan(9);
    }

    @Test
    void throttles_are_counted_and_no_further_round_opens() throws Exception {
        WarmFunction function = new WarmFunction(files.timeline, i -> 20);
        files.lambda.with("sample", (invocation, reply) -> {
            if (invocation.payload().contains("\"slot\":3")) {
                files.lambda.answer(ScriptedLambda.refused("TooManyRequestsException", "Rate Exceeded.", 429), reply);
            } else {
                function.invoke(invocation, reply);
            }
        });
        ExecutionResult result = files.cycle("{\"function\":\"sample\",\"concurrency\":8}");
        assertThat(result.error()).contains("Stoker.Shortfall");
        JsonObject target = target((JsonObject) Json.parse(result.cause().orElseThrow()));
        assertThat(target.get("throttled")).isEqualTo(1);
        assertThat(target.get("rounds")).isEqualTo(1);
        assertThat(Json.text(requireNonNull(target.get("errors"))))
                .isEqualTo("{\"Lambda.TooManyRequestsException\":1}");
        assertThat(files.lambda.invocations()).hasSize(8);
    }

    @Test
    void an_error_of_the_service_is_tried_once_more_and_one_of_the_function_is_not() throws Exception {
        WarmFunction function = new WarmFunction(files.timeline, i -> 20);
        Map<String, Integer> tries = new HashMap<>();
        files.lambda.with("sample", (invocation, reply) -> {
            int earlier = tries.merge(invocation.payload(), 1, Integer::sum) - 1;
            if (invocation.payload().contains("\"slot\":2") && earlier == 0) {
                files.lambda.answer(ScriptedLambda.refused("ServiceException", "Try again.", 500), reply);
            } else if (invocation.payload().contains("\"slot\":5")) {
                files.lambda.answer(
                        ScriptedLambda.failed("{\"errorMessage\":\"no\",\"errorType\":\"My.Error\"}"), reply);
            } else {
                function.invoke(invocation, reply);
            }
        });
        ExecutionResult result = files.cycle("{\"function\":\"sample\",\"concurrency\":8,\"maxRounds\":1}");
        JsonObject target = target((JsonObject) Json.parse(result.cause().orElseThrow()));
        assertThat(Json.text(requireNonNull(target.get("errors")))).isEqualTo("{\"My.Error\":1}");
        assertThat(target.get("warm")).isEqualTo(7);
        assertThat(files.lambda.invocations()).hasSize(9);
    }

    @Test
    void a_slot_that_is_never_answered_ends_with_its_timeout() throws Exception {
        WarmFunction function = new WarmFunction(files.timeline, i -> 20);
        files.lambda.with("sample", (invocation, reply) -> {
            if (!invocation.payload().contains("\"slot\":1}")) {
                function.invoke(invocation, reply);
            }
        });
        ExecutionResult result =
                files.cycle("{\"function\":\"sample\",\"concurrency\":3,\"maxRounds\":1,\"timeoutSeconds\":7}");
        JsonObject target = target((JsonObject) Json.parse(result.cause().orElseThrow()));
        assertThat(Json.text(requireNonNull(target.get("errors")))).isEqualTo("{\"States.Timeout\":1}");
        assertThat(result.stopMillis() - result.startMillis()).isBetween(7_000L, 7_500L);
    }

    @Test
    void a_lost_shard_counts_as_its_slots_failed() throws Exception {
        files.lambda.with("sample", new WarmFunction(files.timeline, i -> 20));
        files.stepFunctions.deleteStateMachine(files.keepWarm.arn().replace("keep-warm", "fan-out"));
        ExecutionResult result = files.cycle("{\"function\":\"sample\",\"concurrency\":70}");
        JsonObject target = target((JsonObject) Json.parse(result.cause().orElseThrow()));
        assertThat(target.get("failed")).isEqualTo(70);
        assertThat(Json.text(requireNonNull(target.get("errors"))))
                .isEqualTo("{\"Sfn.StateMachineDoesNotExistException\":70}");
    }

    @Test
    void several_targets_do_not_take_one_another_down() throws Exception {
        files.lambda.with("a", new WarmFunction(files.timeline, i -> 20));
        files.lambda.with("b", new WarmFunction(files.timeline, i -> 30));
        JsonObject both = succeeded(files.cycle(
                "{\"targets\":[{\"function\":\"a\",\"concurrency\":3}," + "{\"function\":\"b\",\"concurrency\":40}]}"));
        assertThat(both.get("warm")).isEqualTo(43);
        ExecutionResult result = files.cycle("{\"targets\":[{\"function\":\"a\",\"concurrency\":3},"
                + "{\"function\":\"gone\",\"concurrency\":2}]}");
        assertThat(result.error()).contains("Stoker.Shortfall");
        assertThat(((JsonObject) Json.parse(result.cause().orElseThrow())).get("warm"))
                .isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "true",
                "0",
                "1.5",
                "\"text\"",
                "[]",
                "{}",
                "[null]",
                "[[1],{}]",
                "{\"targets\":null}",
                "{\"targets\":[]}",
                "{\"targets\":[null,1,[],{\"function\":null}]}",
                "{\"function\":\"sample\"}",
                "{\"function\":\"sample\",\"concurrency\":0}",
                "{\"function\":{},\"concurrency\":[1]}",
                "{\"function\":\"sample\",\"concurrency\":1,\"a\\\"b\":{\"c\\\"\":\"\\n\"}}",
                "{\"\":1}",
                "{\"function\":\"s\\n\",\"concurrency\":1e300}"
            })
    void any_other_input_is_refused_before_anything_is_invoked(String input) throws Exception {
        ExecutionResult result = files.cycle(input);
        assertThat(result.status()).as(result.toString()).isEqualTo(ExecutionResult.Status.FAILED);
        assertThat(result.error()).as(result.toString()).contains("Stoker.InvalidInput");
        assertThat((List<?>) ((JsonObject) Json.parse(result.cause().orElseThrow())).get("problems"))
                .isNotEmpty();
        assertThat(files.lambda.invocations()).isEmpty();
    }

    @Test
    void a_run_repeats_itself_event_by_event() {
        files.lambda.with("sample", new WarmFunction(files.timeline, i -> 20 + i % 30));
        files.cycle("{\"function\":\"sample\",\"concurrency\":40}");
        DeployedFiles again = new DeployedFiles();
        again.lambda.with("sample", new WarmFunction(again.timeline, i -> 20 + i % 30));
        again.cycle("{\"function\":\"sample\",\"concurrency\":40}");
        assertThat(again.history).hasSameSizeAs(files.history);
        assertThat(again.history.stream().map(DeployedFilesTest::line))
                .containsExactlyElementsOf(
                        files.history.stream().map(DeployedFilesTest::line).toList());
    }

    private static String line(HistoryEvent event) {
        return event.executionArn() + event.id() + event.type() + event.state() + event.atMillis() + event.data();
    }

    private static JsonObject target(JsonObject output) {
        return (JsonObject) requireNonNull(((JsonArray) requireNonNull(output.get("targets"))).get(0));
    }

    private static JsonObject succeeded(ExecutionResult result) throws Exception {
        assertThat(result.status()).as(result.toString()).isEqualTo(ExecutionResult.Status.SUCCEEDED);
        return (JsonObject) Json.parse(result.output().orElseThrow());
    }
}
