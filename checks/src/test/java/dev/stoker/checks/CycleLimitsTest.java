// SPDX-License-Identifier: Apache-2.0
package dev.stoker.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stoker.cli.input.CycleLimits;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** {@link CycleLimits} repeats figures of the state machines and the libraries. Each is compared with all its sources. */
class CycleLimitsTest {
    private static final String KEEP_WARM = "statemachine/keep-warm.asl.yaml";
    private static final String RUN_SLOTS = "statemachine/run-slots.states.yaml";
    private static final JsonNode DEFINITION = Repository.json("statemachine/target/keep-warm.asl.json");

    static Stream<Arguments> rules() {
        return Stream.of(
                arguments("inputRules", "targets", CycleLimits.MOST_TARGETS),
                arguments("targetRules", "concurrency", CycleLimits.MOST_ENVIRONMENTS),
                arguments("targetRules", "minWarm", CycleLimits.MOST_ENVIRONMENTS),
                arguments("demandRules", "concurrency.min", CycleLimits.MOST_ENVIRONMENTS),
                arguments("demandRules", "concurrency.max", CycleLimits.MOST_ENVIRONMENTS),
                arguments("targetRules", "holdMillis", CycleLimits.MOST_HOLD_MILLIS),
                arguments("targetRules", "maxHoldMillis", CycleLimits.MOST_HOLD_MILLIS),
                arguments("targetRules", "maxRounds", CycleLimits.MOST_ROUNDS),
                arguments("targetRules", "maxSpare", CycleLimits.MOST_SPARES));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void a_maximum_is_that_of_the_rule(String table, String field, long limit) {
        JsonNode rules = DEFINITION.findValue(table);
        assertThat(StreamSupport.stream((rules.isArray() ? rules : rules.get("fields")).spliterator(), false)
                        .filter(rule -> rule.get("field").asText().equals(field)))
                .singleElement()
                .satisfies(rule -> assertThat(rule.get("max").longValue()).isEqualTo(limit))
                .satisfies(rule -> assertThat(rule.get("rule").asText())
                        .contains(" to " + String.format(Locale.ROOT, "%,d", limit)));
    }

    static Stream<Arguments> places() {
        String warmable = "functions/warmable/src/main/java/dev/stoker/warmable/";
        String python = "functions/python/stoker_warmable.py";
        String node = "functions/node/index.js";
        String cdk = "cdk/src/main/java/dev/stoker/cdk/Warming.java";
        String go = "examples/native-bootstrap/stoker/stoker.go";
        return Stream.of(
                arguments(KEEP_WARM, "\\$environments > (\\d+)", CycleLimits.MOST_ENVIRONMENTS),
                arguments(KEEP_WARM, "at most ([\\d,]+) environments in all", CycleLimits.MOST_ENVIRONMENTS),
                arguments(KEEP_WARM, "\\((\\d+) - \\$sum\\(\\$checks\\.conc", CycleLimits.MOST_ENVIRONMENTS),
                arguments(KEEP_WARM, "'maxHoldMillis': (\\d+)", CycleLimits.TARGET_MAX_HOLD_MILLIS),
                arguments(KEEP_WARM, "'holdMillis': (\\d+), 'spare': 0", CycleLimits.FIRST_HOLD_MILLIS),
                arguments(KEEP_WARM, "\\$warm > (\\d+) \\? \\[]", CycleLimits.MOST_ROWS),
                arguments(KEEP_WARM, "numbers\\.warm\\) <= (\\d+)", CycleLimits.MOST_ROWS),
                arguments(KEEP_WARM, "warming takes at most (\\d+) %", CycleLimits.PERCENT_OF_RESERVED),
                arguments(RUN_SLOTS, "\\$shard\\.slots <= (\\d+)", CycleLimits.WIDEST_MAP),
                arguments(RUN_SLOTS, "\\$shard\\.slots > (\\d+) \\? \\$count", CycleLimits.WIDEST_MAP),
                arguments(RUN_SLOTS, "\\? 1024 : (\\d+)", CycleLimits.WIDEST_MAP),
                arguments(RUN_SLOTS, "slots > (\\d+) \\? 1024", CycleLimits.WIDEST_MAP * CycleLimits.WIDEST_MAP),
                arguments("infra/template.yaml", "A cycle takes (\\d+) targets", CycleLimits.MOST_TARGETS),
                arguments(cdk, "TARGETS = (\\d+)", CycleLimits.MOST_TARGETS),
                arguments(cdk, "ENVIRONMENTS = ([\\d_]+)", CycleLimits.MOST_ENVIRONMENTS),
                arguments(cdk, "environments 1 to ([\\d,]+)", CycleLimits.MOST_ENVIRONMENTS),
                arguments(cdk, "less than 1 or more than ([\\d,]+)", CycleLimits.MOST_ENVIRONMENTS),
                arguments(warmable + "SleepTask.java", "ANSWER_MILLIS = (\\d+)", CycleLimits.LIBRARY_ANSWER_MILLIS),
                arguments(warmable + "Settings.java", "HOLD_MILLIS = (\\d+)", CycleLimits.LIBRARY_MAX_HOLD_MILLIS),
                arguments(python, "ANSWER_MILLIS = (\\d+)", CycleLimits.LIBRARY_ANSWER_MILLIS),
                arguments(python, "HOLD_MILLIS = (\\d+)", CycleLimits.LIBRARY_MAX_HOLD_MILLIS),
                arguments(node, "ANSWER_MILLIS = (\\d+)", CycleLimits.LIBRARY_ANSWER_MILLIS),
                arguments(node, "HOLD_MILLIS = (\\d+)", CycleLimits.LIBRARY_MAX_HOLD_MILLIS),
                arguments(go, "answerMillis += (\\d+)", CycleLimits.LIBRARY_ANSWER_MILLIS),
                arguments(go, "defaultMaxHold += (\\d+)", CycleLimits.LIBRARY_MAX_HOLD_MILLIS),
                arguments("docs/protocol.md", "_MILLIS`, ([\\d,]+) if not", CycleLimits.LIBRARY_MAX_HOLD_MILLIS));
    }

    @ParameterizedTest
    @MethodSource("places")
    void a_figure_is_that_of_its_source(String file, String pattern, long figure) {
        assertThat(Repository.all(Pattern.compile(pattern), Repository.text(file)))
                .isNotEmpty()
                .allSatisfy(found ->
                        assertThat(Long.parseLong(found.replaceAll("[,_]", ""))).isEqualTo(figure));
    }

    @Test
    void warming_takes_the_share_of_the_reserved_concurrency_that_the_state_machine_takes() {
        String text = Repository.text(KEEP_WARM);
        List<String> share = Repository.all(Pattern.compile("\\$limit\\.reserved \\* (\\d+ / \\d+)"), text);
        List<String> remedy = Repository.all(Pattern.compile("\\$target\\.concurrency \\* (\\d+ / \\d+)"), text);
        assertThat(share).containsOnly("4 / 5");
        assertThat(remedy).containsOnly("5 / 4");
        for (long number = 0; number <= 1_000; number++) {
            assertThat(CycleLimits.mostOfReserved(number)).isEqualTo(number * 4 / 5);
            assertThat(CycleLimits.reservedFor(number)).isEqualTo((number * 5 + 3) / 4);
        }
    }

    @Test
    void the_text_of_the_most_environments_is_the_number() {
        assertThat(CycleLimits.MOST_ENVIRONMENTS_TEXT)
                .isEqualTo(String.format(Locale.ROOT, "%,d", CycleLimits.MOST_ENVIRONMENTS));
    }
}
