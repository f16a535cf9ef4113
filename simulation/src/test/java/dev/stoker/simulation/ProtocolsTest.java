// SPDX-License-Identifier: Apache-2.0
package dev.stoker.simulation;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stoker.local.lambda.environments.LambdaSettings;
import dev.stoker.local.lambda.faults.Faults;
import dev.stoker.simulation.ToolRuntimes.Hold;
import dev.stoker.simulation.ToolRuntimes.Tool;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Functions that know another tool's warm event: what reaches them, and what a cycle may say of them. */
final class ProtocolsTest {
    private static final int CONCURRENCY = 20;
    private static final Pattern WAIT = Pattern.compile("#warmup wait=([0-9]+)");

    /** As the packages behave; docs/protocols.md names their versions. */
    private static final Map<String, Tool> TOOLS = Map.of(
            "lambda-warmer", (event, id) -> leafOf(event, "__WARMER_CORRELATIONID__", "\"warmed\""),
            "lambda-warmer-py", (event, id) -> leafOf(event, "__WARMER_CORRELATION_ID__", "null"),
            "serverless-plugin-warmup",
                    (event, id) -> is(event, "{\"source\":\"serverless-plugin-warmup\"}", 25, "\"Lambda is warm!\""),
            "bref", (event, id) -> is(event, "{\"warmer\":true}", 10, "[\"Lambda is warm\"]"),
            "opennext", ProtocolsTest::openNext,
            "thundra", (event, id) -> thundra(event, "null"),
            "thundra-with-id", (event, id) -> thundra(event, "{\"instanceId\":\"" + id + "\"}"),
            "zappa", ProtocolsTest::zappa);

    private final List<String> events = new ArrayList<>();

    private World world(String name, String faults) {
        return world(requireNonNull(TOOLS.get(name), name), faults);
    }

    private World world(Tool tool, String faults) {
        return World.with(LambdaSettings.with(Faults.parse(faults, 1)))
                .environments(seed -> timeline -> new ToolRuntimes(timeline::after, tool, events))
                .start();
    }

    /** Priming runs the function's own code, which modelled environments do not have. */
    @Test
    void priming_is_not_ignored_in_silence() {
        String input = "{\"function\":\"orders\",\"concurrency\":1,\"prime\":{\"event\":{\"a\":1}}}";
        try (World world = World.with(LambdaSettings.with(Faults.none(1))).start()) {
            assertThatThrownBy(() -> world.cycle(input))
                    .hasStackTraceContaining("Priming runs the function's own code");
        }
    }

