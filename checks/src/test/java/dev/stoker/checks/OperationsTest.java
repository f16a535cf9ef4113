// SPDX-License-Identifier: Apache-2.0
package dev.stoker.checks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The alarms, logs and saved queries of a deployed stack. */
class OperationsTest {
    private static final String TOPIC = "arn:aws:sns:us-east-1:000000000000:pager";

    private static final String TARGETS = "[{\"function\":\"" + Deployment.ORDERS + "\",\"concurrency\":5}]";

    private final Deployment shop = Deployment.deploy(Map.of("AlarmTopicArn", TOPIC, "LogRetentionDays", "90"));

    @Test
    void alarms_watch_cycles_that_failed_and_cycles_that_took_too_long() {
        assertThat(watched(alarm("CyclesFailed"))).isEqualTo("AWS/States ExecutionsFailed of " + shop.ref("KeepWarm"));
        assertThat(watched(alarm("CyclesTimedOut")))
                .isEqualTo("AWS/States ExecutionsTimedOut of " + shop.ref("KeepWarm"));
        assertThat(List.of("CyclesFailed", "CyclesTimedOut")).allSatisfy(name -> {
            assertThat(alarm(name).get("EvaluationPeriods").asInt()).isEqualTo(1);
            assertGoesOffAtOne(alarm(name));
        });
        assertThat(shop.resources("AWS::CloudWatch::Alarm")).hasSize(5);
    }

    private JsonNode alarm(String name) {
        return shop.resource("AWS::CloudWatch::Alarm", name);
    }

    /** Messages stay in the queue for 14 days, even if ticks succeed again. */
    @Test
    void missed_ticks_are_reported_as_they_arrive_so_that_the_alarm_ends_when_ticks_come_again() {
        JsonNode alarm = shop.resource("AWS::CloudWatch::Alarm", "TicksMissed");
        String queue = shop.ref("MissedTicks");

        assertThat(watched(alarm))
                .isEqualTo("AWS/SQS NumberOfMessagesSent of " + queue.substring(queue.lastIndexOf('/') + 1));
        assertThat(alarm.get("Statistic").textValue()).isEqualTo("Sum");
        assertThat(alarm.get("DatapointsToAlarm").asInt()).isEqualTo(1);
        assertThat(secondsLookedAt(alarm)).isEqualTo(900);
        assertGoesOffAtOne(alarm);
    }

    private static void assertGoesOffAtOne(JsonNode alarm) {
        assertThat(alarm.get("Threshold").asInt()).isEqualTo(1);
        assertThat(alarm.get("ComparisonOperator").textValue()).isEqualTo("GreaterThanOrEqualToThreshold");
        assertThat(alarm.get("TreatMissingData").textValue()).isEqualTo("notBreaching");
    }

    @ParameterizedTest
    @CsvSource({
        "rate(4 minutes), '', 720",
        "rate(1 minute), '', 180",
        "rate(15 minutes), '', 2700",
        "rate(4 minutes), 30, 1800",
        "rate(1 hour), 200, 12000",
        "cron(0/4 8-18 ? * MON-FRI *), 1440, 86400"
    })
    void three_intervals_without_a_cycle_are_an_alarm(String schedule, String silentMinutes, int seconds) {
        Deployment deployed = Deployment.deploy(Map.of("Schedule", schedule, "SilentMinutes", silentMinutes));
        JsonNode alarm = deployed.resource("AWS::CloudWatch::Alarm", "NoCycles");

        assertThat(watched(alarm)).isEqualTo("AWS/States ExecutionsStarted of " + deployed.ref("KeepWarm"));
        assertThat(alarm.get("Statistic").textValue()).isEqualTo("Sum");
        assertThat(secondsLookedAt(alarm)).isEqualTo(seconds);
        assertThat(alarm.get("Threshold").asInt()).isEqualTo(1);
        assertThat(alarm.get("ComparisonOperator").textValue()).isEqualTo("LessThanThreshold");
        assertThat(alarm.get("TreatMissingData").textValue()).isEqualTo("breaching");
        assertThat(alarm.has("DatapointsToAlarm")).isFalse();
    }

    @Test
    void a_week_of_peaks_ticks_every_four_minutes_and_silence_of_twelve_is_an_alarm() {
        Map<String, String> peak = Map.of("Targets", TARGETS, "PeakTargets", TARGETS);

        assertThat(secondsLookedAt(Deployment.deploy(peak).resource("AWS::CloudWatch::Alarm", "NoCycles")))
                .isEqualTo(720);
    }

    @Test
    void where_silence_is_wanted_it_is_no_alarm() {
        assertThat(List.of(
                        Map.of("ScheduleState", "DISABLED"),
                        Map.of("ScheduleState", "DISABLED", "SilentMinutes", "20"),
                        Map.of("Schedule", "cron(0/4 8-18 ? * MON-FRI *)"),
                        Map.of("Targets", TARGETS, "PeakTargets", TARGETS, "OffDaysSchedule", "")))
                .allSatisfy(
                        parameters -> assertThat(Deployment.deploy(parameters).resources("AWS::CloudWatch::Alarm"))
                                .containsOnlyKeys("CyclesFailed", "CyclesTimedOut", "TicksMissed", "UsersWaited"));
    }

    private static int secondsLookedAt(JsonNode alarm) {
        return alarm.get("Period").asInt() * alarm.get("EvaluationPeriods").asInt();
    }

