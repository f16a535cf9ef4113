// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.states;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stoker.local.states.jsonata.Json;
import dev.stoker.local.states.jsonata.Json.JsonArray;
import dev.stoker.local.states.jsonata.JsonObject;
import dev.stoker.local.states.run.ExecutionObserver.ExecutionResult;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a cycle sends, carries upwards and writes has bounds, also in the worst case. */
final class DeployedBoundsTest {

    private final DeployedFiles files = new DeployedFiles();
    private final WarmFunction warm = new WarmFunction(files.timeline, i -> 20);

    @Test
    void memory_that_cannot_be_read_sends_a_thousand_slots_at_most() throws Exception {
        files.lambda.with("sample", warm);

        JsonObject target = target(cause(files.cycle("{\"function\":\"sample\",\"concurrency\":5000}")));

        assertThat(target.get("slots")).isEqualTo(1000);
        assertThat((String) target.get("reason"))
                .startsWith("4000 slots were not sent yet")
                .contains("could not be read");
        assertThat(files.lambda.invocations()).hasSize(1000);
    }

    @Test
    void sleep_tasks_are_those_that_were_sent() throws Exception {
        files.lambda.with("sample", warm);

        JsonObject target = target(cause(files.cycle("{\"function\":\"sample\",\"concurrency\":1200}")));

        assertThat(target.get("sleepTasks"))
                .isEqualTo(files.lambda.invocations().size());
        assertThat(event().get("sleepTasks"))
                .isEqualTo(files.lambda.invocations().size());
    }

    @Test
    void sleep_tasks_of_all_rounds_count() throws Exception {
        files.lambda.with("sample", new WarmFunction(files.timeline, i -> 100 + 20L * (i % 10)));
        files.cycle("{\"function\":\"sample\",\"concurrency\":10}");
        int before = files.lambda.invocations().size();

        files.cycle("{\"function\":\"sample\",\"concurrency\":10,\"holdMillis\":150}");

        assertThat(event().get("sleepTasks"))
                .isEqualTo(files.lambda.invocations().size() - before)
                .isNotEqualTo(10);
    }

    /** Each slot fails by a name of its own of 80 letters: in one Map, in one level of shards, in two, and in five rounds. */
    @ParameterizedTest
    @CsvSource({"1,32,1", "20,32,5", "20,500,1", "4,2500,1", "1,10000,1"})
    void generated_names_of_errors_never_outgrow_what_a_state_may_carry(int targets, int concurrency, int rounds)
            throws Exception {
        AtomicInteger made = new AtomicInteger();
        files.lambda.with("warm", warm);
        String input = IntStream.range(0, targets)
                .mapToObj(number -> "{\"function\":\"f" + number + "\",\"concurrency\":" + concurrency
                        + ",\"maxRounds\":" + rounds + "}")
                .collect(Collectors.joining(",", "{\"targets\":[", "]}"));
        IntStream.range(0, targets)
                .forEach(number -> files.lambda.with("f" + number, (invocation, reply) -> {
                    if (invocation.payload().contains("\"slot\":0}")) {
                        warm.invoke(invocation, reply);
                    } else {
                        String name = "E".repeat(70) + (1_000_000_000 + made.incrementAndGet());
                        files.lambda.answer(ScriptedLambda.failed("{\"errorType\":\"" + name + "\"}"), reply);
                    }
                }));
        files.remember("{\"warm\":10000}");

        ExecutionResult result = files.cycle(input);

        assertThat(result.error()).as(result.toString()).contains("Stoker.Shortfall");
        JsonObject cause = (JsonObject) Json.parse(result.cause().orElseThrow());
        for (Object target : (JsonArray) requireNonNull(cause.get("targets"))) {
            int sent = (Integer) requireNonNull(((JsonObject) target).get("sleepTasks"));
            assertThat(((JsonObject) target).get("failed"))
                    .as(Json.text(target))
                    .isEqualTo(sent - rounds);
        }
        assertThat(event().get("failed")).isEqualTo(files.lambda.invocations().size() - targets * rounds);
    }

