// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.lambda.runtime;

import dev.stoker.local.lambda.bootstrap.RuntimeLoop;
import dev.stoker.local.lambda.runtime.Runtimes.RuntimeSpec;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The command line of an environment's JVM: with options for a fast start and a small process, because a hundred of
 * them may run on a laptop.
 */
final class JvmCommand {
    /** Lambda leaves about a fifth of the memory to the JVM itself. */
    private static final double HEAP_SHARE = 0.8;

    private final Path runtimeJar;
    private final Path work;

    JvmCommand(Path runtimeJar, Path work) {
        this.runtimeJar = runtimeJar;
        this.work = work;
    }

    /** Starts the process. Its output is appended to the log. */
    Process start(RuntimeSpec spec, String runtimeApi, Path log) throws IOException {
        Path taskRoot = spec.code().unpackUnder(work);
        ProcessBuilder builder = new ProcessBuilder(arguments(spec))
                .directory(taskRoot.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        Map<String, String> variables = builder.environment();
        String path = variables.getOrDefault("PATH", "");
        variables.clear();
        variables.put("PATH", path);
        variables.putAll(spec.variables());
        variables.put("AWS_LAMBDA_RUNTIME_API", runtimeApi);
        variables.put("LAMBDA_TASK_ROOT", taskRoot.toString());
        variables.put("LAMBDA_RUNTIME_DIR", runtimeJar.getParent().toString());
        return builder.start();
    }

    private List<String> arguments(RuntimeSpec spec) {
        List<String> arguments = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                "-XX:-UsePerfData",
                "-Xss512k",
                "-Xms8m",
                "-Xmx" + Math.max(32, Math.round(spec.memoryMegabytes() * HEAP_SHARE)) + "m"));
        if (spec.clockOffset() != 0) {
            arguments.add("-D" + RuntimeLoop.CLOCK_OFFSET + "=" + spec.clockOffset());
        }
        spec.layers().unpackUnder(work).ifPresent(folder -> arguments.add("-D" + RuntimeLoop.LAYERS + "=" + folder));
        arguments.addAll(List.of("-cp", runtimeJar.toString(), RuntimeLoop.MAIN_CLASS));
        return arguments;
    }

    Path logFile(RuntimeSpec spec) throws IOException {
        return java.nio.file.Files.createTempFile(work, spec.environmentId(), ".log");
    }
}
