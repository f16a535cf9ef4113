// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.lambda.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.api.client.AWSLambda;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import dev.stoker.local.Skip;
import dev.stoker.local.functions.Shouting;
import dev.stoker.local.lambda.runtime.HandlerCases.Case;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.utilslite.SdkInternalThreadLocal;

/**
 * AWS's runtime interface client itself, a process with its native poller as on Lambda, on a Runtime API of a few lines:
 * what tells that {@link HandlersTest} compares with the real one. Also for what a process has once: the function's own
 * serializer.
 */
final class RuntimeClientProcessTest {
    private static final Case CHOIR = new Case("dev.stoker.local.functions.Choir", "ada", "fail", "null");

    @TempDir
    private Path work;

    @Test
    void the_real_client_answers_alone_and_behind_stoker_as_its_loop_does_here() throws Exception {
        Case everything =
                new Case("dev.stoker.local.functions.Choir$Everything", EventCases.S3, "{}", "null", "[", "\"\"");
        assertSameInProcesses(everything, List.of());
    }

    @Test
    void the_functions_own_serializer_is_found_and_asked_for_each_type() throws Exception {
        assertSameInProcesses(CHOIR, List.of(Shouting.class.getName()));
    }

    private void assertSameInProcesses(Case function, List<String> serializers) throws Exception {
        String os = System.getProperty("os.name") + " " + System.getProperty("os.arch");
        Skip.unless(
                os.equals("Linux amd64") || os.equals("Linux aarch64"),
                "AWS's runtime interface client",
                "it has no native code for " + os);
        Path taskRoot = FunctionOnDisk.write(Files.createDirectory(work.resolve("task")), serializers);
        List<String> alone = inProcess(taskRoot, function.handler(), Map.of(), function.events());

        assertThat(alone).hasSameSizeAs(function.events()).anyMatch(report -> report.startsWith("answer"));
        assertThat(inProcess(
                        taskRoot,
                        "dev.stoker.warmable.WarmableHandler::handleRequest",
                        Map.of("STOKER_HANDLER", function.handler()),
                        function.events()))
                .as("behind Stoker")
                .isEqualTo(alone);
        List<Path> runtimePath = ServedFunction.runtimePath(work);
        for (Class<?> loop : List.of(
                dev.stoker.local.runtimeclient.RuntimeClientLoop.class,
                dev.stoker.local.lambda.bootstrap.RuntimeLoop.class)) {
            try (ServedFunction here = new ServedFunction(runtimePath, loop, taskRoot)) {
                assertThat(here.serveAlone(function.handler(), function.events())
                                .answers())
                        .as("by " + loop.getSimpleName())
                        .isEqualTo(alone);
            }
        }
    }

    private List<String> inProcess(Path taskRoot, String handler, Map<String, String> variables, List<String> events)
            throws IOException, InterruptedException {
        Path log = work.resolve("log");
        try (SmallRuntimeApi api = new SmallRuntimeApi(events)) {
            Process process = start(taskRoot, handler, variables, api.address(), log);
            try {
                var unused = process.onExit().thenAccept(ended -> api.report("ended " + ended.exitValue()));
                List<String> reports = new ArrayList<>();
                while (reports.size() < events.size()) {
                    reports.add(api.take());
                    assertThat(reports).as(Files.readString(log)).noneMatch(end -> end.startsWith("ended"));
                }
                return reports;
            } finally {
                process.destroyForcibly();
            }
        }
    }

    private static Process start(
            Path taskRoot, String handler, Map<String, String> variables, String runtimeApi, Path log)
            throws IOException {
        String classPath = Stream.of(AWSLambda.class, Context.class, PojoSerializer.class, SdkInternalThreadLocal.class)
                .map(anchor -> FunctionOnDisk.place(anchor).toString())
                .collect(Collectors.joining(File.pathSeparator));
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Xshare:auto",
                        "-cp",
                        classPath,
                        AWSLambda.class.getName(),
                        handler)
                .directory(taskRoot.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().putAll(ServedFunction.variables());
        builder.environment().putAll(variables);
        builder.environment().put("AWS_LAMBDA_RUNTIME_API", runtimeApi);
        return builder.start();
    }
}
