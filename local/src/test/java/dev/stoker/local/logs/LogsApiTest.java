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
import software.amazon.awssdk.services.cloudwatchlogs.model.InputLogEvent;
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
