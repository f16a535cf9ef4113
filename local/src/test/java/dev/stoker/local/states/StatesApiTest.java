// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.states;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.stoker.local.ServedAws;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.DescribeStateMachineResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionListItem;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;
import software.amazon.awssdk.services.sfn.model.GetExecutionHistoryResponse;
import software.amazon.awssdk.services.sfn.model.HistoryEvent;
import software.amazon.awssdk.services.sfn.model.InvalidArnException;
import software.amazon.awssdk.services.sfn.model.InvalidDefinitionException;
import software.amazon.awssdk.services.sfn.model.InvalidExecutionInputException;
import software.amazon.awssdk.services.sfn.model.InvalidLoggingConfigurationException;
import software.amazon.awssdk.services.sfn.model.InvalidTokenException;
import software.amazon.awssdk.services.sfn.model.LogDestination;
import software.amazon.awssdk.services.sfn.model.LogLevel;
import software.amazon.awssdk.services.sfn.model.SfnException;
import software.amazon.awssdk.services.sfn.model.StartSyncExecutionResponse;
import software.amazon.awssdk.services.sfn.model.StateMachineAlreadyExistsException;
import software.amazon.awssdk.services.sfn.model.StateMachineDoesNotExistException;
import software.amazon.awssdk.services.sfn.model.StateMachineListItem;
import software.amazon.awssdk.services.sfn.model.StateMachineType;
import software.amazon.awssdk.services.sfn.model.StateMachineTypeNotSupportedException;
import software.amazon.awssdk.services.sfn.model.SyncExecutionStatus;

class StatesApiTest {
    private static final String ECHO = """
            {"QueryLanguage":"JSONata","StartAt":"A","States":{"A":{"Type":"Pass","End":true}}}""";
    private static final String FAILING = """
            {"QueryLanguage":"JSONata","StartAt":"A","States":{"A":{"Type":"Fail","Error":"Oh","Cause":"no"}}}""";
    private static final String ROLE = "arn:aws:iam::000000000000:role/any";

    private final ServedAws aws = ServedAws.start();
    private final SfnClient sfn = aws.stepFunctions();

    @AfterEach
    void close() {
        aws.close();
    }

    private String create(String name, String definition) {
        return sfn.createStateMachine(request -> request.name(name)
                        .type(StateMachineType.EXPRESS)
                        .definition(definition)
                        .roleArn(ROLE))
                .stateMachineArn();
    }

    @Test
    void a_state_machine_is_created_described_listed_updated_and_deleted() {
        String arn = create("echo", ECHO);

        assertThat(arn).isEqualTo("arn:aws:states:us-east-1:000000000000:stateMachine:echo");
        DescribeStateMachineResponse described = sfn.describeStateMachine(request -> request.stateMachineArn(arn));
        assertThat(described.definition()).isEqualTo(ECHO);
        assertThat(described.roleArn()).isEqualTo(ROLE);
        assertThat(described.statusAsString()).isEqualTo("ACTIVE");
        assertThat(sfn.listStateMachines().stateMachines())
                .extracting(StateMachineListItem::stateMachineArn)
                .containsExactly(arn);
        sfn.updateStateMachine(request -> request.stateMachineArn(arn).definition(FAILING));
        assertThat(sfn.describeStateMachine(request -> request.stateMachineArn(arn))
                        .definition())
                .isEqualTo(FAILING);
        sfn.deleteStateMachine(request -> request.stateMachineArn(arn));
        assertThat(sfn.listStateMachines().stateMachines()).isEmpty();
    }

    @Test
    void a_sync_execution_answers_with_its_output_and_times() {
        String arn = create("echo", ECHO);

        StartSyncExecutionResponse ended = sfn.startSyncExecution(
                request -> request.stateMachineArn(arn).name("once").input("{\"a\":\"ü\"}"));

        assertThat(ended.status()).isEqualTo(SyncExecutionStatus.SUCCEEDED);
        assertThat(ended.output()).isEqualTo("{\"a\":\"ü\"}");
        assertThat(ended.name()).isEqualTo("once");
        assertThat(ended.executionArn()).startsWith("arn:aws:states:us-east-1:000000000000:express:echo:once:");
        assertThat(ended.stopDate()).isAfterOrEqualTo(ended.startDate());
        assertThat(ended.billingDetails().billedDurationInMilliseconds()).isPositive();
    }

    @Test
    void a_sync_execution_that_fails_is_answered_and_no_error() {
        String arn = create("failing", FAILING);

        StartSyncExecutionResponse ended = sfn.startSyncExecution(request -> request.stateMachineArn(arn));

        assertThat(ended.status()).isEqualTo(SyncExecutionStatus.FAILED);
        assertThat(ended.error()).isEqualTo("Oh");
        assertThat(ended.cause()).isEqualTo("no");
        assertThat(ended.output()).isNull();
    }

