// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.lambda.runtime;

import static java.util.Objects.requireNonNull;

import dev.stoker.local.lambda.runtime.Runtimes.FunctionRuntime;
import dev.stoker.local.lambda.runtime.Runtimes.Payload;
import dev.stoker.local.lambda.runtime.Runtimes.RuntimeEvents;
import dev.stoker.local.lambda.runtime.Runtimes.RuntimeInvocation;
import dev.stoker.local.lambda.runtime.Runtimes.RuntimeSpec;
import java.io.IOException;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A process and the Runtime API that it polls. Separate threads are used for work that may block: the start and the
 * connection.
 */
final class ProcessRuntime implements FunctionRuntime {
    /** If a signal ended the process, its exit value is this plus the number of the signal. */
    private static final int SIGNAL_BASE = 128;

    private static final int SIGKILL = 9;
    private static final int STACK_BYTES = 256 * 1024;

    private final RuntimeSpec spec;
    private final RuntimeEvents events;
    private final EnvironmentProcess processes;
    private final Consumer<ProcessRuntime> whenGone;
    private final CountDownLatch initialized = new CountDownLatch(1);

    private boolean stopped;
    private @Nullable Process process;
    private @Nullable RuntimeApiServer server;
    private @Nullable Thread serving;
    private @Nullable LogFile log;
    private Payload lastWords = Payload.EMPTY;

    ProcessRuntime(
            RuntimeSpec spec, RuntimeEvents events, EnvironmentProcess processes, Consumer<ProcessRuntime> whenGone) {
        this.spec = spec;
        this.events = events;
        this.processes = processes;
        this.whenGone = whenGone;
    }

    void start(StartGate gate) {
        thread("start", () -> {
                    try {
                        gate.pass(this::spawn, initialized, this::cpuMillis);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                })
                .start();
    }

    private void spawn() {
        if (isStopped()) {
            return;
        }
        RuntimeApiServer api = null;
        try {
            LogFile file = new LogFile(processes.logFile(spec));
            api = new RuntimeApiServer(events, initialized::countDown);
            adopt(processes.start(spec, api.address(), file.file()), api, file);
        } catch (IOException | RuntimeException e) { // whatever it is: an invocation waits for it
            if (api != null) {
                api.close();
            }
            events.startFailed(e);
            stop();
        }
    }

    private synchronized long cpuMillis() {
        return process == null
                ? 0
                : process.info().totalCpuDuration().orElse(Duration.ZERO).toMillis();
    }

    private synchronized boolean isStopped() {
        return stopped;
    }

    private synchronized void adopt(Process started, RuntimeApiServer api, LogFile file) {
        process = started;
        server = api;
        log = file;
        if (stopped) {
            release();
            return;
        }
        serving = thread("serve", api::serve);
        serving.start();
        events.spawned();
        var unused = started.onExit().thenAccept(ended -> exited(api, ended.exitValue()));
    }

    private void exited(RuntimeApiServer api, int status) {
        if (gone() && !api.failure().endsRuntime()) {
            events.exited(status == SIGNAL_BASE + SIGKILL ? "signal: killed" : "exit status " + status);
        }
    }

    @Override
    public synchronized void invoke(RuntimeInvocation invocation) {
        if (!stopped) {
            requireNonNull(log).mark();
            requireNonNull(server).invoke(invocation);
        }
    }

    @Override
    public synchronized Payload log() {
        return stopped || log == null ? lastWords : log.tail();
    }

    @Override
    public synchronized OptionalLong processId() {
        return process == null ? OptionalLong.empty() : OptionalLong.of(process.pid());
    }

    @Override
    public void stop() {
        gone();
    }

    /**
     * Releases everything.
     *
     * @return true for the first call
     */
    private synchronized boolean gone() {
        if (stopped) {
            return false;
        }
        stopped = true;
        initialized.countDown();
        if (process != null) {
            release();
        }
        whenGone.accept(this);
        return true;
    }

    private synchronized void release() {
        LogFile file = requireNonNull(log);
        requireNonNull(process).destroyForcibly();
        if (serving != null) {
            serving.interrupt();
        }
        requireNonNull(server).close();
        lastWords = file.tail();
        file.delete();
    }

    private Thread thread(String what, Runnable task) {
        Thread thread = new Thread(null, task, spec.environmentId() + "-" + what, STACK_BYTES);
        thread.setDaemon(true);
        return thread;
    }
}
