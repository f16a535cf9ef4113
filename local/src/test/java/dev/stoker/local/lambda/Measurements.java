// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stoker.local.lambda.environments.FunctionDefinition;
import dev.stoker.local.lambda.environments.LambdaSettings;
import dev.stoker.local.lambda.faults.Faults;
import dev.stoker.local.lambda.runtime.Runtimes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Measures environments of the sample: how long so many take to start, what a warm invocation takes, what memory they hold.
 *
 * <p>No test: run it by hand with the arguments {@code process 20 2000} or {@code in-jvm 1000 2000}, the last being the
 * milliseconds that INIT waits. Memory is Linux's.
 */
public final class Measurements {
    private static final int WARM_INVOCATIONS = 500;

    private Measurements() {}

    /** Prints a line for each figure. */
    public static void main(String[] args) throws IOException {
        int environments = Integer.parseInt(args[1]);
        long own = memory(ProcessHandle.current().pid());
        Runtimes.Kind runtimes = args[0].equals("process") ? Runtimes.Kind.PROCESS : Runtimes.Kind.IN_JVM;
        LambdaSettings settings =
                LambdaSettings.with(Faults.none(1)).accountConcurrency(100_000).initLimitMillis(60_000);
        try (RealLambda lambda = new RealLambda(settings, runtimes)) {
            lambda.create(FunctionDefinition.of(
                            "sample", "java17", "dev.stoker.warmable.WarmableHandler::handleRequest", Packages.sample())
                    .withMemoryMegabytes(512)
                    .withTimeoutSeconds(60)
                    .withVariables(Map.of(
                            "STOKER_HANDLER",
                            "dev.stoker.sample.SampleHandler::handleRequest",
                            "SAMPLE_START_MILLIS",
                            args[2])));
            long began = System.nanoTime();
            List<JsonNode> cold = lambda.invokeTogether(environments, "sample", "{\"name\":\"Ada\"}");
            print("start of %d environments: %d ms", cold.size(), millisSince(began));
            print(
                    "different: %d",
                    cold.stream()
                            .map(answer -> answer.path("environment"))
                            .distinct()
                            .count());
            print(
                    "memory of this process: %d MB more",
                    (memory(ProcessHandle.current().pid()) - own) / 1024);
            long children = ProcessHandle.current()
                    .children()
                    .mapToLong(child -> memory(child.pid()))
                    .sum();
            print("memory of its children: %d MB", children / 1024);
            began = System.nanoTime();
            for (int i = 0; i < WARM_INVOCATIONS; i++) {
                lambda.invoke("sample", "{\"name\":\"Ada\"}");
            }
            print("warm invocation: %.2f ms", millisSince(began) / (double) WARM_INVOCATIONS);
            began = System.nanoTime();
            lambda.invokeTogether(environments, "sample", "{\"workMillis\":300}");
            print("%d warm invocations of 300 ms at once: %d ms", environments, millisSince(began));
        }
    }

    private static long millisSince(long nanos) {
        return (System.nanoTime() - nanos) / 1_000_000;
    }

    /** Resident memory in kilobytes; 0 where it cannot be known. */
    private static long memory(long pid) {
        try (var lines = Files.lines(Path.of("/proc/" + pid + "/status"))) {
            return lines.filter(line -> line.startsWith("VmRSS"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .sum();
        } catch (IOException gone) {
            return 0;
        }
    }

    private static void print(String line, Object... values) {
        System.out.println(String.format(Locale.ROOT, line, values));
    }
}