    @Test
    void an_execution_is_started_without_waiting_and_cannot_be_looked_at_afterwards() {
        String arn = create("echo", ECHO);

        String execution =
                sfn.startExecution(request -> request.stateMachineArn(arn)).executionArn();

        assertThatThrownBy(() -> sfn.describeExecution(request -> request.executionArn(execution)))
                .isInstanceOf(InvalidArnException.class);
        assertThatThrownBy(() -> sfn.listExecutions(request -> request.stateMachineArn(arn)))
                .isInstanceOf(StateMachineTypeNotSupportedException.class);
    }

    @Test
    void what_AWS_would_refuse_is_refused_with_its_errors() {
        String arn = create("echo", ECHO);

        assertThatThrownBy(() -> create("echo", FAILING)).isInstanceOf(StateMachineAlreadyExistsException.class);
        assertThatThrownBy(() -> create("broken", "{\"StartAt\":\"A\"}"))
                .isInstanceOf(InvalidDefinitionException.class);
        assertThatThrownBy(() -> sfn.startSyncExecution(request -> request.stateMachineArn(arn + "x")))
                .isInstanceOf(StateMachineDoesNotExistException.class);
        assertThatThrownBy(() -> sfn.startSyncExecution(
                        request -> request.stateMachineArn(arn).input("no json")))
                .isInstanceOf(InvalidExecutionInputException.class);
    }

    @Test
    void a_machine_is_standard_unless_it_is_said_and_its_executions_can_be_described() {
        String arn = sfn.createStateMachine(
                        request -> request.name("standard").definition(ECHO).roleArn(ROLE))
                .stateMachineArn();

        String execution = sfn.startExecution(
                        request -> request.stateMachineArn(arn).name("one").input("{\"a\":1}"))
                .executionArn();

        assertThat(sfn.describeStateMachine(request -> request.stateMachineArn(arn))
                        .type())
                .isEqualTo(StateMachineType.STANDARD);
        assertThat(sfn.listExecutions(request -> request.stateMachineArn(arn)).executions())
                .extracting(ExecutionListItem::executionArn)
                .containsExactly(execution);
        assertThat(sfn.describeExecution(request -> request.executionArn(execution))
                        .name())
                .isEqualTo("one");
        assertThat(sfn.stopExecution(request -> request.executionArn(execution)).stopDate())
                .isNotNull();
    }

    @Test
    void the_history_of_a_standard_execution_comes_page_by_page() {
        String arn = sfn.createStateMachine(
                        request -> request.name("map").definition("""
                                {"StartAt":"M","States":{
                                "M":{"Type":"Map","QueryLanguage":"JSONata","Items":[1,2],"Assign":{"sum":"{% $sum($states.result) %}"},"Next":"F",
                                "ItemProcessor":{"StartAt":"I","States":{"I":{"Type":"Pass","QueryLanguage":"JSONata","End":true}}}},
                                "F":{"Type":"Pass","QueryLanguage":"JSONata","Output":"{% $nothing %}","End":true}}}""").roleArn(ROLE))
                .stateMachineArn();
        String execution =
                sfn.startExecution(request -> request.stateMachineArn(arn)).executionArn();
        awaitEnd(execution);

        GetExecutionHistoryResponse first = sfn.getExecutionHistory(
                request -> request.executionArn(execution).maxResults(4));
        assertThat(first.events())
                .extracting(HistoryEvent::id, HistoryEvent::previousEventId, HistoryEvent::typeAsString)
                .containsExactly(
                        tuple(1L, 0L, "ExecutionStarted"),
                        tuple(2L, 0L, "MapStateEntered"),
                        tuple(3L, 2L, "MapStateStarted"),
                        tuple(4L, 3L, "MapIterationStarted"));
        assertThat(first.events().get(0).executionStartedEventDetails().roleArn())
                .isEqualTo(ROLE);
        assertThat(first.events().get(2).mapStateStartedEventDetails().length()).isEqualTo(2);
        List<HistoryEvent> all = sfn
                .getExecutionHistoryPaginator(
                        request -> request.executionArn(execution).maxResults(4))
                .events()
                .stream()
                .toList();
        assertThat(all).extracting(HistoryEvent::id).isSorted().doesNotHaveDuplicates();
        assertThat(all)
                .filteredOn(event -> event.typeAsString().equals("MapStateExited"))
                .singleElement()
                .extracting(event -> event.stateExitedEventDetails().assignedVariables())
                .isEqualTo(Map.of("sum", "3"));
        assertThat(all)
                .filteredOn(event -> event.typeAsString().equals("EvaluationFailed"))
                .singleElement()
                .extracting(event -> event.evaluationFailedEventDetails().location())
                .isEqualTo("Output");
        assertThat(sfn.getExecutionHistory(request -> request.executionArn(execution)
                                .reverseOrder(true)
                                .includeExecutionData(false))
                        .events())
                .extracting(HistoryEvent::typeAsString)
                .startsWith("ExecutionFailed", "EvaluationFailed", "PassStateEntered")
                .hasSameSizeAs(all);
        assertThatThrownBy(() -> sfn.getExecutionHistory(
                        request -> request.executionArn(execution).nextToken("other")))
                .isInstanceOf(InvalidTokenException.class);
        assertThatThrownBy(() -> sfn.getExecutionHistory(
                        request -> request.executionArn(execution).maxResults(1001)))
                .isInstanceOf(SfnException.class)
                .hasMessageContaining("maxResults");
    }

