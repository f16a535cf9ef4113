// SPDX-License-Identifier: Apache-2.0
package dev.stoker.contract;

import static dev.stoker.contract.CycleAssert.assertThatCycle;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Invalid input is rejected with all its problems before anything is invoked.
 *
 * <p>Inputs are written with ' instead of ". F is replaced by the name of an existing function, ARN by its ARN.
 */
@AtAnEndpoint
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class InvalidInputTest {
    private static final String SOUND = "{'function':'F','concurrency':1}";

    private final Contract contract;
    private final TargetFunction function;

    InvalidInputTest(Contract contract) {
        this.contract = contract;
        this.function = contract.create(FunctionSpec.sample());
    }

    @AfterAll
    void deleteFunction() {
        function.close();
    }

    static Stream<Arguments> inputs() {
        return Stream.of(
                refused("null", "input"),
                refused("5", "input"),
                refused("'F'", "input"),
                refused("[]", "input"),
                refused("[" + SOUND + "]", "input"),
                refused("{}", "function", "concurrency"),
                refused("{'function':'F'}", "concurrency"),
                refused(
                        "{'function':'F','concurrency':{'a\\\"b':1,'max':0},'proof':'none'}",
                        "concurrency.min",
                        "concurrency.max",
                        "concurrency.a\"b",
                        "concurrency"),
                refused("{'concurrency':1}", "function"),
                refused(
                        "{'function':'','concurrency':0,'minWarm':-1,'maxRounds':'3','typo':1}",
                        "function",
                        "concurrency",
                        "minWarm",
                        "maxRounds",
                        "typo"),
                refused("{'targets':null}", "targets"),
                refused("{'targets':{}}", "targets"),
                refused("{'targets':[]}", "targets"),
                refused("{'targets':[null]}", "targets[0]"),
                refused("{'targets':[" + SOUND + ",7]}", "targets[1]"),
                refused("{'targets':[{}]}", "targets[0].function", "targets[0].concurrency"),
                refused("{'targets':[" + SOUND + "],'concurrency':1,'payload':{}}", "concurrency", "payload"),
                refused("{'targets':[" + SOUND + "," + SOUND + "]}", "targets"),
                refused("{'targets':[" + SOUND + ",{'function':'ARN','concurrency':1}]}", "targets"),
                refused("{'targets':[" + SOUND + ",{'function':'F:$LATEST','concurrency':1}]}", "targets"),
                refused(
                        "{'targets':[{'function':'F','concurrency':5001},{'function':'F:live','concurrency':5000}]}",
                        "targets"),
                refused(
                        targets(IntStream.range(0, 21)
                                .mapToObj(number -> "{'function':'F:v" + number + "','concurrency':1}")),
                        "targets"));
    }

    private static Arguments refused(String input, String... fields) {
        return arguments(input, fields);
    }

    @Order(1)
    @ParameterizedTest(name = "{0}")
    @MethodSource("inputs")
    void an_input_that_is_no_list_of_targets_is_refused(String input, String[] fields) {
        assertThatCycle(run(input)).isInvalidAt(fields);
    }

    /** Invalid values of a field, with valid other fields. */
    static Stream<Arguments> values() {
        return Stream.of(
                arguments(
                        "function",
                        List.of(
                                "''",
                                "' F'",
                                "'F '",
                                "'F\\n'",
                                "'F:'",
                                "'F:live:1'",
                                "'F:li ve'",
                                "'arn:aws:lambda:us-east-1:function:F'",
                                "'arn:aws:sqs:us-east-1:000000000000:F'",
                                "'../F'",
                                "'" + "f".repeat(65) + "'",
                                "null",
                                "7",
                                "['F']",
                                "{'name':'F'}")),
                arguments("concurrency", List.of("0", "-1", "1.5", "'1'", "''", "null", "true", "[]", "[1]", "'{}'")),
                arguments(
                        "concurrency.min",
                        List.of(
                                "{'max':2}",
                                "{'min':0,'max':2}",
                                "{'min':1.5,'max':2}",
                                "{'min':'1','max':2}",
                                "{'min':10001,'max':2}",
                                "{'min':3,'max':2}")),
                arguments("concurrency.max", List.of("{'min':1}", "{'min':1,'max':null}", "{'min':1,'max':'2'}")),
                arguments(
                        "concurrency.headroom",
                        List.of("{'min':1,'max':2,'headroom':-0.1}", "{'min':1,'max':2,'headroom':'1'}")),
                arguments(
                        "concurrency.coldCost",
                        List.of("{'min':1,'max':2,'coldCost':0}", "{'min':1,'max':2,'coldCost':null}")),
                arguments("concurrency.most", List.of("{'min':1,'max':2,'most':3}")),
                arguments(
                        "payload",
                        List.of("null", "[]", "[1]", "'text'", "1", "{'long':'" + "x".repeat(10_001) + "'}")),
                arguments("payload.stoker", List.of("{'stoker':{}}", "{'a':1,'stoker':null}")),
                arguments("holdMillis", List.of("0", "-1", "1.5", "3001", "1001", "'300'", "null", "[300]")),
                arguments("maxHoldMillis", List.of("0", "3001", "1e300", "2.5", "'1000'", "null")),
                arguments("maxRounds", List.of("0", "6", "1.5", "'3'", "null")),
                arguments("timeoutSeconds", List.of("0", "201", "0.5", "true", "null")),
                arguments("minWarm", List.of("-1", "0.5", "2", "10001", "'1'", "null")),
                arguments("proof", List.of("'yes'", "''", "'None'", "null", "['none']", "1")),
                arguments("prime", List.of("'x'", "null", "{}", "{'event':1}", "{'event':{},'more':1}")),
                arguments("protocol", List.of("'warmer'", "'Stoker'", "null", "{}")),
                arguments("partOf", List.of("null", "{}", "{'execution':'x','rows':true}")),
                arguments("Concurrency", List.of("1")),
                arguments("stoker", List.of("{}")));
    }

    /** All values of a field in one input, a target for each, so that one execution is enough. */
    @Order(1)
    @ParameterizedTest(name = "{0}")
    @MethodSource("values")
    void a_value_that_breaks_a_rule_is_refused_at_its_field(String field, List<String> values) {
        String name = field.replaceAll("\\..*", "");
        Stream<String> targets = IntStream.range(0, values.size()).mapToObj(number -> {
            String sound = "'function':'F:v" + number + "','concurrency':1";
            String without = sound.replaceAll("'" + name + "':[^,]*,?", "").replaceAll(",$", "");
            return "{" + without + ",'" + name + "':" + values.get(number) + "}";
        });

        assertThatCycle(run(targets(targets)))
                .isInvalidAt(IntStream.range(0, values.size())
                        .mapToObj(number -> "targets[" + number + "]." + field)
                        .toArray(String[]::new));
    }

    private static String targets(Stream<String> targets) {
        return targets.collect(Collectors.joining(",", "{'targets':[", "]}"));
    }

    private Cycle run(String input) {
        return contract.keepWarm()
                .run(input.replace('\'', '"').replace("ARN", function.arn()).replaceAll("\\bF\\b", function.name()));
    }

    @Order(2)
    @Test
    void nothing_has_been_invoked_for_any_of_them() {
        assertThatCycle(contract.keepWarm().run(Input.of(function, 1)))
                .provesEnvironments(1)
                .says(target -> assertThat(target.environments()).allMatch(EnvironmentRow::coldStart));
    }

    @Test
    void concurrency_above_what_a_cycle_can_hold_is_refused() {
        assertThatCycle(run("{'function':'F','concurrency':10001}")).isInvalidAt("concurrency");
        assertThatCycle(run("{'function':'F','concurrency':1e300}")).isInvalidAt("concurrency");
    }

    @Test
    void a_hold_longer_than_the_longest_is_refused_whichever_is_given() {
        assertThatCycle(run("{'function':'F','concurrency':1,'holdMillis':51,'maxHoldMillis':50}"))
                .isInvalidAt("holdMillis");
    }

    @Test
    void a_problem_gives_rule_value_and_remedy() {
        Cycle cycle = run("{'targets':[{'function':'F','concurrency':0}]}");

        assertThatCycle(cycle).isInvalid();
        assertThat(assertThatCycle(cycle).problems().problems()).singleElement().satisfies(problem -> {
            assertThat(problem.field()).isEqualTo("targets[0].concurrency");
            assertThat(problem.rule()).contains("1 to 10,000");
            assertThat(problem.value()).hasToString("0");
            assertThat(problem.remedy()).isNotBlank();
        });
    }

    @Test
    void a_list_of_problems_that_grows_too_long_is_cut_and_says_so() {
        String key = "k".repeat(70);
        String input = IntStream.range(0, 300)
                .mapToObj(number -> "'" + key + number + "':'" + "\\u0001".repeat(100) + "'")
                .collect(Collectors.joining(",", "{", "}"));

        Cycle cycle = run(input);

        assertThatCycle(cycle).isInvalid();
        Problems problems = assertThatCycle(cycle).problems();
        assertThat(problems.truncated()).as("%s", cycle).isTrue();
        assertThat(problems.fields()).as("%s", cycle).startsWith("function", "concurrency");
    }
}
