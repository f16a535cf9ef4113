// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.states;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.stoker.local.states.run.ExecutionObserver;
import dev.stoker.local.states.run.ExecutionObserver.ExecutionResult;
import dev.stoker.local.states.run.ExecutionObserver.HistoryEvent;
import dev.stoker.local.time.Timeline;
import dev.stoker.local.time.VirtualTimeline;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What executions do in the course of time: how many at once, how long, how often again. */
final class TimingTest {

    private static final String INVOKE =
            "'Type':'Task','Resource':'arn:aws:states:::lambda:invoke','Arguments':{'FunctionName':'f','Payload':'{% $states.input %}'}";

    private final VirtualTimeline timeline = new VirtualTimeline(1_000_000);
    private final ScriptedLambda lambda = new ScriptedLambda(timeline);
    private final List<HistoryEvent> history = new ArrayList<>();
    private final StepFunctions stepFunctions = TestStepFunctions.on(timeline, lambda.tasks(), history::add);
    private int running;
    private int mostAtOnce;

    @Test
    void a_map_runs_40_iterations_at_once_and_the_others_wait_for_their_turn() {
        assertThat(mostAtOnce(100, "")).isEqualTo(40);
        assertThat(timeline.nowMillis()).isEqualTo(1_000_000 + 3 * 1_000);
    }

    @Test
    void max_concurrency_lowers_that_number_but_never_raises_it() {
        assertThat(mostAtOnce(100, "'MaxConcurrency':7,")).isEqualTo(7);
        assertThat(mostAtOnce(100, "'MaxConcurrency':60,")).isEqualTo(40);
        assertThat(mostAtOnce(3, "'MaxConcurrency':0,")).isEqualTo(3);
    }

    @Test
    void nested_maps_have_40_each() {
        countedFunction();
        run("'A':{'Type':'Map','Items':'{% [1..3] %}','ItemProcessor':{'StartAt':'B','States':{'B':{'Type':'Map',"
                + "'Items':'{% [1..30] %}','ItemProcessor':{'StartAt':'C','States':{'C':{" + INVOKE
                + ",'Output':0,'End':true}}},'End':true}}},'End':true}");
        assertThat(mostAtOnce).isEqualTo(90);
    }

    @Test
    void the_first_iteration_that_fails_stops_the_others() {
        lambda.with(
                "f",
                invocation -> invocation.payload().equals("2")
                        ? ScriptedLambda.failed("{\"errorType\":\"My.Error\"}")
                        : ScriptedLambda.answered(5_000, "0"));
        ExecutionResult result =
                run("'A':{'Type':'Map','Items':[1,2,3],'MaxConcurrency':2,'ItemProcessor':{'StartAt':'C',"
                        + "'States':{'C':{" + INVOKE + ",'Next':'D'},'D':{'Type':'Succeed'}}},'End':true}");
        assertThat(result.error()).contains("My.Error");
        assertThat(result.stopMillis() - result.startMillis()).isEqualTo(1);
        assertThat(lambda.invocations()).hasSize(2);
        assertThat(history).noneMatch(event -> event.state().equals(Optional.of("D")));
    }

    @Test
    void a_retry_waits_longer_each_time_up_to_its_most() {
        assertThat(attemptsAt("'IntervalSeconds':2,'MaxAttempts':4,'BackoffRate':3,'MaxDelaySeconds':10"))
                .containsExactly(0L, 2_000L, 8_000L, 18_000L, 28_000L);
    }

    @Test
    void a_retry_has_three_attempts_a_second_apart_and_doubling_unless_set_otherwise() {
        assertThat(attemptsAt("")).containsExactly(0L, 1_000L, 3_000L, 7_000L);
    }

    @Test
    void full_jitter_draws_the_wait_from_nothing_to_its_whole() {
        List<Long> attempts =
                attemptsAt("'IntervalSeconds':10,'BackoffRate':1,'MaxAttempts':50,'JitterStrategy':'FULL'");
        List<Long> waits = new ArrayList<>();
        for (int i = 1; i < attempts.size(); i++) {
            waits.add(attempts.get(i) - attempts.get(i - 1));
        }
        assertThat(waits).allMatch(wait -> wait >= 0 && wait <= 10_000).doesNotHaveDuplicates();
        assertThat(waits.stream().mapToLong(Long::longValue).average().orElseThrow())
                .isCloseTo(5_000, within(1_500.0));
    }

