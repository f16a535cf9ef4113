// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.lambda.runtime;

import dev.stoker.local.lambda.bootstrap.RedirectingLoader.OwnWorld.EnvironmentExit;
import dev.stoker.local.lambda.bootstrap.RuntimeLoop.RuntimeApi;
import dev.stoker.local.lambda.bootstrap.RuntimeLoop.RuntimeApi.NextInvocation;
import dev.stoker.local.lambda.runtime.OutputTail.ThreadOutput;
import dev.stoker.local.lambda.runtime.RuntimeApiServer.HeldFailure;
import dev.stoker.local.lambda.runtime.Runtimes.FunctionRuntime;
import dev.stoker.local.lambda.runtime.Runtimes.Payload;
import dev.stoker.local.lambda.runtime.Runtimes.RuntimeEvents;
import dev.stoker.local.lambda.runtime.Runtimes.RuntimeInvocation;
import dev.stoker.local.lambda.runtime.Runtimes.RuntimeSpec;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A thread that runs one environment with the same loop as a process, with method calls instead of HTTP. */
final class InJvmRuntime implements FunctionRuntime, RuntimeApi {
    /** Enough for a handler with a JSON library. Only used pages need memory. */
    private static final int STACK_BYTES = 512 * 1024;

    private final RuntimeSpec spec;
    private final RuntimeEvents events;
    private final HeldFailure failure;
    private final Function<RuntimeSpec, VersionLoaders> loaders;
    private final Consumer<InJvmRuntime> whenGone;
    private final OutputTail output = new OutputTail();
    private final BlockingQueue<RuntimeInvocation> pending = new LinkedBlockingQueue<>();
    private final Thread thread;
    private volatile @Nullable EnvironmentExit exited;
    private volatile boolean stopped;
    private volatile boolean polled;

    InJvmRuntime(
            RuntimeSpec spec,
            RuntimeEvents events,
            Function<RuntimeSpec, VersionLoaders> loaders,
            Consumer<InJvmRuntime> whenGone) {
        this.spec = spec;
        this.events = events;
        this.failure = new HeldFailure(events);
        this.loaders = loaders;
        this.whenGone = whenGone;
        this.thread = new Thread(new FunctionThreads(spec, output), this::run, spec.environmentId(), STACK_BYTES);
        this.thread.setDaemon(true);
    }

    /** Starts the thread, unless it was stopped while it waited. */
    void start() {
        if (!stopped) {
            thread.start();
        }
    }

    /** Whether INIT has ended, successfully or not. */
    boolean hasStarted() {
        return polled || !thread.isAlive();
    }

    /** Whether the thread uses CPU and does not only wait. */
    boolean works() {
        Thread.State state = thread.getState();
        return state == Thread.State.RUNNABLE || state == Thread.State.BLOCKED;
    }

    private void run() {
        events.spawned();
        String how = "exit status 1";
        try {
            serve();
        } catch (EnvironmentExit exit) {
            how = "exit status " + exit.status();
        } catch (Throwable ended) {
            // stopped, or an error that the loop does not report; in both cases the runtime has ended
        }
        whenGone.accept(this);
        if (!failure.endsRuntime()) {
            events.exited(how);
        }
    }

    private void serve() throws Throwable {
        ThreadOutput.bind(output);
        PrintStream out = new PrintStream(output, true, StandardCharsets.UTF_8);
        load().run(this, spec, out, this::exit);
    }

    private VersionLoaders load() {
        try {
            return loaders.apply(spec);
        } catch (RuntimeException broken) { // whatever it is: an invocation waits for it
            events.startFailed(broken);
            throw broken;
        }
    }

    /** Stored, because the function or AWS's class loader may catch the exception. */
    private void exit(int status) {
        EnvironmentExit exit = new EnvironmentExit(status);
        exited = exit;
        throw exit;
    }

    private void endIfExited() {
        EnvironmentExit exit = exited;
        if (exit != null) {
            throw exit;
        }
    }

    @Override
    public void invoke(RuntimeInvocation invocation) {
        output.clear();
        pending.add(invocation);
    }

    @Override
    public Payload log() {
        return output.tail();
    }

    /** A thread cannot be killed, so it is interrupted, and its later answers are ignored. */
    @Override
    public void stop() {
        stopped = true;
        whenGone.accept(this);
        thread.interrupt();
    }

    @Override
    public NextInvocation next() throws IOException {
        failure.release();
        if (!polled) {
            polled = true;
            events.initialized();
        }
        if (stopped) { // the loop has taken the interrupt for the function's own
            throw new IOException("the environment was stopped");
        }
        try {
            RuntimeInvocation next = pending.take();
            return new NextInvocation(
                    next.requestId(),
                    next.functionArn(),
                    next.deadlineMillis(),
                    next.traceId(),
                    next.payload().bytes());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("the environment was stopped", e);
        }
    }

    @Override
    public void response(String requestId, byte[] payload) {
        endIfExited();
        events.answered(requestId, Payload.of(payload));
    }

    @Override
    public void error(String requestId, byte[] error) {
        endIfExited();
        failure.hold(requestId, Payload.of(error));
    }

    @Override
    public void initError(byte[] error) {
        endIfExited();
        events.initFailed(Payload.of(error));
    }
}
