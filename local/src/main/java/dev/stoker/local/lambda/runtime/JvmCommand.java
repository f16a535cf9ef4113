// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.lambda.runtime;

import dev.stoker.local.lambda.bootstrap.RuntimeLoop;
import dev.stoker.local.lambda.runtime.Runtimes.RuntimeSpec;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The command line of an environment's JVM: with options for a fast start and a small process, because a hundred of
 * them may run on a laptop.
 */
final class JvmCommand {
    /** Lambda leaves about a fifth of the memory to the JVM itself. */
    private static final double HEAP_SHARE = 0.8;

    private final Path runtimeJar;

    JvmCommand(Path runtimeJar) {
        this.runtimeJar = runtimeJar;
    }

    /**
     * What to run.
     *
     * @param layers what is /opt on AWS; empty without any
     */
    List<String> of(RuntimeSpec spec, Optional<Path> layers) {
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
        layers.ifPresent(folder -> arguments.add("-D" + RuntimeLoop.LAYERS + "=" + folder));
        arguments.addAll(List.of("-cp", runtimeJar.toString(), RuntimeLoop.MAIN_CLASS));
        return arguments;
    }
}