    @Test
    void each_retrier_counts_its_own_attempts() {
        int[] calls = new int[1];
        lambda.with(
                "f",
                invocation -> ScriptedLambda.failed(
                        calls[0]++ % 2 == 0 ? "{\"errorType\":\"Even\"}" : "{\"errorType\":\"Odd\"}"));
        ExecutionResult result = run("'A':{" + INVOKE + ",'Retry':[{'ErrorEquals':['Even'],'MaxAttempts':2},"
                + "{'ErrorEquals':['Odd'],'MaxAttempts':1}],'End':true}");
        assertThat(calls[0]).isEqualTo(4);
        assertThat(result.error()).contains("Odd");
    }

    @Test
    void an_express_execution_ends_after_five_minutes() {
        lambda.with("f", invocation -> ScriptedLambda.NEVER);
        ExecutionResult result = run("'A':{" + INVOKE + ",'End':true}");
        assertThat(result.status()).isEqualTo(ExecutionResult.Status.TIMED_OUT);
        assertThat(result.stopMillis() - result.startMillis()).isEqualTo(300_000);
        assertThat(history.get(history.size() - 1).type()).isEqualTo("ExecutionTimedOut");
    }

    @Test
    void a_late_answer_is_ignored() {
        lambda.with("f", invocation -> ScriptedLambda.answered(5_000, "1"));
        ExecutionResult result = run("'A':{" + INVOKE
                + ",'TimeoutSeconds':2,'Catch':[{'ErrorEquals':['States.Timeout'],"
                + "'Next':'B'}],'Next':'S'},'B':{" + INVOKE + ",'Output':'{% $states.result.Payload %}','Next':'S'},"
                + "'S':{'Type':'Succeed'}");
        assertThat(result.output()).contains("1");
        assertThat(result.stopMillis() - result.startMillis()).isEqualTo(7_000);
    }

    @Test
    void an_answer_in_time_leaves_no_timer_behind() {
        lambda.with("f", invocation -> ScriptedLambda.answered(5, "1"));
        run("'A':{" + INVOKE + ",'TimeoutSeconds':200,'End':true}");
        assertThat(timeline.nowMillis()).isEqualTo(1_000_005);
    }

    @Test
    void an_execution_that_ends_leaves_no_timer_of_its_iterations_behind() {
        lambda.with(
                "f",
                invocation -> invocation.payload().equals("1") ? ScriptedLambda.failed("{}") : ScriptedLambda.NEVER);
        run("'A':{'Type':'Map','Items':[1,2],'ItemProcessor':{'StartAt':'C','States':{'C':{" + INVOKE
                + ",'TimeoutSeconds':100,'End':true}}},'End':true}");
        assertThat(timeline.nowMillis()).isEqualTo(1_000_001);
    }

    @Test
    void a_loop_that_takes_no_time_is_stopped() {
        ExecutionResult result = run("'A':{'Type':'Choice','Choices':[{'Condition':true,'Next':'B'}],'Default':'S'},"
                + "'B':{'Type':'Pass','Next':'A'},'S':{'Type':'Succeed'}");
        assertThat(result.error()).contains("States.Runtime");
        assertThat(result.cause().orElseThrow()).contains("100000 states without time passing");
    }

    @Test
    void an_update_leaves_running_executions_alone() {
        lambda.with("f", invocation -> ScriptedLambda.answered(1_000, "1"));
        String arn = create("'A':{" + INVOKE + ",'Next':'B'},'B':{'Type':'Succeed','Output':'old'}");
        List<ExecutionResult> results = new ArrayList<>();
        stepFunctions.startSyncExecution(arn, "{}", results::add);
        timeline.runUntil(1_000_500);
        stepFunctions
                .machines()
                .update(
                        arn,
                        Optional.of(definition("'A':{'Type':'Succeed','Output':'new'}")),
                        Optional.empty(),
                        Optional.empty());
        timeline.runUntilIdle();
        assertThat(results.get(0).output()).contains("\"old\"");
    }

