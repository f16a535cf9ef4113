// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.states;

import dev.stoker.local.lambda.code.FunctionCode.LayerStack;
import dev.stoker.local.lambda.runtime.Runtimes;
import dev.stoker.local.lambda.runtime.Runtimes.FunctionRuntime;
import dev.stoker.local.lambda.runtime.Runtimes.Payload;
import dev.stoker.local.lambda.runtime.Runtimes.RuntimeEvents;
import dev.stoker.local.lambda.runtime.Runtimes.RuntimeInvocation;
import dev.stoker.local.lambda.runtime.Runtimes.RuntimeSpec;
import dev.stoker.local.lambda.runtime.modelled.ModelledRuntimes;
import dev.stoker.local.lambda.runtime.modelled.ModelledRuntimes.InitModel;
import dev.stoker.local.lambda.runtime.modelled.ModelledRuntimes.UserModel;
import dev.stoker.local.time.Timeline;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntToLongFunction;

/**
 * A function with Stoker's sleep task, without the limits of Lambda: each environment serves one invocation at a time, the
 * most recently freed one first. An invocation finds its environment after a delay of its own.
 */
final class WarmFunction implements LambdaInvoker {

    private static final long COLD_START_MILLIS = 800;
    private static final long TIMEOUT_MILLIS = 60_000;

    private final Timeline timeline;
    private final IntToLongFunction dispatchMillis;
    private final Runtimes runtimes;
    private final Deque<WarmEnvironment> free = new ArrayDeque<>();
    private int invocations;
    private int environments;

    WarmFunction(Timeline timeline, IntToLongFunction dispatchMillis) {
        this.timeline = timeline;
        this.dispatchMillis = dispatchMillis;
        this.runtimes = new ModelledRuntimes(timeline, InitModel.fixed(COLD_START_MILLIS), UserModel.SAMPLE, 1);
    }

    /** How many environments have been started. */
    int environments() {
        return environments;
    }

    @Override
    public void invoke(Invocation invocation, Consumer<InvokerOutcome> reply) {
        timeline.after(dispatchMillis.applyAsLong(invocations++), () -> findEnvironment(invocation, reply));
    }

    private void findEnvironment(Invocation invocation, Consumer<InvokerOutcome> reply) {
        if (free.isEmpty()) {
            new WarmEnvironment(invocation, reply);
        } else {
            free.pop().serve(invocation, reply);
        }
    }

    /** One environment: what it was last sent, and who waits for its answer. */
    private final class WarmEnvironment implements RuntimeEvents {
        private final String id = "environment-" + environments++;
        private final FunctionRuntime runtime;
        private Invocation invocation;
        private Consumer<InvokerOutcome> reply;

        WarmEnvironment(Invocation first, Consumer<InvokerOutcome> firstReply) {
            invocation = first;
            reply = firstReply;
            runtime =
                    runtimes.start(new RuntimeSpec(id, this, "java21", null, LayerStack.NONE, 128, Map.of(), 0), this);
        }

        void serve(Invocation next, Consumer<InvokerOutcome> nextReply) {
            invocation = next;
            reply = nextReply;
            initialized();
        }

        @Override
        public void spawned() {
            // nothing waits for it
        }

        @Override
        public void initialized() {
            runtime.invoke(new RuntimeInvocation(
                    id,
                    invocation.function(),
                    timeline.nowMillis() + TIMEOUT_MILLIS,
                    "",
                    Optional.empty(),
                    Payload.of(invocation.payload())));
        }

        @Override
        public void answered(String requestId, Payload answer) {
            free.push(this);
            reply.accept(ScriptedLambda.answered(0, answer.text()).outcome());
        }

        @Override
        public void initFailed(Payload error) {
            throw new AssertionError(error.text());
        }

        @Override
        public void failed(String requestId, Payload error) {
            throw new AssertionError(error.text());
        }

        @Override
        public void exited(String how) {
            throw new AssertionError(how);
        }
    }
}
