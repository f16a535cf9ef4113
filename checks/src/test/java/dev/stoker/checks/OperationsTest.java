// SPDX-License-Identifier: Apache-2.0
package dev.stoker.checks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What a deployed stack shows of itself: alarms, logs, saved queries. */
class OperationsTest {
    private static final String TOPIC = "arn:aws:sns:us-east-1:000000000000:pager";

    private final Deployment shop = Deployment.of(Map.of("AlarmTopicArn", TOPIC, "LogRetentionDays", "90"));

    @Test
    void alarms_watch_failed_cycles_cycles_that_took_too_long_and_ticks_that_were_missed() {
        Map<String, JsonNode> alarms = shop.resources("AWS::CloudWatch::Alarm");

        assertThat(watched(alarms.get("CyclesFailed")))
                .isEqualTo("AWS/States ExecutionsFailed of " + shop.ref("KeepWarm"));
        assertThat(watched(alarms.get("CyclesTimedOut")))
                .isEqualTo("AWS/States ExecutionsTimedOut of " + shop.ref("KeepWarm"));
        String queue = shop.ref("MissedTicks");
        assertThat(watched(alarms.get("TicksMissed")))
                .isEqualTo(
                        "AWS/SQS ApproximateNumberOfMessagesVisible of " + queue.substring(queue.lastIndexOf('/') + 1));
        assertThat(alarms).hasSize(3).allSatisfy((name, alarm) -> {
            assertThat(alarm.get("Threshold").asInt()).isEqualTo(1);
            assertThat(alarm.get("EvaluationPeriods").asInt()).isEqualTo(1);
            assertThat(alarm.get("ComparisonOperator").textValue()).isEqualTo("GreaterThanOrEqualToThreshold");
            assertThat(alarm.get("TreatMissingData").textValue()).isEqualTo("notBreaching");
        });
    }

    @Test
    void alarms_tell_the_topic_that_a_parameter_names_when_they_go_off_and_when_all_is_well_again() {
        assertThat(shop.resources("AWS::CloudWatch::Alarm")).allSatisfy((name, alarm) -> {
            assertThat(Deployment.texts(alarm.get("AlarmActions"))).containsExactly(TOPIC);
            assertThat(Deployment.texts(alarm.get("OKActions"))).containsExactly(TOPIC);
        });
        assertThat(Deployment.of(Map.of()).resources("AWS::CloudWatch::Alarm"))
                .allSatisfy(
                        (name, alarm) -> assertThat(alarm.has("AlarmActions")).isFalse());
    }

    @Test
    void both_machines_log_errors_into_one_group_that_forgets() {
        assertThat(shop.resources("AWS::StepFunctions::StateMachine"))
                .hasSize(2)
                .allSatisfy((name, machine) -> {
                    assertThat(machine.get("Type").textValue()).isEqualTo("EXPRESS");
                    assertThat(machine.at("/Logging/Level").textValue()).isEqualTo("ERROR");
                    assertThat(machine.at("/Logging/Destinations/0/CloudWatchLogsLogGroup/LogGroupArn")
                                    .textValue())
                            .endsWith(":log-group:" + shop.ref("StateMachineLogs") + ":*");
                    assertThat(machine.at("/Tracing/Enabled").asText()).isEqualTo("false");
                });
        assertThat(shop.resources("AWS::Logs::LogGroup")
                        .get("StateMachineLogs")
                        .get("RetentionInDays")
                        .asInt())
                .isEqualTo(90);
        assertThat(shop.resources("AWS::Logs::LogStream")
                        .get("CycleLog")
                        .get("LogGroupName")
                        .textValue())
                .isEqualTo(shop.ref("StateMachineLogs"));
    }

    @Test
    void saved_queries_ask_the_stream_of_cycles_for_fields_that_its_events_have() {
        String event = Repository.json("statemachine/keep-warm.asl.json")
                .at("/States/Describe cycle/Assign/cycle")
                .textValue();
        assertThat(shop.resources("AWS::Logs::QueryDefinition")).hasSize(3).allSatisfy((name, query) -> {
            String text = query.get("QueryString").textValue();
            assertThat(query.get("Name").textValue()).startsWith("shop/");
            assertThat(Deployment.texts(query.get("LogGroupNames"))).containsExactly(shop.ref("StateMachineLogs"));
            assertThat(text).startsWith("filter @logStream = '" + shop.ref("CycleLog") + "'\n");
            assertThat(fields(text))
                    .isNotEmpty()
                    .allSatisfy(field -> assertThat(event).contains("'" + field + "': "));
        });
    }

    /** The names within the brackets of the functions that a query applies to fields. */
    private static List<String> fields(String query) {
        List<String> fields = new ArrayList<>();
        for (String inside : Repository.all(Pattern.compile("(?:sum|min|max|strcontains)\\(([^()]+)"), query)) {
            fields.addAll(Repository.all(Pattern.compile("\\b([a-z][A-Za-z]+)\\b"), inside.replaceAll("'.*'", "")));
        }
        fields.remove("strcontains");
        return fields;
    }

    private static String watched(JsonNode alarm) {
        assertThat(alarm.get("Dimensions")).hasSize(1);
        return alarm.get("Namespace").textValue() + " "
                + alarm.get("MetricName").textValue() + " of "
                + alarm.at("/Dimensions/0/Value").textValue();
    }
}