    private static String input(String protocol, String more) {
        return "{\"function\":\"orders\",\"concurrency\":" + CONCURRENCY + ",\"protocol\":\"" + protocol + "\"" + more
                + "}";
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"lambda-warmer", "lambda-warmer-py", "serverless-plugin-warmup", "bref", "thundra", "zappa"})
    void an_answer_without_an_id_is_unproven_and_the_reason_names_the_protocol(String protocol) {
        try (World world = world(protocol, "dispatch=uniform:20")) {
            Cycle cycle = world.cycle(input(protocol, ""));

            assertThat(cycle.succeeded()).as(cycle.toString()).isFalse();
            assertThat(cycle.number("unproven")).as(cycle.toString()).isEqualTo(CONCURRENCY);
            assertThat(cycle.warm()).isZero();
            assertThat(cycle.number("failed")).isZero();
            assertThat(cycle.number("rounds")).as("no hold would change it").isEqualTo(1);
            assertThat(cycle.reason()).contains("the protocol " + protocol).contains("set proof to \"none\"");
            assertThat(cycle.target().path("protocol").asText()).isEqualTo(protocol);
            assertThat(cycle.target().path("holdMillis").isNull())
                    .as("a hold is only told where the event says it")
                    .isEqualTo(!protocol.equals("thundra"));
            assertThat(events).hasSize(CONCURRENCY);
        }
    }

    @Test
    void a_cycle_that_asks_for_no_proof_succeeds_and_still_says_that_nothing_is_proven() {
        try (World world = world("lambda-warmer", "dispatch=uniform:20")) {
            Cycle cycle = world.cycle(input("lambda-warmer", ",\"proof\":\"none\""));

            assertThat(cycle.succeeded()).as(cycle.toString()).isTrue();
            assertThat(cycle.warm()).isZero();
            assertThat(cycle.number("unproven")).isEqualTo(CONCURRENCY);
        }
    }

    @ParameterizedTest
    @CsvSource({"opennext, opennext", "thundra, thundra-with-id"})
    void an_answer_with_an_id_proves_and_the_next_cycle_finds_the_same_environments(String protocol, String tool) {
        try (World world = world(tool, "dispatch=uniform:50")) {
            Cycle first = world.cycle(input(protocol, ""));
            world.time().runUntil(world.time().nowMillis() + World.INTERVAL_MILLIS);
            Cycle second = world.cycle(input(protocol, ""));

            assertThat(first.warm()).as(first.toString()).isEqualTo(CONCURRENCY);
            assertThat(second.warm()).as(second.toString()).isEqualTo(CONCURRENCY);
            assertThat(ids(first)).hasSize(CONCURRENCY).isEqualTo(ids(second));
            assertThat(second.number("holdMillis")).isEqualTo(300);
            assertThat(second.target().path("reachMillis").isNull())
                    .as("the answer does not tell when a call arrived")
                    .isTrue();
            assertThat(second.number("unproven")).isZero();
        }
    }

    @Test
    void a_hold_that_was_too_short_is_doubled_where_arrivals_are_not_reported() {
        try (World world = world("opennext", "dispatch=uniform:550,seed=2")) {
            world.cycle(input("opennext", ""));
            world.time().runUntil(world.time().nowMillis() + World.INTERVAL_MILLIS);
            Cycle cycle = world.cycle(input("opennext", ""));

            assertThat(cycle.warm()).as(cycle.toString()).isEqualTo(CONCURRENCY);
            assertThat(cycle.number("rounds")).isEqualTo(2);
            assertThat(cycle.number("holdMillis")).isEqualTo(600);
        }
    }

    @Test
    void a_function_that_reads_its_event_strictly_gets_its_own_and_nothing_else() {
        Tool strict = (event, id) -> is(
                event.path("who"),
                "{\"slots\":[0]}",
                event.path("millis").asLong(-1),
                "{\"a\":{\"id\":\"" + id + "\"}}");
        try (World world = world(strict, "dispatch=uniform:20")) {
            Cycle cycle = world.cycle(
                    ("{'function':'orders','concurrency':1,'protocol':'custom','idAt':'a.id','payload':{'who':{'slots':['${slot}']},'millis':'${holdMillis}','text':'until"
                                    + " ${holdUntil}'}}")
                            .replace('\'', '"'));

            assertThat(cycle.succeeded()).as(cycle.toString()).isTrue();
            assertThat(cycle.warm()).isEqualTo(1);
            long until = cycle.target().path("holdUntil").asLong();
            assertThat(events)
                    .containsExactly("{\"who\":{\"slots\":[0]},\"millis\":1,\"text\":\"until " + until + "\"}");
        }
    }

    @Test
    void no_slot_of_a_wide_round_is_missed_by_the_length_of_its_id() {
        Tool longIds = (event, id) -> Optional.of(
                new Hold(event.path("ms").asLong(), "{\"id\":\"" + "0".repeat(64 - id.length()) + id + "\"}"));
        String target = "{\"function\":\"%s\",\"concurrency\":600,\"protocol\":\"custom\",\"idAt\":\"id\","
                + "\"payload\":{\"ms\":\"${holdMillis}\"}}";
        try (World world = World.with(LambdaSettings.with(Faults.none(1)).accountConcurrency(2000))
                .environments(seed -> timeline -> new ToolRuntimes(timeline::after, longIds, events))
                .functions("one", "two")
                .start()) {
            Cycle cycle =
                    world.cycle("{\"targets\":[" + target.formatted("one") + "," + target.formatted("two") + "]}");

            assertThat(cycle.report().path("warm").asInt()).as(cycle.toString()).isEqualTo(1200);
        }
    }

    private static Set<String> ids(Cycle cycle) {
        List<JsonNode> rows = new ArrayList<>();
        cycle.target().path("environments").forEach(rows::add);
        return rows.stream().map(row -> row.path("id").asText()).collect(Collectors.toSet());
    }

    /** lambda-warmer calls itself where concurrency is above 1, and holds where its number is. */
    private static Optional<Hold> leafOf(JsonNode event, String correlationId, String answer) {
        boolean isLeaf = event.path("warmer").asBoolean()
                && !event.has("concurrency")
                && !event.has("target")
                && event.path("__WARMER_INVOCATION__").asInt() > 1
                && event.path("__WARMER_CONCURRENCY__").asInt() == CONCURRENCY
                && event.path(correlationId).isTextual();
        return isLeaf ? Optional.of(new Hold(75, answer)) : Optional.empty();
    }

    private static Optional<Hold> is(JsonNode event, String expected, long millis, String answer) {
        return event.equals(Cycle.json(expected)) ? Optional.of(new Hold(millis, answer)) : Optional.empty();
    }

    private static Optional<Hold> openNext(JsonNode event, String id) {
        boolean isWarm = event.path("type").asText().equals("warmer")
                && event.path("index").isInt()
                && event.path("concurrency").asInt() == CONCURRENCY
                && event.path("warmerId").isTextual();
        return isWarm
                ? Optional.of(
                        new Hold(event.path("delay").asLong(), "{\"serverId\":\"" + id + "\",\"type\":\"warmer\"}"))
                : Optional.empty();
    }

    private static Optional<Hold> thundra(JsonNode event, String answer) {
        Matcher wait = WAIT.matcher(event.asText());
        return wait.matches() ? Optional.of(new Hold(100 + Long.parseLong(wait.group(1)), answer)) : Optional.empty();
    }

    private static Optional<Hold> zappa(JsonNode event, String id) {
        String rule = event.path("resources").path(0).asText();
        boolean isKeepWarm = event.path("detail-type").asText().equals("Scheduled Event")
                && rule.substring(rule.lastIndexOf('-') + 1).equals("handler.keep_warm_callback");
        return isKeepWarm ? Optional.of(new Hold(1, "null")) : Optional.empty();
    }
}
