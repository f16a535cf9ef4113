// SPDX-License-Identifier: Apache-2.0
package dev.stoker.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Invalid deployments are rejected with a message; valid ones are not. */
class RefusedDeploymentsTest {
    private static final String BASE = target(Deployment.ORDERS, "");
    private static final String HOURS = "cron(0/4 9-17 ? * MON-FRI *)";
    private static final String OTHER_HOURS = "cron(0/4 0-8,18-23 ? * MON-FRI *)";

    private static String target(String function, String more) {
        return "[{\"function\":\"" + function + "\",\"concurrency\":5" + more + "}]";
    }

    private static void assertRefused(Map<String, String> parameters, String sentence) {
        assertThatThrownBy(() -> Deployment.deploy(parameters)).hasMessageContaining(sentence);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Targets", "PeakTargets"})
    void targets_without_target_arns(String parameter) {
        assertRefused(
                Map.of("TargetArns", "", parameter, BASE),
                "name functions that no role may invoke while TargetArns is empty");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{function:arn:aws:lambda:us-east-1:000000000000:function:orders,concurrency:10}]",
                "[{\"function\":arn:aws:lambda:us-east-1:000000000000:function:orders,\"concurrency\":10}]",
                "{\"function\":\"arn:aws:lambda:us-east-1:000000000000:function:orders\",\"concurrency\":10}",
                "{\"targets\":[{\"function\":\"arn:aws:lambda:us-east-1:000000000000:function:orders\",\"concurrency\":10}]}",
                "[\"arn:aws:lambda:us-east-1:000000000000:function:orders\"]",
                "[{'function':'arn:aws:lambda:us-east-1:000000000000:function:orders','concurrency':10}]",
                "[{\"concurrency\":10}]",
                "[{\"function\":\"orders\"}][{\"function\":\"carts\"}]",
                "[]",
                "orders:10"
            })
    void targets_that_are_no_json_array_of_targets(String targets) {
        String sentence = "must be a JSON array of targets such as [{\"function\":";

        assertRefused(Map.of("Targets", targets), "Parameters.Targets: " + sentence);
        assertRefused(Map.of("Targets", BASE, "PeakTargets", targets), "Parameters.PeakTargets: " + sentence);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "orders",
                "arn:aws:lambda:us-east-1:000000000000:function:orders:live",
                "arn:aws:lambda:us-east-1:000000000000:function:orders:3",
                "arn:aws:lambda:us-east-1:000000000000:function:orders, arn:aws:lambda:us-east-1:000000000000:function:carts",
                "arn:aws:lambda:us-east-1:000000000000:function:orders,",
                " ",
                "[arn:aws:lambda:us-east-1:000000000000:function:orders]",
                "arn:aws:s3:::orders"
            })
    void target_arns_that_are_no_unqualified_arns_with_commas_between_them(String arns) {
        assertRefused(Map.of("TargetArns", arns), "must be comma-separated function ARNs such as");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            arn:aws:lambda:us-east-1:000000000000:function:others
            arn:aws:lambda:us-east-1:000000000000:function:others:live
            arn:aws:lambda:us-east-1:000000000000:function:order
            arn:aws:lambda:us-east-1:000000000000:function:orders-of-others
            arn:aws:lambda:eu-west-1:000000000000:function:orders
            arn:aws:lambda:us-east-1:111111111111:function:orders
            others:live
            """)
    void a_target_that_is_not_among_the_arns(String function) {
        assertRefused(Map.of("Targets", target(function, "")), "TargetsAreAmongTargetArns: Parameter value");
        String second = BASE.replace("}]", "},") + target(function, "").substring(1);
        assertRefused(Map.of("Targets", second), "TargetsAreAmongTargetArns: Parameter value");
        assertRefused(
                Map.of("Targets", BASE, "PeakTargets", target(function, "")),
                "PeakTargetsAreAmongTargetArns: Parameter value");
        assertRefused(
                Map.of("Targets", BASE, "Targets3", target(function, "")),
                "Targets3AreAmongTargetArns: Parameter value");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "arn:aws:lambda:us-east-1:000000000000:function:orders",
                "arn:aws:lambda:us-east-1:000000000000:function:carts:live",
                "arn:aws:lambda:us-east-1:000000000000:function:carts:$LATEST",
                "000000000000:function:orders:7",
                "orders",
                "carts:live"
            })
    void a_target_that_is_among_them_by_any_of_its_names_is_deployed(String function) {
        assertThat(input(Deployment.deploy(Map.of("Targets", target(function, ""))), "KeepWarmSchedule"))
                .hasToString("{\"targets\":" + target(function, "") + "}");
    }

    @Test
    void a_payload_with_a_function_of_its_own_is_deployed_on_trust() {
        String targets = target(Deployment.ORDERS, ",\"payload\":{\"function\":\"checkout\"}");

        assertRefused(Map.of("Targets", targets), "TargetsAreAmongTargetArns");
        assertThat(input(Deployment.deploy(Map.of("Targets", targets, "CheckTargets", "false")), "KeepWarmSchedule"))
                .hasToString("{\"targets\":" + targets + "}");
    }

    @Test
    void peaks_whose_crons_are_half_given() {
        Map<String, String> peak = Map.of("Targets", BASE, "PeakTargets", BASE);
        String sentence = "Change both or neither.";

        assertRefused(with(peak, Map.of("PeakSchedule", HOURS)), sentence);
        assertRefused(with(peak, Map.of("OffPeakSchedule", OTHER_HOURS)), sentence);
        assertRefused(with(peak, Map.of("OffPeakSchedule", "")), "must be a cron expression");
        assertThat(Deployment.deploy(with(peak, Map.of("PeakSchedule", HOURS, "OffPeakSchedule", OTHER_HOURS)))
                        .resources("AWS::Scheduler::Schedule"))
                .hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PeakSchedule", "OffPeakSchedule", "OffDaysSchedule"})
    void hours_of_a_peak_that_is_not_there(String parameter) {
        assertRefused(Map.of(parameter, HOURS), "are used only with PeakTargets");
    }

    @Test
    void a_peak_without_anything_to_keep_warm_beside_it() {
        assertRefused(Map.of("PeakTargets", BASE), "and Targets in all other hours. Set Targets too.");
    }

    @Test
    void more_targets_before_there_are_any() {
        assertRefused(Map.of("Targets2", BASE), "Set Targets first.");
        assertRefused(Map.of("Targets", BASE, "PeakTargets4", BASE), "Set PeakTargets first.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Schedule               | 4 minutes                    | must be a rate or a cron expression
            Schedule               | at(2026-11-22T08:00:00)      | must be a rate or a cron expression
            Schedule               | rate(0 minutes)              | must be a rate or a cron expression
            PeakSchedule           | rate(4 minutes)              | must be a cron expression
            AlarmTopicArn          | pager                        | must be the ARN of an SNS topic
            PermissionsBoundaryArn | boundary                     | must be the ARN of a managed policy
            SilentMinutes          | 0                            | must be a whole number of minutes, 1 to 1440
            SilentMinutes          | 1441                         | must be a whole number of minutes, 1 to 1440
            """)
    void other_parameters_that_cannot_work(String parameter, String value, String sentence) {
        assertRefused(Map.of(parameter, value), sentence);
    }

    @Test
    void twenty_targets_with_payloads_fit_into_four_parameters_and_are_sent_as_one_array()
            throws JsonProcessingException {
        Map<String, String> parameters = new HashMap<>();
        for (int part = 0; part < 4; part++) {
            int first = part * 5;
            String targets = IntStream.range(first, first + 5)
                    .mapToObj(i -> "{\"function\":\"" + Deployment.ORDERS + ":v" + i
                            + "\",\"concurrency\":5,\"payload\":{\"text\":\"" + "x\\\"".repeat(200)
                            + "\",\"list\":[[1],[-2.5e3]]}}")
                    .collect(Collectors.joining(",\n ", "[", "]"));
            assertThat(targets.length()).isBetween(3_500, 4_096);
            parameters.put("Targets" + (part == 0 ? "" : part + 1), targets);
            parameters.put("PeakTargets" + (part == 0 ? "" : part + 1), targets);
        }
        Deployment deployed = Deployment.deploy(parameters);

        for (String schedule : new String[] {"KeepWarmSchedule", "KeepWarmOnOffDays", "KeepWarmInPeak"}) {
            JsonNode sent = new ObjectMapper().readTree(input(deployed, schedule));
            assertThat(sent.get("targets").findValuesAsText("function"))
                    .containsExactlyElementsOf(IntStream.range(0, 20)
                            .mapToObj(i -> Deployment.ORDERS + ":v" + i)
                            .toList());
        }
    }

    @Test
    void one_byte_more_than_a_parameter_holds() {
        String targets = target(Deployment.ORDERS, ",\"payload\":{\"t\":\"" + "x".repeat(4_000) + "\"}");

        assertRefused(Map.of("Targets", targets), "must have at most 4096 bytes");
    }

    private static String input(Deployment deployed, String schedule) {
        return deployed.resource("AWS::Scheduler::Schedule", schedule)
                .at("/Target/Input")
                .textValue();
    }

    private static Map<String, String> with(Map<String, String> some, Map<String, String> more) {
        Map<String, String> all = new HashMap<>(some);
        all.putAll(more);
        return all;
    }
}
