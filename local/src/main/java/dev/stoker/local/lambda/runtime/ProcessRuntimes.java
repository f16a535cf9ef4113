// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.lambda.runtime;

import dev.stoker.local.lambda.runtime.Runtimes.FunctionRuntime;
import dev.stoker.local.lambda.runtime.Runtimes.RuntimeEvents;
import dev.stoker.local.lambda.runtime.Runtimes.RuntimeSpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Starts a process for each runtime. */
final class ProcessRuntimes implements Runtimes {
    private final WorkFolder work = WorkFolder.create();
    private final Path runtimeJar;
    private final StartGate gate = StartGate.forThisMachine();
    private final Set<ProcessRuntime> alive = ConcurrentHashMap.newKeySet();

    /**
     * Prepares the class path that all environments share.
     *
     * @throws UncheckedIOException if the temporary folder cannot be written
     */
    public ProcessRuntimes() {
        try {
            runtimeJar = RuntimeJar.write(work.path().resolve("runtime.jar"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public FunctionRuntime start(RuntimeSpec spec, RuntimeEvents events) {
        ProcessRuntime runtime =
                new ProcessRuntime(spec, events, new JvmCommand(runtimeJar, work.path()), alive::remove);
        alive.add(runtime);
        runtime.start(gate);
        return runtime;
    }

    @Override
    public void close() {
        alive.forEach(ProcessRuntime::stop);
        work.close();
    }
}
