// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.logs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stoker.local.ServedAws;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.CloudWatchLogsException;
import software.amazon.awssdk.services.cloudwatchlogs.model.FilteredLogEvent;
import software.amazon.awssdk.services.cloudwatchlogs.model.GetLogEventsResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.InputLogEvent;
import software.amazon.awssdk.services.cloudwatchlogs.model.OrderBy;
import software.amazon.awssdk.services.cloudwatchlogs.model.OutputLogEvent;
import software.amazon.awssdk.services.cloudwatchlogs.model.ResourceAlreadyExistsException;
import software.amazon.awssdk.services.cloudwatchlogs.model.ResourceNotFoundException;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.LogDestination;
import software.amazon.awssdk.services.sfn.model.LogLevel;
import software.amazon.awssdk.services.sfn.model.StateMachineType;

class LogsApiTest {
    private final ServedAws aws = ServedAws.start();
    private final CloudWatchLogsClient logs = aws.logs();

    @AfterEach
    void close() {
        aws.close();
    }

    private static InputLogEvent event(long timestamp, String message) {
        return InputLogEvent.builder().timestamp(timestamp).message(message).build();
    }

    @Test
    void events_are_put_and_found_again() {
        logs.createLogGroup(request -> request.logGroupName("/g"));
        logs.createLogStream(request -> request.logGroupName("/g").logStreamName("s"));
        logs.putLogEvents(request -> request.logGroupName("/g")
                .logStreamName("s")
                .logEvents(event(2000, "late word"), event(1000, "early word")));

        assertThat(logs.filterLogEvents(request -> request.logGroupName("/g")).events())
                .extracting(FilteredLogEvent::message)
                .containsExactly("early word", "late word");
        assertThat(logs.filterLogEvents(request -> request.logGroupName("/g").filterPattern("\"late\""))
                        .events())
                .extracting(FilteredLogEvent::timestamp)
                .containsExactly(2000L);
        assertThat(logs.filterLogEvents(request -> request.logGroupName("/g").startTime(1500L))
                        .events())
                .hasSize(1);
        assertThat(logs.describeLogGroups().logGroups())
                .extracting(group -> group.arn())
                .containsExactly("arn:aws:logs:us-east-1:000000000000:log-group:/g:*");
        assertThat(logs.describeLogStreams(request -> request.logGroupName("/g"))
                        .logStreams())
                .extracting(stream -> stream.logStreamName())
                .containsExactly("s");
    }

    private void tenEvents() {
        logs.createLogGroup(request -> request.logGroupName("/g"));
        logs.createLogStream(request -> request.logGroupName("/g").logStreamName("s"));
        for (int i = 0; i < 10; i++) {
            // two of each instant, and the later ones first
            InputLogEvent event = event(5000 - i / 2, "event " + i);
            logs.putLogEvents(
                    request -> request.logGroupName("/g").logStreamName("s").logEvents(event));
        }
    }

    @Test
    void pages_have_each_event_once() {
        tenEvents();

        assertThat(logs.filterLogEventsPaginator(
                                request -> request.logGroupName("/g").limit(3))
                        .events())
                .extracting(FilteredLogEvent::message)
                .containsExactly(
                        "event 8", "event 9", "event 6", "event 7", "event 4", "event 5", "event 2", "event 3",
                        "event 0", "event 1");
        assertThat(logs.filterLogEvents(request -> request.logGroupName("/g")).events())
                .extracting(FilteredLogEvent::eventId)
                .doesNotHaveDuplicates();
    }

    @Test
    void a_stream_is_read_forwards_and_backwards() {
        tenEvents();

        GetLogEventsResponse latest = logs.getLogEvents(
                request -> request.logGroupName("/g").logStreamName("s").limit(4));
        assertThat(latest.events())
                .extracting(OutputLogEvent::message)
                .containsExactly("event 2", "event 3", "event 0", "event 1");
        GetLogEventsResponse before = logs.getLogEvents(request ->
                request.logGroupName("/g").logStreamName("s").limit(4).nextToken(latest.nextBackwardToken()));
        assertThat(before.events())
                .extracting(OutputLogEvent::message)
                .containsExactly("event 6", "event 7", "event 4", "event 5");
        GetLogEventsResponse behind = logs.getLogEvents(
                request -> request.logGroupName("/g").logStreamName("s").nextToken(latest.nextForwardToken()));
        assertThat(behind.events()).isEmpty();
        assertThat(behind.nextForwardToken()).isEqualTo(latest.nextForwardToken());
        assertThat(logs.getLogEventsPaginator(request -> request.logGroupName("/g")
                                .logStreamName("s")
                                .startFromHead(true)
                                .limit(3))
                        .events())
                .hasSize(10);
    }