    @Test
    void alarms_tell_the_topic_that_a_parameter_names_when_they_go_off_and_when_all_is_well_again() {
        assertThat(shop.resources("AWS::CloudWatch::Alarm")).allSatisfy((name, alarm) -> {
            assertThat(Deployment.texts(alarm.get("AlarmActions"))).containsExactly(TOPIC);
            assertThat(Deployment.texts(alarm.get("OKActions"))).containsExactly(TOPIC);
        });
        assertThat(Deployment.deploy(Map.of()).resources("AWS::CloudWatch::Alarm"))
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
        assertThat(shop.resource("AWS::Logs::LogGroup", "StateMachineLogs")
                        .get("RetentionInDays")
                        .asInt())
                .isEqualTo(90);
        assertThat(shop.resource("AWS::Logs::LogStream", "CycleLog")
                        .get("LogGroupName")
                        .textValue())
                .isEqualTo(shop.ref("StateMachineLogs"));
    }

    @Test
    void saved_queries_ask_the_stream_of_cycles_for_fields_that_its_events_have() {
        List<String> event = Template.names(
                Repository.json("statemachine/target/keep-warm.asl.json").at("/States/Describe cycle/Assign/cycle"));
        assertThat(shop.resources("AWS::Logs::QueryDefinition")).hasSize(3).allSatisfy((name, query) -> {
            String text = query.get("QueryString").textValue();
            assertThat(query.get("Name").textValue()).startsWith("shop/");
            assertThat(Deployment.texts(query.get("LogGroupNames"))).containsExactly(shop.ref("StateMachineLogs"));
            assertThat(text).startsWith("filter @logStream = '" + shop.ref("CycleLog") + "'\n");
            assertThat(fields(text))
                    .isNotEmpty()
                    .allSatisfy(field -> assertThat(event).contains(field));
        });
    }

    @Test
    void users_who_met_cold_starts_are_an_alarm_by_a_metric_that_only_they_write() {
        JsonNode alarm = alarm("UsersWaited");
        JsonNode filter = shop.resource("AWS::Logs::MetricFilter", "UsersWaitedMetric");
        JsonNode metric = filter.at("/MetricTransformations/0");

        assertThat(watched(alarm)).isEqualTo("Stoker userColdStarts of shop");
        assertThat(secondsLookedAt(alarm)).isEqualTo(3600);
        assertGoesOffAtOne(alarm);
        assertThat(filter.get("LogGroupName").textValue()).isEqualTo(shop.ref("StateMachineLogs"));
        assertThat(filter.get("FilterPattern").textValue()).isEqualTo("{ $.userColdStarts > 0 }");
        assertThat(metric.get("MetricNamespace").textValue())
                .isEqualTo(alarm.get("Namespace").textValue());
        assertThat(metric.get("MetricName").textValue())
                .isEqualTo(alarm.get("MetricName").textValue());
        assertThat(metric.at("/Dimensions/0/Key").textValue())
                .isEqualTo(alarm.at("/Dimensions/0/Name").textValue());
        assertThat(metric.at("/Dimensions/0/Value").textValue()).isEqualTo("$.stack");
    }

    @Test
    void with_metrics_of_each_cycle_the_alarm_watches_theirs_and_with_no_number_there_is_none() {
        Deployment measured = Deployment.deploy(Map.of("MetricsNamespace", "Own", "WaitingUsers", "20"));
        JsonNode alarm = measured.resource("AWS::CloudWatch::Alarm", "UsersWaited");

        assertThat(watched(alarm)).isEqualTo("Own userColdStarts of shop");
        assertThat(alarm.get("Threshold").asInt()).isEqualTo(20);
        assertThat(measured.resources("AWS::Logs::MetricFilter")).isEmpty();
        assertThat(Deployment.deploy(Map.of("WaitingUsers", "0")).resources("AWS::CloudWatch::Alarm"))
                .doesNotContainKey("UsersWaited");
    }

    @Test
    void a_dashboard_is_made_where_it_is_wanted_and_asks_for_fields_that_events_have() throws JsonProcessingException {
        assertThat(shop.resources("AWS::CloudWatch::Dashboard")).isEmpty();
        Deployment shown = Deployment.deploy(Map.of("Dashboard", "true"));
        JsonNode body = new ObjectMapper()
                .readTree(shown.resource("AWS::CloudWatch::Dashboard", "CyclesDashboard")
                        .get("DashboardBody")
                        .textValue());
        List<String> event = Template.names(
                Repository.json("statemachine/target/keep-warm.asl.json").at("/States/Describe cycle/Assign/cycle"));

        List<String> queries = body.findValuesAsText("query");
        assertThat(queries).hasSize(4).allSatisfy(query -> {
            assertThat(query)
                    .startsWith("SOURCE '" + shown.ref("StateMachineLogs") + "' | filter @logStream = 'cycles'");
            assertThat(fields(query))
                    .isNotEmpty()
                    .allSatisfy(field -> assertThat(event).contains(field));
        });
        assertThat(body.findValue("metrics").toString()).contains(shown.ref("KeepWarm"));
        assertThat(body.findValue("alarms"))
                .hasSize(4)
                .allSatisfy(alarm -> assertThat(alarm.textValue()).startsWith("arn:aws:cloudwatch:"));
    }

    /** The names within the brackets of the functions that a query applies to fields. */
    private static List<String> fields(String query) {
        List<String> fields = new ArrayList<>();
        for (String inside :
                Repository.all(Pattern.compile("(?:sum|min|max|strcontains|coalesce|ceil)\\(([^()]+)"), query)) {
            fields.addAll(Repository.all(Pattern.compile("\\b([a-z][A-Za-z]+)\\b"), inside.replaceAll("'.*'", "")));
        }
        fields.removeAll(List.of("strcontains", "coalesce", "ceil"));
        return fields;
    }

    private static String watched(JsonNode alarm) {
        assertThat(alarm.get("Dimensions")).hasSize(1);
        return alarm.get("Namespace").textValue() + " "
                + alarm.get("MetricName").textValue() + " of "
                + alarm.at("/Dimensions/0/Value").textValue();
    }
}
