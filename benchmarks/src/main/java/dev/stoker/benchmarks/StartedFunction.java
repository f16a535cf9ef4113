// SPDX-License-Identifier: Apache-2.0
package dev.stoker.benchmarks;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.api.client.AWSLambda;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import dev.stoker.warmable.WarmableHandler;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.utilslite.SdkInternalThreadLocal;

/**
 * A function whose environments are started: the process that its language's runtime would be, until it connects to the Runtime API.
 *
 * @param name the language, and what the function is
 * @param folder the function's code
 * @param alone the command that starts it
 * @param behind the command that starts it with the library
 * @param variables the environment variables with the library
 */
record StartedFunction(
        String name, Path folder, List<String> alone, List<String> behind, Map<String, String> variables) {
    private static final int GIVE_UP_MILLIS = 60_000;
    private static final double NANOS_PER_MILLI = 1e6;

    /** One for each language; those whose interpreter is not there are left out, with a line that says so. */
    static List<StartedFunction> all(Path root, Path work) throws IOException {
        return Stream.of(
                        java(work, "Streams", "java, a function of streams"),
                        java(work, "Objects", "java, a function of objects"),
                        python(root, work),
                        node(root, work))
                .filter(StartedFunction::canStart)
                .toList();
    }

    /** AWS's own runtime client, with the options that Lambda gives the JVM. */
    private static StartedFunction java(Path work, String handler, String name) throws IOException {
        Path folder = Files.createDirectories(work.resolve("java-" + handler));
        Path lib = Files.createDirectories(folder.resolve("lib"));
        copy(place(WarmableHandler.class), lib.resolve("stoker-warmable.jar"));
        String user = UserFunctions.class.getName() + "$" + handler;
        Path classes = Files.createDirectories(folder.resolve("dev/stoker/benchmarks"));
        for (String file : List.of("UserFunctions.class", "UserFunctions$" + handler + ".class")) {
            try (InputStream in = UserFunctions.class.getResourceAsStream(file)) {
                Files.copy(in, classes.resolve(file));
            }
        }
        String classPath = Stream.of(AWSLambda.class, Context.class, PojoSerializer.class, SdkInternalThreadLocal.class)
                .map(anchor -> place(anchor).toString())
                .collect(Collectors.joining(File.pathSeparator));
        List<String> jvm = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                "-Xmx256m",
                "-cp",
                classPath,
                AWSLambda.class.getName());
        return new StartedFunction(
                name,
                folder,
                plus(jvm, user),
                plus(jvm, WarmableHandler.class.getName() + "::handleRequest"),
                Map.of("STOKER_HANDLER", user));
    }

    private static StartedFunction python(Path root, Path work) throws IOException {
        Path folder = Files.createDirectories(work.resolve("python"));
        Files.copy(root.resolve("functions/python/stoker_warmable.py"), folder.resolve("stoker_warmable.py"));
        Files.writeString(folder.resolve("orders.py"), "def handler(event, context):\n    return {}\n");
        Path loop = resource("loop.py", folder);
        List<String> command = List.of("python3", "-B", loop.toString());
        return new StartedFunction(
                "python",
                folder,
                plus(command, "orders"),
                plus(command, "stoker_warmable"),
                Map.of("STOKER_HANDLER", "orders.handler"));
    }

    private static StartedFunction node(Path root, Path work) throws IOException {
        Path folder = Files.createDirectories(work.resolve("node"));
        Path library = Files.createDirectories(folder.resolve("node_modules/stoker-warmable"));
        for (String file : List.of("index.js", "lambda.mjs", "package.json")) {
            Files.copy(root.resolve("functions/node").resolve(file), library.resolve(file));
        }
        Files.writeString(folder.resolve("index.js"), "exports.handler = async () => ({});\n");
        Path loop = resource("loop.mjs", folder);
        List<String> command = List.of("node", loop.toString());
        return new StartedFunction(
                "node",
                folder,
                plus(command, folder.resolve("index.js").toString()),
                plus(command, library.resolve("lambda.mjs").toString()),
                Map.of("STOKER_HANDLER", "index.handler"));
    }

    private boolean canStart() {
        try {
            start(false);
            return true;
        } catch (IOException e) {
            System.out.println("SKIPPED " + name + ": " + alone.get(0) + " cannot be started here");
            return false;
        }
    }

    /**
     * One start.
     *
     * @param millis until the process connects
     * @param cpuMillis that all its threads have used until then, by Linux's accounts
     */
    record Start(double millis, double cpuMillis) {}

    /** Starts the process, waits until it connects, and ends it. */
    Start start(boolean wrapped) throws IOException {
        try (ServerSocket runtimeApi = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            runtimeApi.setSoTimeout(GIVE_UP_MILLIS);
            ProcessBuilder builder = new ProcessBuilder(wrapped ? behind : alone)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD);
            Map<String, String> environment = builder.environment();
            environment.put("AWS_LAMBDA_RUNTIME_API", "127.0.0.1:" + runtimeApi.getLocalPort());
            environment.put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "512");
            environment.put("LAMBDA_TASK_ROOT", folder.toString());
            if (wrapped) {
                environment.putAll(variables);
            }
            long begin = System.nanoTime();
            Process process = builder.start();
            try (Socket connected = runtimeApi.accept()) {
                long end = System.nanoTime();
                double cpu = cpuMillis(process.pid());
                if (!process.isAlive() || !connected.isConnected()) {
                    throw new IOException(name + " ended");
                }
                return new Start((end - begin) / NANOS_PER_MILLI, cpu);
            } finally {
                process.destroyForcibly();
                waitFor(process);
            }
        }
    }

    /** Source: Linux, Documentation/scheduler/sched-stats.rst: the first number is the time on a CPU, in nanoseconds. */
    private static double cpuMillis(long pid) throws IOException {
        double nanos = 0;
        try (Stream<Path> threads = Files.list(Path.of("/proc", Long.toString(pid), "task"))) {
            for (Path thread : threads.toList()) {
                String accounts = Files.readString(thread.resolve("schedstat"));
                nanos += Double.parseDouble(accounts.substring(0, accounts.indexOf(' ')));
            }
        }
        return nanos / NANOS_PER_MILLI;
    }

    private static void waitFor(Process process) throws IOException {
        try {
            if (!process.waitFor(GIVE_UP_MILLIS, TimeUnit.MILLISECONDS)) {
                throw new IOException("a process cannot be ended");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private static List<String> plus(List<String> command, String last) {
        return Stream.concat(command.stream(), Stream.of(last)).toList();
    }

    private static Path resource(String name, Path folder) throws IOException {
        Path file = folder.resolve(name);
        try (InputStream in = StartedFunction.class.getResourceAsStream(name)) {
            Files.copy(in, file);
        }
        return file;
    }

    private static void copy(Path jar, Path to) throws IOException {
        if (Files.isDirectory(jar)) {
            throw new IOException("The library must be a jar, got " + jar + ". Run mvn package before.");
        }
        Files.copy(jar, to);
    }

    private static Path place(Class<?> anchor) {
        try {
            return Path.of(
                    anchor.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
