// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.lambda.environments;

import static java.util.Objects.requireNonNull;

import dev.stoker.local.lambda.runtime.Runtimes.FunctionRuntime;
import dev.stoker.local.lambda.runtime.Runtimes.Payload;
import dev.stoker.local.lambda.runtime.Runtimes.RuntimeEvents;
import dev.stoker.local.lambda.runtime.Runtimes.RuntimeInvocation;
import dev.stoker.local.lambda.runtime.Runtimes.RuntimeSpec;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Holds the runtime of an environment. Moves the events of the runtime to the timeline, and ignores events of former
 * runtimes.
 */
final class RuntimeSlot {
    private final Machinery machinery;
    private final Environment environment;
    private final long clockOffset;
    private @Nullable Map<String, String> variables;
    private @Nullable FunctionRuntime runtime;
    private boolean ready;
    private int generation;

    RuntimeSlot(Machinery machinery, Environment environment, long clockOffset) {
        this.machinery = machinery;
        this.environment = environment;
        this.clockOffset = clockOffset;
    }

    boolean isReady() {
        return ready;
    }

    /**
     * Starts a runtime.
     *
     * @param doomed whether a fault makes INIT fail without starting a runtime
     */
    void boot(boolean doomed) {
        EventReceiver hearing = new EventReceiver(++generation);
        if (doomed) {
            hearing.spawned();
            hearing.exited("exit status 1");
            return;
        }
        FunctionVersion version = environment.version();
        FunctionDefinition definition = version.definition();
        runtime = machinery
                .runtimes()
                .start(
                        new RuntimeSpec(
                                environment.id(),
                                version,
                                definition.runtime(),
                                definition.code(),
                                definition.layers(),
                                definition.memoryMegabytes(),
                                variables(),
                                clockOffset),
                        hearing);
    }

    /** The name of the environment's log stream. */
    String logStream() {
        return requireNonNull(variables().get("AWS_LAMBDA_LOG_STREAM_NAME"), "AWS_LAMBDA_LOG_STREAM_NAME");
    }

    /** The same for each runtime of the environment. */
    private Map<String, String> variables() {
        if (variables == null) {
            variables = EnvironmentVariables.of(environment.version(), machinery);
        }
        return variables;
    }

    void invoke(RuntimeInvocation invocation) {
        requireNonNull(runtime).invoke(invocation);
    }

    Payload log() {
        return runtime == null ? Payload.EMPTY : runtime.log();
    }

    OptionalLong processId() {
        return runtime == null ? OptionalLong.empty() : runtime.processId();
    }

    void stop() {
        generation++;
        ready = false;
        if (runtime != null) {
            runtime.stop();
            runtime = null;
        }
    }

    /** Receives the events of one runtime, on any thread. */
    private final class EventReceiver implements RuntimeEvents {
        private final int own;

        EventReceiver(int own) {
            this.own = own;
        }

        private void post(long delayMillis, Runnable event) {
            machinery.timeline().post(() -> {
                if (delayMillis > 0) {
                    machinery.timeline().after(delayMillis, () -> runIfCurrent(event));
                } else {
                    runIfCurrent(event);
                }
            });
        }

        private void runIfCurrent(Runnable event) {
            if (own == generation) {
                event.run();
            }
        }

        @Override
        public void spawned() {
            post(0, environment::onSpawned);
        }

        @Override
        public void initialized() {
            post(machinery.chance().faults().initMillis(), () -> {
                ready = true;
                environment.onReady();
            });
        }

        @Override
        public void initFailed(Payload error) {
            post(0, () -> environment.onInitFailed(error));
        }

        @Override
        public void answered(String requestId, Payload answer) {
            post(0, () -> environment.onAnswered(requestId, answer));
        }

        @Override
        public void failed(String requestId, Payload error) {
            post(0, () -> environment.onFailed(requestId, error));
        }

        @Override
        public void failedAndEnded(String requestId, Payload error) {
            post(0, () -> environment.onFailedAndEnded(requestId, error));
        }

        @Override
        public void exited(String how) {
            post(0, () -> environment.onExited(how));
        }
    }
}