    @Test
    void streams_tell_their_events_and_come_in_pages() {
        tenEvents();
        for (int i = 0; i < 60; i++) {
            String name = "t" + i;
            logs.createLogStream(request -> request.logGroupName("/g").logStreamName(name));
        }

        assertThat(logs.describeLogStreamsPaginator(request -> request.logGroupName("/g"))
                        .logStreams())
                .hasSize(61);
        assertThat(logs.describeLogStreams(request -> request.logGroupIdentifier(
                                        "arn:aws:logs:us-east-1:000000000000:log-group:/g")
                                .orderBy(OrderBy.LAST_EVENT_TIME)
                                .descending(true)
                                .limit(1))
                        .logStreams())
                .singleElement()
                .satisfies(stream -> {
                    assertThat(stream.logStreamName()).isEqualTo("s");
                    assertThat(stream.firstEventTimestamp()).isEqualTo(4996L);
                    assertThat(stream.lastEventTimestamp()).isEqualTo(5000L);
                });
        logs.deleteLogStream(request -> request.logGroupName("/g").logStreamName("s"));
        assertThat(logs.filterLogEvents(request -> request.logGroupName("/g")).events())
                .isEmpty();
    }

    @Test
    void a_state_machine_logs_its_failures() {
        logs.createLogGroup(request -> request.logGroupName("/m"));
        SfnClient sfn = aws.stepFunctions();
        String arn = sfn.createStateMachine(request -> request.name("failing")
                        .type(StateMachineType.EXPRESS)
                        .roleArn("arn:aws:iam::000000000000:role/any")
                        .definition("""
                                {"QueryLanguage":"JSONata","StartAt":"A","States":{"A":{"Type":"Fail","Error":"Oh"}}}""")
                        .loggingConfiguration(logging -> logging.level(LogLevel.ERROR)
                                .destinations(LogDestination.builder()
                                        .cloudWatchLogsLogGroup(group ->
                                                group.logGroupArn("arn:aws:logs:us-east-1:000000000000:log-group:/m:*"))
                                        .build())))
                .stateMachineArn();

        sfn.startSyncExecution(request -> request.stateMachineArn(arn));

        assertThat(logs.filterLogEvents(request -> request.logGroupName("/m").filterPattern("ExecutionFailed"))
                        .events())
                .singleElement()
                .satisfies(event -> assertThat(event.message()).contains("\"error\":\"Oh\""));
        assertThat(logs.filterLogEvents(request -> request.logGroupName("/m").filterPattern("ExecutionStarted"))
                        .events())
                .isEmpty();
    }

    @Test
    void what_AWS_would_refuse_is_refused_with_its_errors() {
        logs.createLogGroup(request -> request.logGroupName("/g"));

        assertThatThrownBy(() -> logs.createLogGroup(request -> request.logGroupName("/g")))
                .isInstanceOf(ResourceAlreadyExistsException.class);
        assertThatThrownBy(() -> logs.deleteLogGroup(request -> request.logGroupName("/none")))
                .isInstanceOf(ResourceNotFoundException.class);
        assertThatThrownBy(() -> logs.putLogEvents(request ->
                        request.logGroupName("/g").logStreamName("none").logEvents(event(1, "x"))))
                .isInstanceOf(ResourceNotFoundException.class);
        assertThatThrownBy(() -> logs.filterLogEvents(
                        request -> request.logGroupName("/g").filterPattern("{ $.a = 1 }")))
                .isInstanceOf(CloudWatchLogsException.class)
                .hasMessageContaining("filterPattern");
    }
}
