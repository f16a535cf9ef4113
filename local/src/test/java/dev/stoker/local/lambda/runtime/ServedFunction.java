// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.lambda.runtime;

import dev.stoker.local.lambda.bootstrap.RedirectingLoader;
import dev.stoker.local.lambda.bootstrap.RedirectingLoader.FunctionClassPath;
import dev.stoker.local.lambda.bootstrap.RedirectingLoader.OwnWorld;
import dev.stoker.local.lambda.bootstrap.RuntimeLoop.RuntimeApi;
import dev.stoker.local.lambda.bootstrap.RuntimeLoop.RuntimeApi.NextInvocation;
import dev.stoker.local.runtimeclient.RuntimeClientLoop;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Serves functions in this JVM by one runtime's loop, with the class loaders that a function has on Lambda: the runtime's
 * own classes in one, the package in another below it, and nothing of the tests above. Between the two lie the package's
 * libraries, because AWS's runtime keeps the classes of events in static fields, and here it serves one function after the
 * other.
 */
final class ServedFunction implements AutoCloseable {
    /** What the runtime reported to the Runtime API, and wrote into the log. Every answer is one line. */
    record Reports(List<String> answers, String log) {}

    private static final MethodType RUN =
            MethodType.methodType(int.class, RuntimeApi.class, String.class, URLClassLoader.class, PrintStream.class);
    private static final String STOKER = "dev.stoker.warmable.WarmableHandler::handleRequest";

    private static final PrintStream NOWHERE = new PrintStream(OutputStream.nullOutputStream());
    private static final Map<String, byte[]> RUNTIME_CLASSES = new ConcurrentHashMap<>();
    private static final Map<String, byte[]> FUNCTION_CLASSES = new ConcurrentHashMap<>();

    private final RedirectingLoader runtime;
    private final URLClassLoader libraries;
    private final MethodHandle run;
    private final Path taskRoot;

    /**
     * Loads a runtime.
     *
     * @param runtimePath the runtime's classes
     * @param loop the class whose {@code run} serves
     * @param taskRoot the unpacked package
     */
    ServedFunction(List<Path> runtimePath, Class<?> loop, Path taskRoot) throws Exception {
        this.taskRoot = taskRoot;
        URL[] urls = new URL[runtimePath.size()];
        for (int i = 0; i < urls.length; i++) {
            urls[i] = runtimePath.get(i).toUri().toURL();
        }
        OwnWorld world = new OwnWorld(variables(), NOWHERE, NOWHERE, 0, status -> {});
        runtime = new RedirectingLoader(urls, new SharedTypes(), world, RUNTIME_CLASSES);
        libraries = new URLClassLoader(jars(taskRoot), runtime);
        run = MethodHandles.publicLookup().findStatic(runtime.loadClass(loop.getName()), "run", RUN);
    }

    /** The class path of AWS's runtime client, and ours. */
    static List<Path> runtimePath(Path work) throws IOException {
        Path jar = RuntimeJar.write(work.resolve("runtime.jar"));
        Path loop = Files.createDirectory(work.resolve("loop"));
        FunctionOnDisk.copyClasses(
                FunctionOnDisk.place(RuntimeClientLoop.class), loop, "dev/stoker/local/runtimeclient");
        return List.of(jar, loop);
    }

    /** A loader's name ends with its identity hash code, which is another in each run. */
    private static String withoutHash(String text) {
        return text.replaceAll(" @[0-9a-f]{5,8}\\b", " @");
    }

    private static URL[] jars(Path taskRoot) throws IOException {
        URL[] all = FunctionClassPath.of(taskRoot, null).urls();
        return Arrays.copyOfRange(all, 1, all.length);
    }

    /** Lambda's variables, as far as a function's context shows them. */
    static Map<String, String> variables() {
        return Map.of(
                "AWS_LAMBDA_FUNCTION_NAME", "orders",
                "AWS_LAMBDA_FUNCTION_VERSION", "7",
                "AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "256",
                "AWS_LAMBDA_LOG_GROUP_NAME", "/aws/lambda/orders",
                "AWS_LAMBDA_LOG_STREAM_NAME", "2026/01/01/[7]00");
    }

    Reports serveAlone(String handler, List<String> events) {
        return serve(handler, variables(), events);
    }

    Reports serveBehindStoker(String handler, List<String> events) {
        Map<String, String> variables = new HashMap<>(variables());
        variables.put("STOKER_HANDLER", handler);
        return serve(STOKER, variables, events);
    }

    private Reports serve(String handler, Map<String, String> variables, List<String> events) {
        ServedApi api = new ServedApi(events);
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(log, true, StandardCharsets.UTF_8);
        OwnWorld world = new OwnWorld(variables, out, out, 0, status -> {});
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        try {
            URL[] classes = {taskRoot.toUri().toURL()};
            try (RedirectingLoader function = new RedirectingLoader(classes, libraries, world, FUNCTION_CLASSES)) {
                int status = (int) run.invokeExact((RuntimeApi) api, handler, (URLClassLoader) function, out);
                api.reports.add("exit " + status);
            }
        } catch (NoMoreEvents end) {
            // all are served
        } catch (Throwable ended) {
            api.reports.add("ended by " + ended);
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
        return new Reports(
                api.reports.stream().map(ServedFunction::withoutHash).toList(),
                withoutHash(log.toString(StandardCharsets.UTF_8)));
    }

    @Override
    public void close() throws IOException {
        libraries.close();
        runtime.close();
    }

    /** All events of the test are served. */
    private static final class NoMoreEvents extends IOException {
        private static final long serialVersionUID = 1;
    }

    /** The Runtime API without its wire. */
    private static final class ServedApi implements RuntimeApi {
        private final Deque<String> events;
        private final List<String> reports = new ArrayList<>();
        private int next;

        ServedApi(List<String> events) {
            this.events = new ArrayDeque<>(events);
        }

        @Override
        public NextInvocation next() throws IOException {
            String event = events.poll();
            if (event == null) {
                throw new NoMoreEvents();
            }
            next++;
            return new NextInvocation(
                    "8476a536-e9f4-11e8-9739-00000000000" + next,
                    "arn:aws:lambda:us-east-1:123456789012:function:orders:live",
                    System.currentTimeMillis() + 60_000,
                    "Root=1-5bef4de7-ad49b0e87f6ef6c87fc2e700",
                    event.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public void response(String requestId, byte[] payload) {
            reports.add("answer " + new String(payload, StandardCharsets.UTF_8));
        }

        @Override
        public void error(String requestId, byte[] error) {
            reports.add("error " + new String(error, StandardCharsets.UTF_8));
        }

        @Override
        public void initError(byte[] error) {
            reports.add("INIT error " + new String(error, StandardCharsets.UTF_8));
        }
    }
}
