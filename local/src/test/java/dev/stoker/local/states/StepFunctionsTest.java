// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.states;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.stoker.local.account.AwsError;
import dev.stoker.local.states.run.ExecutionObserver;
import dev.stoker.local.states.run.ExecutionObserver.ExecutionResult;
import dev.stoker.local.states.run.ExecutionObserver.HistoryEvent;
import dev.stoker.local.states.run.StateMachine;
import dev.stoker.local.time.VirtualTimeline;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** The API's actions: names, ARNs and refusals. */
final class StepFunctionsTest {

    private static final String PASS =
            "{\"QueryLanguage\":\"JSONata\",\"StartAt\":\"A\",\"States\":{\"A\":{\"Type\":\"Pass\",\"End\":true}}}";
    private static final String SUCCEED =
            "{\"QueryLanguage\":\"JSONata\",\"StartAt\":\"A\",\"States\":{\"A\":{\"Type\":\"Succeed\",\"Output\":\"new\"}}}";

    private final VirtualTimeline timeline = new VirtualTimeline(1_795_360_868_679L);
    private final List<HistoryEvent> history = new ArrayList<>();
    private final StepFunctions stepFunctions = TestStepFunctions.on(timeline, Map.of(), history::add);

    @Test
    void a_state_machine_is_created_described_updated_listed_and_deleted() {
        StateMachine created = stepFunctions.createStateMachine("orders", "EXPRESS", PASS, "role");
        assertThat(created.arn()).isEqualTo("arn:aws:states:us-east-1:123456789012:stateMachine:orders");
        assertThat(created.definitionText()).isEqualTo(PASS);
        assertThat(created.creationMillis()).isEqualTo(1_795_360_868_679L);
        assertThat(stepFunctions.describeStateMachine(created.arn())).isSameAs(created);
        stepFunctions.machines().update(created.arn(), Optional.of(SUCCEED), Optional.empty(), Optional.empty());
        assertThat(stepFunctions.describeStateMachine(created.arn()).definitionText())
                .isEqualTo(SUCCEED);
        assertThat(stepFunctions.machines().list())
                .extracting(StateMachine::name)
                .containsExactly("orders");
        stepFunctions.deleteStateMachine(created.arn());
        stepFunctions.deleteStateMachine(created.arn());
        assertThat(stepFunctions.machines().list()).isEmpty();
        assertRefused("StateMachineDoesNotExist", () -> stepFunctions.describeStateMachine(created.arn()));
        assertRefused("StateMachineDoesNotExist", () -> stepFunctions.startExecution(created.arn(), "{}"));
    }

    @Test
    void creating_the_same_again_gives_it_and_another_of_its_name_is_refused() {
        StateMachine created = stepFunctions.createStateMachine("orders", "EXPRESS", PASS, "role");
        assertThat(stepFunctions.createStateMachine("orders", "EXPRESS", PASS, "role"))
                .isSameAs(created);
        assertRefused(
                "StateMachineAlreadyExists",
                () -> stepFunctions.createStateMachine("orders", "EXPRESS", SUCCEED, "role"));
    }

    @Test
    void a_standard_execution_is_described_while_it_runs_and_afterwards() {
        String machine = stepFunctions
                .createStateMachine("orders", "STANDARD", PASS, "role")
                .arn();
        String arn = stepFunctions.startExecution(machine, "one", "{\"a\":7.0}");

        assertThat(arn).isEqualTo("arn:aws:states:us-east-1:123456789012:execution:orders:one");
        assertThat(stepFunctions.executions().describe(arn).status()).isEqualTo("RUNNING");
        assertThat(stepFunctions.startExecution(machine, "one", "{\"a\":7}")).isEqualTo(arn);
        assertRefused("ExecutionAlreadyExists", () -> stepFunctions.startExecution(machine, "one", "{}"));
        timeline.runUntilIdle();

        assertThat(stepFunctions.executions().describe(arn).status()).isEqualTo("SUCCEEDED");
        assertThat(stepFunctions.executions().list(machine))
                .extracting(execution -> execution.ended().flatMap(ExecutionResult::output))
                .containsExactly(Optional.of("{\"a\":7}"));
        assertRefused("ExecutionAlreadyExists", () -> stepFunctions.startExecution(machine, "one", "{\"a\":7}"));
        assertRefused("ExecutionDoesNotExist", () -> stepFunctions.executions().describe(arn + "x"));
    }

