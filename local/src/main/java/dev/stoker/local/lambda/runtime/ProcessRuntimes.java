// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.lambda.runtime;

import static java.util.Objects.requireNonNull;

import dev.stoker.local.lambda.code.FunctionCode;
import dev.stoker.local.lambda.code.FunctionCode.LayerStack;
import dev.stoker.local.lambda.runtime.Runtimes.FunctionRuntime;
import dev.stoker.local.lambda.runtime.Runtimes.Language;
import dev.stoker.local.lambda.runtime.Runtimes.RuntimeEvents;
import dev.stoker.local.lambda.runtime.Runtimes.RuntimeSpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Starts a process for each runtime. */
final class ProcessRuntimes implements Runtimes {
    private final WorkFolder work = WorkFolder.create();
    private final Interpreters interpreters = Interpreters.ofThisMachine();
    private final EnvironmentProcess processes;
    private final StartGate gate = StartGate.forThisMachine();
    private final Set<ProcessRuntime> alive = ConcurrentHashMap.newKeySet();

    /**
     * Prepares what all environments share: a class path, and our runtimes in other languages.
     *
     * @throws UncheckedIOException if the temporary folder cannot be written
     */
    public ProcessRuntimes() {
        try {
            Path runtimeJar = RuntimeJar.write(work.path().resolve("runtime.jar"));
            InterpreterCommand.writePrograms(work.path());
            processes = new EnvironmentProcess(
                    work.path(), new JvmCommand(runtimeJar), new InterpreterCommand(work.path(), interpreters));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public FunctionRuntime start(RuntimeSpec spec, RuntimeEvents events) {
        ProcessRuntime runtime = new ProcessRuntime(spec, events, processes, alive::remove);
        alive.add(runtime);
        runtime.start(gate);
        return runtime;
    }

    /** Unpacks the package and the layers; otherwise the first environment would wait for it. */
    @Override
    public void prepare(@Nullable FunctionCode code, LayerStack layers) {
        work.unpack(requireNonNull(code), layers);
    }

    @Override
    public Optional<String> refusal(String runtime) {
        boolean interpreted = Set.of(Language.PYTHON, Language.NODE)
                .contains(Language.of(runtime).orElse(Language.JAVA));
        return interpreted ? interpreters.refusal(runtime) : Optional.empty();
    }

    @Override
    public void forget(FunctionCode code) {
        code.abandonFolder().ifPresent(WorkFolder::deleteLater);
    }

    @Override
    public void forget(LayerStack layers) {
        layers.abandonFolder().ifPresent(WorkFolder::deleteLater);
    }

    @Override
    public void close() {
        alive.forEach(ProcessRuntime::stop);
        work.close();
    }
}
