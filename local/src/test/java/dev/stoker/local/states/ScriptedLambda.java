// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.states;

import dev.stoker.local.account.AwsError;
import dev.stoker.local.lambda.LambdaService;
import dev.stoker.local.lambda.environments.LambdaObserver.InvokeOutcome;
import dev.stoker.local.lambda.runtime.Runtimes.Payload;
import dev.stoker.local.states.tasks.TaskService;
import dev.stoker.local.time.Timeline;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** A fake of Lambda whose functions are scripts: what an invocation is answered, and after how long. */
final class ScriptedLambda implements LambdaInvoker {

    /** One function. */
    @FunctionalInterface
    interface Script {
        /** What comes of an invocation; null means that no answer ever comes. */
        Answer answer(Invocation invocation);
    }

    /** An outcome, and how long it takes. */
    record Answer(long delayMillis, InvokerOutcome outcome) {}

    /** What never comes. */
    static final Answer NEVER = new Answer(Long.MAX_VALUE, new FunctionFailed(""));

    private final Timeline timeline;
    private final Map<String, LambdaInvoker> functions = new HashMap<>();
    private final List<Invocation> invocations = new ArrayList<>();

    ScriptedLambda(Timeline timeline) {
        this.timeline = timeline;
    }

    /** What Task states can call of it. */
    Map<String, TaskService> tasks() {
        return tasks(this);
    }

    /** What Task states can call of any such Lambda. */
    static Map<String, TaskService> tasks(LambdaInvoker lambda) {
        return LambdaService.tasks((request, reply) -> lambda.invoke(
                new Invocation(
                        request.function(),
                        request.qualifier().orElse(null),
                        request.payload().text()),
                outcome -> reply.accept(translated(outcome))));
    }

    private static InvokeOutcome translated(InvokerOutcome outcome) {
        if (outcome instanceof InvokerAnswered answered) {
            return new InvokeOutcome.Answered(
                    answered.requestId(),
                    answered.executedVersion(),
                    Payload.of(answered.payload()),
                    false,
                    Payload.EMPTY);
        }
        if (outcome instanceof FunctionFailed failed) {
            return new InvokeOutcome.Answered("id", "$LATEST", Payload.of(failed.payload()), true, Payload.EMPTY);
        }
        InvokerRefused refused = (InvokerRefused) outcome;
        return new InvokeOutcome.Refused(
                refused.requestId(), new AwsError(refused.error(), refused.status(), refused.message()));
    }

    /** Has a function answered by a script. */
    void with(String function, Script script) {
        functions.put(function, (invocation, reply) -> answer(script.answer(invocation), reply));
    }

    /** Has a function answered by a model of its own. */
    void with(String function, LambdaInvoker model) {
        functions.put(function, model);
    }

    static Answer answered(long delayMillis, String payload) {
        return new Answer(
                delayMillis, new InvokerAnswered(payload, 200, "$LATEST", "11111111-2222-3333-4444-555555555555"));
    }

    static Answer failed(String payload) {
        return new Answer(1, new FunctionFailed(payload));
    }

    static Answer refused(String error, String message, int status) {
        return new Answer(1, new InvokerRefused(error, message, status, "11111111-2222-3333-4444-555555555555"));
    }

    /** What has been invoked so far. */
    List<Invocation> invocations() {
        return invocations;
    }

    @Override
    public void invoke(Invocation invocation, Consumer<InvokerOutcome> reply) {
        invocations.add(invocation);
        LambdaInvoker function = functions.get(invocation.function());
        if (function == null) {
            answer(refused("ResourceNotFoundException", "Function not found: " + invocation.function(), 404), reply);
        } else {
            function.invoke(invocation, reply);
        }
    }

    /** Gives an answer in its time, or never. */
    void answer(Answer answer, Consumer<InvokerOutcome> reply) {
        if (!answer.equals(NEVER)) {
            timeline.after(answer.delayMillis(), () -> reply.accept(answer.outcome()));
        }
    }
}