    @Test
    void the_observer_tells_which_iteration_a_result_belongs_to() {
        lambda.with("f", invocation -> ScriptedLambda.answered(10, invocation.payload()));
        run("'A':{'Type':'Map','Items':['a','b'],'ItemProcessor':{'StartAt':'C','States':{'C':{" + INVOKE
                + ",'End':true}}},'End':true}");
        assertThat(history)
                .filteredOn(event -> event.type().equals("MapIterationSucceeded"))
                .extracting(HistoryEvent::iteration)
                .containsExactly(Optional.of(0), Optional.of(1));
        assertThat(history)
                .filteredOn(event -> event.type().equals("TaskSucceeded"))
                .hasSize(2);
        assertThat(history).extracting(HistoryEvent::id).doesNotHaveDuplicates().isSorted();
    }

    @Test
    void on_wall_time_answers_may_come_from_any_thread() throws Exception {
        CompletableFuture<ExecutionResult> ended = new CompletableFuture<>();
        try (Timeline wall = Timeline.ofThisMachine(ended::completeExceptionally)) {
            LambdaInvoker threads = (invocation, reply) -> new Thread(
                            () -> reply.accept(new LambdaInvoker.InvokerAnswered(invocation.payload(), 200, "1", "id")))
                    .start();
            wall.post(() -> {
                StepFunctions real = TestStepFunctions.on(wall, ScriptedLambda.tasks(threads), ExecutionObserver.NONE);
                String arn = real.createStateMachine(
                                "machine",
                                "EXPRESS",
                                definition(
                                        "'A':{'Type':'Map','Items':'{% [1..100] %}','ItemProcessor':{'StartAt':'C','States':"
                                                + "{'C':{" + INVOKE
                                                + ",'Output':'{% $states.result.Payload %}','End':true}}},"
                                                + "'Output':'{% $sum($states.result) %}','End':true}"),
                                "role")
                        .arn();
                real.startSyncExecution(arn, "{}", ended::complete);
            });
            assertThat(ended.get(30, TimeUnit.SECONDS).output()).contains("5050");
        }
    }

    private int mostAtOnce(int items, String maxConcurrency) {
        mostAtOnce = 0;
        countedFunction();
        ExecutionResult result = run("'A':{'Type':'Map'," + maxConcurrency + "'Items':'{% [1.." + items
                + "] %}','ItemProcessor':{'StartAt':'C','States':{'C':{" + INVOKE
                + ",'Output':'{% $states.result.Payload %}','End':true}}},'End':true}");
        assertThat(result.output().orElseThrow()).as(result.toString()).startsWith("[1,2,3");
        return mostAtOnce;
    }

    private void countedFunction() {
        lambda.with("f", (invocation, reply) -> {
            running++;
            mostAtOnce = Math.max(mostAtOnce, running);
            timeline.after(1_000, () -> {
                running--;
                lambda.answer(ScriptedLambda.answered(0, invocation.payload()), reply);
            });
        });
    }

    private List<Long> attemptsAt(String retry) {
        List<Long> attempts = new ArrayList<>();
        long start = timeline.nowMillis();
        lambda.with("f", (invocation, reply) -> {
            attempts.add(timeline.nowMillis() - start);
            reply.accept(new LambdaInvoker.FunctionFailed("{\"errorType\":\"E\"}"));
        });
        run("'A':{" + INVOKE + ",'Retry':[{'ErrorEquals':['States.ALL']" + (retry.isEmpty() ? "" : "," + retry)
                + "}],'End':true}");
        return attempts;
    }

    private ExecutionResult run(String states) {
        List<ExecutionResult> results = new ArrayList<>();
        String arn = create(states);
        stepFunctions.startSyncExecution(arn, "{}", results::add);
        timeline.runUntilIdle();
        stepFunctions.deleteStateMachine(arn);
        return results.get(0);
    }

    private String create(String states) {
        return stepFunctions
                .createStateMachine("machine", "EXPRESS", definition(states), "role")
                .arn();
    }

    private static String definition(String states) {
        return ("{'QueryLanguage':'JSONata','StartAt':'A','States':{" + states + "}}").replace('\'', '"');
    }
}
