// SPDX-License-Identifier: Apache-2.0

import com.amazonaws.services.lambda.runtime.Context;
import dev.stoker.warmable.WarmableHandler;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.lang.management.ManagementFactory;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * Measures how long the first user of a function waits in an environment, a JVM each: cold, warm, and warm and primed. Without
 * STOKER_HANDLER the function is the sample. After a build:
 *
 * <pre>{@code
 * javac -cp functions/sample/target/sample.jar -d /tmp/first functions/sample/benchmarks/FirstUser.java
 * java -cp functions/sample/target/sample.jar:/tmp/first FirstUser 20
 * }</pre>
 *
 * <p>A framework of examples/frameworks, whose zip is unpacked in FOLDER, with its user's event in a file. Handlers of objects also
 * need aws-lambda-java-serialization, which Lambda's own runtime has:
 *
 * <pre>{@code
 * STOKER_HANDLER=com.example.orders.StreamLambdaHandler java -cp 'FOLDER:FOLDER/lib/*:functions/warmable/target/*:/tmp/first' \
 *     -Dfirst.event=examples/frameworks/event.json FirstUser 15
 * }</pre>
 */
final class FirstUser {
    private static final String EVENT = System.getProperty("first.event", "");
    private static final List<String> KINDS = List.of("cold", "warm", "primed");

    private FirstUser() {}

    public static void main(String[] args) throws Exception {
        if (KINDS.contains(args[0])) {
            environment(args[0]);
            return;
        }
        int runs = Integer.parseInt(args[0]);
        System.out.println("The first user of an environment, " + runs
                + " environments of each kind, milliseconds: median (fastest to slowest)");
        List<List<Double>> waited = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (int run = 0; run < runs; run++) {
            for (int kind = 0; kind < KINDS.size(); kind++) {
                waited.get(kind).add(inAProcess(KINDS.get(kind)));
            }
        }
        for (int kind = 0; kind < KINDS.size(); kind++) {
            List<Double> sorted = waited.get(kind);
            Collections.sort(sorted);
            System.out.printf(
                    Locale.ROOT,
                    "%-7s %8.1f (%.1f to %.1f)%n",
                    KINDS.get(kind),
                    sorted.get(sorted.size() / 2),
                    sorted.get(0),
                    sorted.get(sorted.size() - 1));
        }
    }

    private static double inAProcess(String kind) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(
                ProcessHandle.current().info().command().orElse("java"),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1", // as Lambda's own Java runtimes
                "-Dfirst.event=" + EVENT,
                "-cp",
                System.getProperty("java.class.path"),
                "FirstUser",
                kind);
        builder.environment().putIfAbsent("STOKER_HANDLER", "dev.stoker.sample.SampleHandler::handleRequest");
        builder.environment().put("SAMPLE_START_MILLIS", "0");
        Process process = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException(kind + " failed: " + printed);
        }
        return Double.parseDouble(printed.strip().lines().reduce((first, last) -> last).orElseThrow());
    }

    /** One environment: prints how long its first user waited. */
    private static void environment(String kind) throws Exception {
        long started = ManagementFactory.getRuntimeMXBean().getStartTime();
        String user = EVENT.isEmpty() ? "{\"name\":\"first\",\"workMillis\":0}" : Files.readString(Path.of(EVENT));
        WarmableHandler handler = new WarmableHandler();
        double init = System.currentTimeMillis() - started;
        if (!kind.equals("cold")) {
            String prime = kind.equals("primed") ? ",\"prime\":{\"event\":" + user + "}" : "";
            String answer = invoke(
                    handler, "{\"stoker\":{\"version\":1,\"holdUntil\":1,\"holdMillis\":1,\"round\":1,\"slot\":0" + prime + "}}");
            if (answer.contains("\"primed\":1") != kind.equals("primed")) {
                throw new IllegalStateException(answer);
            }
        }
        long arrived = System.nanoTime();
        invoke(handler, user);
        System.out.println((System.nanoTime() - arrived) / 1e6 + (kind.equals("cold") ? init : 0));
    }

    private static String invoke(WarmableHandler handler, String event) throws Exception {
        Context context = (Context) Proxy.newProxyInstance(
                Context.class.getClassLoader(),
                new Class<?>[] {Context.class},
                (proxy, method, arguments) -> switch (method.getReturnType().getName()) {
                    case "int" -> 30_000;
                    case "java.lang.String" -> "benchmark";
                    default -> null;
                });
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        handler.handleRequest(new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)), output, context);
        return output.toString(StandardCharsets.UTF_8);
    }
}
