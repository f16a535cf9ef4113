// SPDX-License-Identifier: Apache-2.0
package dev.stoker.simulation;

import static java.util.Objects.requireNonNull;

import dev.stoker.local.lambda.runtime.Runtimes;
import dev.stoker.local.lambda.runtime.Runtimes.FunctionRuntime;
import dev.stoker.local.lambda.runtime.Runtimes.Payload;
import dev.stoker.local.lambda.runtime.Runtimes.RuntimeEvents;
import dev.stoker.local.lambda.runtime.Runtimes.RuntimeInvocation;
import dev.stoker.local.lambda.runtime.Runtimes.RuntimeSpec;
import dev.stoker.local.lambda.runtime.modelled.ModelledRuntimes;
import dev.stoker.local.lambda.runtime.modelled.ModelledRuntimes.InitModel;
import dev.stoker.local.lambda.runtime.modelled.ModelledRuntimes.UserModel;
import java.util.Map;
import java.util.function.LongFunction;
import java.util.regex.Pattern;

/** Functions without the sleep task, by their names; all others have it. */
final class OddFunctions {
    private static final int HUGE = 300 * 1024;

    private OddFunctions() {}

    /** The behavior of such a function. */
    @FunctionalInterface
    private interface Oddity {
        void meet(RuntimeInvocation invocation, RuntimeEvents events);
    }

    /**
     * The prefix of functions in which the first ten slots run the sleep task and each other slot fails with a
     * different error name.
     */
    static final String GENERATED_NAMES = "names";

    private static final Pattern FIRST_TEN_SLOTS = Pattern.compile("\"slot\":[0-9]}");
    private static final int LONGEST_NAME = 80;

    private static final Map<String, Oddity> BY_NAME = Map.of(
            "hangs", (invocation, events) -> {},
            "garbage", (invocation, events) -> events.answered(invocation.requestId(), Payload.of("[1,\"warm\",null]")),
            "lambda-warmer", (invocation, events) -> events.answered(invocation.requestId(), Payload.of("\"warmed\"")),
            "huge",
                    (invocation, events) -> events.answered(
                            invocation.requestId(), Payload.of("{\"text\":\"" + "x".repeat(HUGE) + "\"}")),
            "dies", (invocation, events) -> events.exited("signal: killed"),
            "throws",
                    (invocation, events) -> events.failed(
                            invocation.requestId(),
                            Payload.of("{\"errorMessage\":\"no\",\"errorType\":\"com.acme.No\"}")));

    /** Runtimes with this duration of INIT. */
    static LongFunction<Runtimes.Kind> withInit(InitModel init) {
        return seed -> ModelledRuntimes.kind(init, UserModel.SAMPLE, seed).behind(OddFunctions::among);
    }

    private static Runtimes among(Runtimes sound) {
        return new Runtimes() {
            @Override
            public FunctionRuntime start(RuntimeSpec spec, RuntimeEvents events) {
                FunctionRuntime runtime = sound.start(spec, events);
                String name = requireNonNull(spec.variables().get("AWS_LAMBDA_FUNCTION_NAME"));
                Oddity oddity = name.startsWith(GENERATED_NAMES) ? generatedNames(runtime) : BY_NAME.get(name);
                return oddity == null ? runtime : new Odd(runtime, oddity, events);
            }

            @Override
            public void close() {
                sound.close();
            }
        };
    }

    private static Oddity generatedNames(FunctionRuntime sound) {
        return (invocation, events) -> {
            if (FIRST_TEN_SLOTS.matcher(invocation.payload().text()).find()) {
                sound.invoke(invocation);
            } else {
                String id = invocation.requestId();
                String name = "E".repeat(LONGEST_NAME - id.length()) + id;
                events.failed(id, Payload.of("{\"errorMessage\":\"no\",\"errorType\":\"" + name + "\"}"));
            }
        };
    }

    private record Odd(FunctionRuntime runtime, Oddity oddity, RuntimeEvents events) implements FunctionRuntime {
        @Override
        public void invoke(RuntimeInvocation invocation) {
            oddity.meet(invocation, events);
        }

        @Override
        public Payload log() {
            return runtime.log();
        }

        @Override
        public void stop() {
            runtime.stop();
        }
    }
}