    @Test
    void a_standard_execution_is_not_waited_for_and_those_of_express_are_not_listed() {
        String standard = stepFunctions
                .createStateMachine("slow", "STANDARD", PASS, "role")
                .arn();
        String express = stepFunctions
                .createStateMachine("quick", "EXPRESS", PASS, "role")
                .arn();
        assertRefused(
                "StateMachineTypeNotSupported", () -> stepFunctions.startSyncExecution(standard, "{}", result -> {}));
        assertRefused(
                "StateMachineTypeNotSupported", () -> stepFunctions.executions().list(express));
        assertRefused("ValidationException", () -> stepFunctions.createStateMachine("odd", "FAST", PASS, "role"));
        assertRefused(
                "StateMachineAlreadyExists", () -> stepFunctions.createStateMachine("quick", "STANDARD", PASS, "role"));
    }

    @Test
    void names_are_those_of_aws() {
        for (String name : List.of("", "a b", "a/b", "a:b", "a*", "x".repeat(81), "a\u007fb")) {
            assertRefused("InvalidName", () -> stepFunctions.createStateMachine(name, "EXPRESS", PASS, "role"));
        }
        assertThat(stepFunctions
                        .createStateMachine("x".repeat(80), "EXPRESS", PASS, "role")
                        .arn())
                .endsWith("x");
    }

    @Test
    void an_execution_has_the_arn_of_an_express_execution() {
        ExecutionResult result = run("{\"a\":7.0}");
        assertThat(result.executionArn())
                .matches("arn:aws:states:us-east-1:123456789012:express:orders:[0-9a-f-]{36}:[0-9a-f-]{36}");
        assertThat(result.status()).isEqualTo(ExecutionResult.Status.SUCCEEDED);
        assertThat(result.output()).contains("{\"a\":7}");
        assertThat(result.billedMillis()).isEqualTo(100);
    }

    @Test
    void the_same_seed_gives_the_same_ids() {
        StepFunctions again = TestStepFunctions.on(timeline, Map.of(), ExecutionObserver.NONE);
        String machine =
                again.createStateMachine("orders", "EXPRESS", PASS, "role").arn();
        assertThat(again.startExecution(machine, "{}")).isEqualTo(run("{}").executionArn());
    }

    @Test
    void an_input_must_be_json_of_at_most_256_kib() {
        String machine = stepFunctions
                .createStateMachine("orders", "EXPRESS", PASS, "role")
                .arn();
        assertThatThrownBy(() -> stepFunctions.startExecution(machine, "not json"))
                .hasMessage(
                        "Invalid State Machine Execution Input: 'Unrecognized token 'not': was expecting (JSON String,"
                                + " Number, Array, Object or token 'null', 'true' or 'false')'");
        assertRefused("InvalidExecutionInput", () -> stepFunctions.startExecution(machine, ""));
        assertRefused("InvalidExecutionInput", () -> stepFunctions.startExecution(machine, "{} {}"));
        assertRefused(
                "ValidationException", () -> stepFunctions.startExecution(machine, "\"" + "x".repeat(262_143) + "\""));
        assertRefused("InvalidName", () -> stepFunctions.startExecution(machine, "a b", "{}"));
    }

    @Test
    void an_express_execution_cannot_be_described() {
        String arn = run("{}").executionArn();
        assertThatThrownBy(() -> stepFunctions.executions().describe(arn))
                .hasMessage("Invalid Arn: 'Resource type not valid in this context: express'");
    }

    @Test
    void the_observer_sees_numbered_events() {
        run("{}");
        assertThat(history)
                .extracting(HistoryEvent::id, HistoryEvent::previousEventId, HistoryEvent::type, HistoryEvent::state)
                .containsExactly(
                        tuple(1L, 0L, "ExecutionStarted", Optional.empty()),
                        tuple(2L, 0L, "PassStateEntered", Optional.of("A")),
                        tuple(3L, 2L, "PassStateExited", Optional.of("A")),
                        tuple(4L, 3L, "ExecutionSucceeded", Optional.empty()));
        assertThat(history.get(2).data()).contains("{}");
    }

    @Test
    void an_execution_without_end_is_ended_by_its_25_000th_event() {
        String endless = """
                {"QueryLanguage":"JSONata","StartAt":"A","States":{"A":{"Type":"Choice",
                "Choices":[{"Condition":true,"Next":"A"}]}}}""";
        String machine = stepFunctions
                .createStateMachine("endless", "STANDARD", endless, "role")
                .arn();
        String arn = stepFunctions.startExecution(machine, "one", "{}");
        timeline.runUntilIdle();

        ExecutionResult ended = stepFunctions.executions().describe(arn).ended().orElseThrow();
        assertThat(ended.error()).contains("States.Runtime");
        assertThat(ended.cause()).contains("The execution reached the maximum number of history events (25000).");
        assertThat(stepFunctions.executions().history(arn))
                .hasSize(25_000)
                .last()
                .extracting(HistoryEvent::id, HistoryEvent::previousEventId, HistoryEvent::type)
                .containsExactly(25_000L, 24_999L, "ExecutionFailed");
    }