    private void awaitEnd(String execution) {
        while (sfn.describeExecution(request -> request.executionArn(execution)).status() == ExecutionStatus.RUNNING) {
            Thread.onSpinWait();
        }
    }

    @Test
    void a_state_machine_is_described_with_what_it_logs_and_traces() {
        String group = aws.logs()
                .createLogGroup(request -> request.logGroupName("/states"))
                .toString();
        assertThat(group).isNotNull();
        String groupArn = "arn:aws:logs:us-east-1:000000000000:log-group:/states:*";
        String arn = sfn.createStateMachine(request -> request.name("logging")
                        .definition(ECHO)
                        .roleArn(ROLE)
                        .tracingConfiguration(tracing -> tracing.enabled(true))
                        .loggingConfiguration(logging -> logging.level(LogLevel.ERROR)
                                .includeExecutionData(true)
                                .destinations(LogDestination.builder()
                                        .cloudWatchLogsLogGroup(cloudWatch -> cloudWatch.logGroupArn(groupArn))
                                        .build())))
                .stateMachineArn();

        DescribeStateMachineResponse described = sfn.describeStateMachine(request -> request.stateMachineArn(arn));
        assertThat(described.loggingConfiguration().level()).isEqualTo(LogLevel.ERROR);
        assertThat(described.loggingConfiguration().includeExecutionData()).isTrue();
        assertThat(described.loggingConfiguration().destinations())
                .extracting(destination -> destination.cloudWatchLogsLogGroup().logGroupArn())
                .containsExactly(groupArn);
        assertThat(described.tracingConfiguration().enabled()).isTrue();
        sfn.updateStateMachine(
                request -> request.stateMachineArn(arn).loggingConfiguration(logging -> logging.level(LogLevel.OFF)));
        described = sfn.describeStateMachine(request -> request.stateMachineArn(arn));
        assertThat(described.loggingConfiguration().level()).isEqualTo(LogLevel.OFF);
        assertThat(described.tracingConfiguration().enabled())
                .as("what an update does not name stays")
                .isTrue();
    }

    @Test
    void a_machine_that_logs_nowhere_is_refused_and_not_made() {
        assertThatThrownBy(() -> sfn.createStateMachine(request -> request.name("logging")
                        .type(StateMachineType.EXPRESS)
                        .definition(ECHO)
                        .roleArn(ROLE)
                        .loggingConfiguration(logging -> logging.level(LogLevel.ALL)
                                .destinations(LogDestination.builder()
                                        .cloudWatchLogsLogGroup(group -> group.logGroupArn("arn:none:*"))
                                        .build()))))
                .isInstanceOf(InvalidLoggingConfigurationException.class);
        assertThat(sfn.listStateMachines().stateMachines()).isEmpty();
    }

    @Test
    void a_definition_is_validated_without_being_created() {
        assertThat(sfn.validateStateMachineDefinition(request -> request.definition(ECHO))
                        .resultAsString())
                .isEqualTo("OK");
        assertThat(sfn.validateStateMachineDefinition(request -> request.definition("{}"))
                        .diagnostics())
                .isNotEmpty();
    }

    @Test
    void operations_and_fields_that_are_not_covered_are_refused_by_name() {
        assertThatThrownBy(sfn::listActivities)
                .isInstanceOf(SfnException.class)
                .hasMessageContaining("ListActivities")
                .hasMessageContaining("It covers CreateStateMachine");
        assertThatThrownBy(() -> sfn.createStateMachine(request -> request.name("published")
                        .type(StateMachineType.EXPRESS)
                        .definition(ECHO)
                        .roleArn(ROLE)
                        .publish(true)))
                .isInstanceOf(SfnException.class)
                .hasMessageContaining("publish");
    }
}
