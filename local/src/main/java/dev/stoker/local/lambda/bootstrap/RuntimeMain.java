// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.lambda.bootstrap;

import static java.util.Objects.requireNonNull;

import dev.stoker.local.lambda.bootstrap.RedirectingLoader.FunctionClassPath;
import dev.stoker.local.lambda.bootstrap.RedirectingLoader.OwnWorld;
import dev.stoker.local.lambda.bootstrap.RuntimeLoop.RuntimeApi;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The main class of an environment with its own process.
 *
 * <p>The process ends when its standard input ends, which happens whenever the parent process ends.
 */
final class RuntimeMain {
    private RuntimeMain() {}

    /**
     * Runs the function that the environment variables describe.
     *
     * @throws IOException if the service is not available
     */
    public static void main(String[] args) throws IOException {
        holdLifeline(System.in);
        Map<String, String> variables = System.getenv();
        RuntimeApi api = new HttpRuntimeApi(required(variables, "AWS_LAMBDA_RUNTIME_API"));
        try {
            int status = RuntimeLoop.run(api, required(variables, "_HANDLER"), functionLoader(variables), System.out);
            System.exit(status);
        } catch (IOException gone) {
            Runtime.getRuntime().halt(1); // nothing waits for the function's shutdown hooks anymore
        }
    }

    private static String required(Map<String, String> variables, String name) {
        return requireNonNull(variables.get(name), name);
    }

    private static URLClassLoader functionLoader(Map<String, String> variables) throws IOException {
        String layers = System.getProperty(RuntimeLoop.LAYERS);
        FunctionClassPath classPath = FunctionClassPath.of(
                Path.of(required(variables, "LAMBDA_TASK_ROOT")), layers == null ? null : Path.of(layers));
        ClassLoader system = ClassLoader.getSystemClassLoader();
        long clockOffset = Long.getLong(RuntimeLoop.CLOCK_OFFSET, 0);
        if (clockOffset == 0) {
            return classPath.plainLoader(system);
        }
        OwnWorld world = new OwnWorld(variables, System.out, System.err, clockOffset, System::exit);
        return new RedirectingLoader(classPath.urls(), system, world, new ConcurrentHashMap<>());
    }

    private static void holdLifeline(InputStream lifeline) {
        Thread holder = new Thread(null, () -> awaitEnd(lifeline), "lifeline", 64 * 1024);
        holder.setDaemon(true);
        holder.start();
        System.setIn(InputStream.nullInputStream());
    }

    private static void awaitEnd(InputStream lifeline) {
        try {
            while (lifeline.read() >= 0) {
                // the parent does not write to standard input
            }
        } catch (IOException broken) {
            // the parent has ended
        }
        Runtime.getRuntime().halt(1);
    }
}