    @Test
    void an_execution_is_stopped_with_all_that_runs_in_it() {
        String waiting = """
                {"QueryLanguage":"JSONata","StartAt":"P","States":{"P":{"Type":"Parallel","End":true,"Branches":[
                {"StartAt":"W","States":{"W":{"Type":"Wait","Seconds":1000,"End":true}}}]}}}""";
        String machine = stepFunctions
                .createStateMachine("waiting", "STANDARD", waiting, "role")
                .arn();
        String arn = stepFunctions.startExecution(machine, "one", "{}");
        timeline.runUntil(timeline.nowMillis() + 5_000);

        assertThat(stepFunctions
                        .executions()
                        .stop(arn, Optional.of("Mine"), Optional.of("enough"))
                        .status())
                .isEqualTo("ABORTED");
        long stopped = timeline.nowMillis();
        timeline.runUntilIdle();

        assertThat(timeline.nowMillis()).as("nothing waits any more").isEqualTo(stopped);
        ExecutionResult ended = stepFunctions.executions().describe(arn).ended().orElseThrow();
        assertThat(ended.error()).contains("Mine");
        assertThat(ended.cause()).contains("enough");
        assertThat(stepFunctions.executions().history(arn))
                .last()
                .extracting(HistoryEvent::type)
                .isEqualTo("ExecutionAborted");
        assertThat(stepFunctions
                        .executions()
                        .stop(arn, Optional.of("Other"), Optional.of("again"))
                        .ended()
                        .orElseThrow())
                .as("one that has ended stays as it ended")
                .isEqualTo(ended);
        assertRefused(
                "ExecutionDoesNotExist",
                () -> stepFunctions.executions().stop(arn + "x", Optional.empty(), Optional.empty()));
        assertRefused(
                "InvalidArn", () -> stepFunctions.executions().stop("no arn", Optional.empty(), Optional.empty()));
    }

    @Test
    void the_variables_of_an_execution_hold_10_mib_and_those_of_ended_iterations_do_not_count() {
        assertThat(assignTimes(40).status()).isEqualTo(ExecutionResult.Status.SUCCEEDED);
        ExecutionResult full = assignTimes(41);
        assertThat(full.error()).contains("States.DataLimitExceeded");
        assertThat(full.cause().orElseThrow()).contains("'V41'", "10 MiB");
    }

    /** Iterations of a Map that assign 10 MB, then so many states that assign 256,000 bytes each. */
    private ExecutionResult assignTimes(int times) {
        String assign = "{'Type':'Pass','Assign':{'%s':'{%% $pad(\\'\\', 255998, \\'x\\') %%}'},'Output':1,%s}";
        StringBuilder states =
                new StringBuilder("'M':{'Type':'Map','Items':'{% [1..40] %}','ItemProcessor':{'StartAt':'I',"
                        + "'States':{'I':" + assign.formatted("x", "'End':true") + "}},'Output':1,'Next':'V1'},");
        for (int i = 1; i <= times; i++) {
            states.append("'V" + i + "':" + assign.formatted("v" + i, "'Next':'V" + (i + 1) + "'") + ",");
        }
        states.append("'V" + (times + 1) + "':{'Type':'Succeed'}");
        String definition = ("{'QueryLanguage':'JSONata','StartAt':'M','States':{" + states + "}}")
                .replace("\\'", "\0")
                .replace('\'', '"')
                .replace('\0', '\'');
        String machine = stepFunctions
                .createStateMachine("full", "EXPRESS", definition, "role")
                .arn();
        List<ExecutionResult> results = new ArrayList<>();
        stepFunctions.startSyncExecution(machine, "{}", results::add);
        timeline.runUntilIdle();
        stepFunctions.deleteStateMachine(machine);
        return results.get(0);
    }

    private ExecutionResult run(String input) {
        String machine = stepFunctions
                .createStateMachine("orders", "EXPRESS", PASS, "role")
                .arn();
        List<ExecutionResult> results = new ArrayList<>();
        stepFunctions.startSyncExecution(machine, input, results::add);
        timeline.runUntilIdle();
        return results.get(0);
    }

    private static void assertRefused(String code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        AwsError.class, thrown -> assertThat(thrown.code()).isEqualTo(code));
    }
}
