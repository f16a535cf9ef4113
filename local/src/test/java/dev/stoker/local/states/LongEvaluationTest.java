// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.states;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stoker.local.states.run.ExecutionObserver;
import dev.stoker.local.states.run.ExecutionObserver.ExecutionResult;
import dev.stoker.local.time.Timeline;
import dev.stoker.local.time.VirtualTimeline;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What happens while an expression is evaluated: all else goes on, and what the evaluation belongs to may end before it. */
final class LongEvaluationTest {

    private final VirtualTimeline virtual = new VirtualTimeline(1_000_000);
    private final Deque<Runnable> meanwhile = new ArrayDeque<>();
    private final Timeline interrupted = new Interrupted();
    private final ScriptedLambda lambda = new ScriptedLambda(virtual);
    private final StepFunctions stepFunctions =
            TestStepFunctions.on(interrupted, lambda.tasks(), ExecutionObserver.NONE);

    @Test
    void a_server_goes_on_while_an_expression_runs_and_a_bound_ends_it() throws Exception {
        BlockingQueue<String> happened = new LinkedBlockingQueue<>();
        try (Timeline wall = Timeline.ofThisMachine(failure -> happened.add(failure.toString()))) {
            wall.post(() -> {
                StepFunctions real = TestStepFunctions.on(wall, Map.of(), ExecutionObserver.NONE);
                String endless = real.createStateMachine(
                                "endless",
                                "EXPRESS",
                                definition("'A':{'Type':'Pass','Output':'{% ($f := function($n) { $f($n + 1) };"
                                        + " $f(1)) %}','End':true}"),
                                "role")
                        .arn();
                real.startSyncExecution(
                        endless, "{}", result -> happened.add(result.error().orElse("no error")));
                wall.after(1, () -> happened.add("something else"));
            });
            assertThat(happened.poll(60, TimeUnit.SECONDS)).isEqualTo("something else");
            assertThat(happened.poll(60, TimeUnit.SECONDS)).isEqualTo("States.QueryEvaluationError");
        }
    }

    @Test
    void an_execution_that_times_out_meanwhile_has_timed_out() {
        meanwhile.add(() -> virtual.runUntil(virtual.nowMillis() + 300_000));
        assertThat(run("'A':{'Type':'Pass','Output':'{% 1 %}','Assign':{'a':'{% 2 %}'},'Next':'B'},"
                        + "'B':{'Type':'Succeed'}"))
                .isEqualTo("TIMED_OUT");
    }

    @Test
    void a_map_starts_no_iteration_when_another_one_has_failed_meanwhile() {
        lambda.with("f", invocation -> ScriptedLambda.failed("{\"errorType\":\"E\"}"));
        meanwhile.add(() -> {});
        meanwhile.add(() -> {});
        meanwhile.add(() -> virtual.runUntil(virtual.nowMillis() + 1_000));
        assertThat(run("'A':{'Type':'Map','Items':'{% [1..3] %}','ItemSelector':'{% $states.context.Map.Item.Value %}',"
                        + "'ItemProcessor':{'StartAt':'C','States':{'C':{'Type':'Task',"
                        + "'Resource':'arn:aws:states:::lambda:invoke','Arguments':{'FunctionName':'f','Payload':1},"
                        + "'End':true}}},'Catch':[{'ErrorEquals':['States.ALL'],'Next':'B'}],'Next':'B'},"
                        + "'B':{'Type':'Succeed','Output':'{% $states.input.Error %}'}"))
                .isEqualTo("\"E\"");
        assertThat(lambda.invocations()).hasSize(1);
    }

    @Test
    void a_map_never_runs_more_at_once_when_one_ends_while_the_next_is_made() {
        lambda.with("f", invocation -> ScriptedLambda.answered(1, invocation.payload()));
        meanwhile.add(() -> {});
        meanwhile.add(() -> {});
        meanwhile.add(() -> virtual.runUntil(virtual.nowMillis() + 1_000));
        assertThat(run("'A':{'Type':'Map','Items':'{% [1..3] %}','ItemSelector':'{% $states.context.Map.Item.Value %}',"
                        + "'ItemProcessor':{'StartAt':'C','States':{'C':{'Type':'Pass','End':true}}},'End':true}"))
                .isEqualTo("[1,2,3]");
    }

    /** How an execution ended: its output if it has one. */
    private String run(String states) {
        List<ExecutionResult> results = new ArrayList<>();
        String arn = stepFunctions
                .createStateMachine("machine", "EXPRESS", definition(states), "role")
                .arn();
        stepFunctions.startSyncExecution(arn, "{}", results::add);
        virtual.runUntilIdle();
        assertThat(results).hasSize(1);
        ExecutionResult result = results.get(0);
        return result.output().orElse(result.status().name());
    }

    private static String definition(String states) {
        return ("{'QueryLanguage':'JSONata','StartAt':'A','States':{" + states + "}}").replace('\'', '"');
    }

    /** Virtual time in which something happens in the midst of long work. */
    private final class Interrupted implements Timeline {
        @Override
        public long nowMillis() {
            return virtual.nowMillis();
        }

        @Override
        public Cancellable at(long epochMillis, Runnable event) {
            return virtual.at(epochMillis, event);
        }

        @Override
        public void post(Runnable event) {
            virtual.post(event);
        }

        @Override
        public <T, E extends Exception> T meanwhile(LongWork<T, E> work) throws E {
            Runnable event = meanwhile.poll();
            if (event != null) {
                event.run();
            }
            return work.run();
        }
    }
}
