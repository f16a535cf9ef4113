// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.lambda.runtime;

import static java.util.Objects.requireNonNull;

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
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.security.Security;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntConsumer;
import java.util.stream.Stream;

/**
 * What the environments of one function version share: the runtime's own classes, which read the version's name and
 * variables once, and the bytes of the function's classes. Each environment defines its own copies of the function's
 * classes.
 *
 * <p>AWS's runtime keeps the classes of events and serializers in static fields. If the package has such classes, each
 * environment also defines its own copies of the runtime's classes.
 */
final class VersionLoaders implements AutoCloseable {
    private static final String CLIENT = "com.amazonaws.services.lambda.runtime.api.client.";
    private static final String HANDLER_LOADER = CLIENT + "EventHandlerLoader";
    private static final String MAIN = CLIENT + "AWSLambda";
    private static final MethodType RUN =
            MethodType.methodType(int.class, RuntimeApi.class, String.class, URLClassLoader.class, PrintStream.class);

    /** AWS's main class sets these for the whole process, which is not Lambda's here. */
    private static final List<String> SECURITY_PROPERTIES =
            List.of("jdk.tls.disabledAlgorithms", "networkaddress.cache.negative.ttl");

    private final Path runtimeJar;
    private final Map<String, byte[]> runtimeClasses;
    private final Optional<RuntimeClasses> shared;
    private final Path taskRoot;
    private final URL[] functionUrls;
    private final Map<String, byte[]> functionClasses = new ConcurrentHashMap<>();

    VersionLoaders(RuntimeSpec spec, Path runtimeJar, Path work, Map<String, byte[]> runtimeClasses) {
        this.runtimeJar = runtimeJar;
        this.runtimeClasses = runtimeClasses;
        try {
            taskRoot = requireNonNull(spec.code()).unpackUnder(work);
            functionUrls = FunctionClassPath.of(
                            taskRoot, spec.layers().unpackUnder(work).orElse(null))
                    .urls();
            shared = areKeptByRuntime(functionUrls) ? Optional.empty() : Optional.of(loadRuntime(spec));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The runtime's own classes. */
    private record RuntimeClasses(RedirectingLoader loader, MethodHandle run) {}

    private RuntimeClasses loadRuntime(RuntimeSpec spec) throws IOException {
        PrintStream out = ThreadOutput.STREAM;
        OwnWorld world = new OwnWorld(variables(spec), out, out, 0, status -> {});
        RedirectingLoader loader =
                new RedirectingLoader(new URL[] {runtimeJar.toUri().toURL()}, new SharedTypes(), world, runtimeClasses);
        try {
            initialize(loader);
            return new RuntimeClasses(
                    loader,
                    MethodHandles.publicLookup().findStatic(loader.loadClass(RuntimeLoop.class.getName()), "run", RUN));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the runtime's jar lacks its own classes", e);
        }
    }

    /** Runs the static initializer of AWS's main class and restores what it changes in this JVM: it allows older TLS. */
    private static synchronized void initialize(ClassLoader loader) throws ClassNotFoundException {
        Map<String, String> before = new HashMap<>();
        SECURITY_PROPERTIES.forEach(name -> before.put(name, Security.getProperty(name)));
        Class.forName(MAIN, true, loader);
        before.forEach((name, value) -> Security.setProperty(name, value == null ? "" : value));
    }

    /** Whether AWS's runtime would keep classes of one environment where another environment looks for its own. */
    private static boolean areKeptByRuntime(URL[] functionUrls) throws IOException {
        try (URLClassLoader function = new URLClassLoader(functionUrls, null)) {
            return Stream.of(
                            "com/amazonaws/services/lambda/runtime/events/APIGatewayProxyRequestEvent.class",
                            "com/amazonaws/services/s3/event/S3EventNotification.class",
                            "META-INF/services/com.amazonaws.services.lambda.runtime.CustomPojoSerializer")
                    .anyMatch(name -> function.findResource(name) != null);
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
            initialize(loader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the runtime's jar lacks its own classes", e);
        }
    }

    /** Runs the loop of one environment on the caller's thread, until it ends. */
    void run(RuntimeApi api, RuntimeSpec spec, PrintStream out, IntConsumer exit) throws Throwable {
        if (shared.isPresent()) {
            run(shared.get(), api, spec, out, exit);
            return;
        }
        RuntimeClasses own = loadRuntime(spec);
        try {
            run(own, api, spec, out, exit);
        } finally {
            own.loader.close();
        }
    }

    private void run(RuntimeClasses runtime, RuntimeApi api, RuntimeSpec spec, PrintStream out, IntConsumer exit)
            throws Throwable {
        OwnWorld world = new OwnWorld(variables(spec), out, out, spec.clockOffset(), exit);
        try (RedirectingLoader loader = new RedirectingLoader(functionUrls, runtime.loader, world, functionClasses)) {
            int unused = (int) runtime.run.invokeExact(api, spec.handler(), (URLClassLoader) loader, out);
        }
    }

    private Map<String, String> variables(RuntimeSpec spec) {
        Map<String, String> variables = new HashMap<>(spec.variables());
        variables.put("LAMBDA_TASK_ROOT", taskRoot.toString());
        return variables;
    }

    @Override
    public void close() {
        shared.ifPresent(runtime -> {
            try {
                runtime.loader.close();
            } catch (IOException e) {
                // its jar is deleted with the work folder
            }
        });
    }
}