    @Test
    void the_longest_log_event_fits_what_a_state_may_carry_and_loses_nothing() throws Exception {
        AtomicInteger made = new AtomicInteger();
        String input = IntStream.range(0, 20)
                .mapToObj(number -> "{\"function\":\"" + longName(number) + "\",\"concurrency\":32,\"minWarm\":0,"
                        + "\"maxRounds\":2}")
                .collect(Collectors.joining(",", "{\"targets\":[", "]}"));
        IntStream.range(0, 20)
                .forEach(number -> files.lambda.with(longName(number), (invocation, reply) -> {
                    if (invocation.payload().matches(".*\"slot\":[0-9]}.*")) {
                        warm.invoke(invocation, reply);
                    } else {
                        String name = "E".repeat(70) + (1_000_000_000 + made.incrementAndGet());
                        files.lambda.answer(ScriptedLambda.failed("{\"errorType\":\"" + name + "\"}"), reply);
                    }
                }));

        ExecutionResult result = files.cycle(input);

        assertThat(result.status()).as(result.toString()).isEqualTo(ExecutionResult.Status.SUCCEEDED);
        assertThat(files.log()).hasSize(1);
        assertThat(Json.text(files.log().get(0))).hasSizeBetween(80_000, 200_000);
        assertThat(files.log().get(0)).contains("\"errors\":", "\"environments\":");
        assertThat(event().get("failed")).isEqualTo(880);
    }

    private static String longName(int number) {
        return "f".repeat(60) + (100 + number);
    }

    /** Such a name was once how a part of a cycle was known. */
    @Test
    void a_cycle_is_logged_whatever_its_execution_is_named() {
        files.lambda.with("sample", warm);

        files.cycle("target-0-of-x", "{\"function\":\"sample\",\"concurrency\":2}");

        assertThat(files.log()).hasSize(1);
    }

    @Test
    void several_targets_are_one_cycle_in_the_log() {
        files.lambda.with("a", warm);
        files.lambda.with("b", warm);

        files.cycle("{\"targets\":[{\"function\":\"a\",\"concurrency\":2},{\"function\":\"b\",\"concurrency\":3}]}");

        assertThat(files.log()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"partOf\":{}}",
                "{\"partOf\":{\"execution\":7,\"rows\":true}}",
                "{\"partOf\":{\"execution\":\"arn:aws:states:us-east-1:123456789012:express:other:x:y\",\"rows\":true}}",
                "{\"partOf\":\"arn:aws:states:us-east-1:123456789012:express:keep-warm:x:y\"}"
            })
    void only_the_machine_itself_starts_a_part_of_a_cycle(String field) throws Exception {
        files.lambda.with("sample", warm);

        ExecutionResult result = files.cycle(field.replaceFirst("\\{", "{\"function\":\"sample\",\"concurrency\":2,"));

        assertThat(result.error()).as(result.toString()).contains("Stoker.InvalidInput");
        assertThat(result.cause().orElseThrow()).contains("\"partOf\"");
        assertThat(files.lambda.invocations()).isEmpty();
    }

    /** Each slot takes 50 s to fail, so a third round would end after the schedule's next tick. */
    @Test
    void a_cycle_ends_before_the_next_tick_of_its_schedule() throws Exception {
        files.lambda.with("sample", (invocation, reply) -> {
            if (invocation.payload().contains("\"slot\":0}")) {
                warm.invoke(invocation, reply);
            }
        });

        ExecutionResult result = files.cycle("{\"function\":\"sample\",\"concurrency\":2,\"maxRounds\":5}");

        assertThat(target(cause(result)).get("rounds")).isEqualTo(3);
        assertThat(result.stopMillis() - result.startMillis()).isLessThan(240_000);
    }

    private JsonObject event() throws Exception {
        return (JsonObject) Json.parse(files.log().get(files.log().size() - 1));
    }

    private static JsonObject cause(ExecutionResult result) throws Exception {
        assertThat(result.error()).as(result.toString()).contains("Stoker.Shortfall");
        return (JsonObject) Json.parse(result.cause().orElseThrow());
    }

    private static JsonObject target(JsonObject output) {
        return (JsonObject) requireNonNull(((JsonArray) requireNonNull(output.get("targets"))).get(0));
    }
}
