// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.lambda.runtime;

import dev.stoker.local.lambda.bootstrap.RedirectingLoader;
import dev.stoker.local.lambda.bootstrap.RedirectingLoader.FunctionClassPath;
import dev.stoker.local.lambda.bootstrap.RedirectingLoader.OwnWorld;
import dev.stoker.local.lambda.bootstrap.RuntimeLoop;
import dev.stoker.local.lambda.bootstrap.RuntimeLoop.RuntimeApi;
import dev.stoker.local.lambda.runtime.OutputTail.ThreadOutput;
import dev.stoker.local.lambda.runtime.Runtimes.RuntimeSpec;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.net.URL;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntConsumer;

/**
 * What the environments of one function version share: the runtime's own classes, which read the version's name and
 * variables once, and the bytes of the function's classes. Each environment defines its own copies of the function's
 * classes.
 */
final class VersionLoaders implements AutoCloseable {
    private static final String HANDLER_LOADER = "com.amazonaws.services.lambda.runtime.api.client.EventHandlerLoader";
    private static final MethodType RUN =
            MethodType.methodType(int.class, RuntimeApi.class, String.class, ClassLoader.class, PrintStream.class);

    private final RedirectingLoader runtime;
    private final MethodHandle run;
    private final Path taskRoot;
    private final URL[] functionUrls;
    private final Map<String, byte[]> functionClasses = new ConcurrentHashMap<>();

    VersionLoaders(RuntimeSpec spec, Path runtimeJar, Path work, Map<String, byte[]> runtimeClasses) {
        try {
            taskRoot = spec.code().unpackUnder(work);
            functionUrls = FunctionClassPath.of(
                            taskRoot, spec.layers().unpackUnder(work).orElse(null))
                    .urls();
            URL[] runtimeUrls = {runtimeJar.toUri().toURL()};
            PrintStream out = ThreadOutput.STREAM;
            OwnWorld world = new OwnWorld(variables(spec), out, out, 0, status -> {});
            runtime = new RedirectingLoader(runtimeUrls, new SharedTypes(), world, runtimeClasses);
            run = MethodHandles.publicLookup().findStatic(runtime.loadClass(RuntimeLoop.class.getName()), "run", RUN);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the runtime's jar lacks its own classes", e);
        }
    }

    /** Loads the runtime's classes once, so that their bytes are in memory. */
    static void warmUp(Path runtimeJar, Map<String, byte[]> runtimeClasses) {
        PrintStream out = ThreadOutput.STREAM;
        OwnWorld world = new OwnWorld(Map.of(), out, out, 0, status -> {});
        try (RedirectingLoader loader = new RedirectingLoader(
                new URL[] {runtimeJar.toUri().toURL()}, new SharedTypes(), world, runtimeClasses)) {
            Class.forName(RuntimeLoop.class.getName(), true, loader);
            Class.forName(HANDLER_LOADER, true, loader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the runtime's jar lacks its own classes", e);
        }
    }

    /** A loader for one environment. */
    RedirectingLoader functionLoader(RuntimeSpec spec, PrintStream out, IntConsumer exit) {
        OwnWorld world = new OwnWorld(variables(spec), out, out, spec.clockOffset(), exit);
        return new RedirectingLoader(functionUrls, runtime, world, functionClasses);
    }

    /** Runs the loop on the caller's thread until it ends. */
    void run(RuntimeApi api, RuntimeSpec spec, ClassLoader loader, PrintStream out) throws Throwable {
        int unused = (int) run.invokeExact(api, spec.handler(), loader, out);
    }

    private Map<String, String> variables(RuntimeSpec spec) {
        Map<String, String> variables = new HashMap<>(spec.variables());
        variables.put("LAMBDA_TASK_ROOT", taskRoot.toString());
        return variables;
    }

    @Override
    public void close() {
        try {
            runtime.close();
        } catch (IOException e) {
            // its jar is deleted with the work folder
        }
    }
}
