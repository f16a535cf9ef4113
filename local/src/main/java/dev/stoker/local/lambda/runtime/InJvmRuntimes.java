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
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Starts a thread with its own class loader for each runtime. */
final class InJvmRuntimes implements Runtimes {
    private final WorkFolder work = WorkFolder.create();
    private final Path runtimeJar;
    private final Map<String, byte[]> runtimeClasses = new ConcurrentHashMap<>();

    /** Weak keys: an entry is removed when the model no longer uses the version. */
    private final Map<Object, VersionLoaders> versions = Collections.synchronizedMap(new WeakHashMap<>());

    private final Set<InJvmRuntime> alive = ConcurrentHashMap.newKeySet();
    private final StartQueue starts = new StartQueue();

    /**
     * Prepares the classes that all environments share.
     *
     * @throws UncheckedIOException if the temporary folder cannot be written
     */
    public InJvmRuntimes() {
        try {
            runtimeJar = RuntimeJar.write(work.path().resolve("runtime.jar"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public FunctionRuntime start(RuntimeSpec spec, RuntimeEvents events) {
        InJvmRuntime runtime = new InJvmRuntime(spec, events, this::loaders, alive::remove);
        alive.add(runtime);
        starts.add(runtime);
        return runtime;
    }

    /** Unpacks the package and loads AWS's handler loader, because otherwise the first INIT would include both. */
    @Override
    public void prepare(@Nullable FunctionCode code, LayerStack layers) {
        VersionLoaders.warmUp(runtimeJar, runtimeClasses);
        work.unpack(requireNonNull(code), layers);
    }

    @Override
    public Optional<String> refusal(String runtime) {
        return Language.of(runtime).orElse(Language.JAVA) == Language.JAVA
                ? Optional.empty()
                : Optional.of(runtime + ": class loaders as environments run only Java, and other languages need a"
                        + " process each. Use --environments process, or Runtimes.Kind.PROCESS in tests.");
    }

    /** What the environments of one version share. The first environment creates it, on its thread. */
    private VersionLoaders loaders(RuntimeSpec spec) {
        return versions.computeIfAbsent(
                spec.version(), unused -> new VersionLoaders(spec, runtimeJar, work.path(), runtimeClasses));
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
        starts.close();
        alive.forEach(InJvmRuntime::stop);
        versions.values().forEach(VersionLoaders::close);
        work.close();
    }
}
