// SPDX-License-Identifier: Apache-2.0
package dev.stoker.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The package of examples/native-bootstrap, built by its own script for this machine. */
final class GoExample {
    private GoExample() {}

    /** Builds a copy in a folder, without a network; skips the test where something that the script needs is not there. */
    static byte[] zipIn(Path folder) throws IOException, InterruptedException {
        String os = System.getProperty("os.name");
        Skip.unless(
                os.equals("Linux"), "examples/native-bootstrap", "a bootstrap is a program for Linux, not for " + os);
        for (List<String> tool :
                List.of(List.of("bash", "--version"), List.of("go", "version"), List.of("zip", "-v"))) {
            Skip.unless(runs(folder, tool), "examples/native-bootstrap", "there is no " + tool.get(0) + " on PATH");
        }
        copy(Path.of(System.getProperty("stoker.root"), "examples/native-bootstrap"), folder);
        Path log = folder.resolve("build.log");
        int exit = start(folder, log, List.of("bash", "build.sh")).waitFor();
        String output = Files.readString(log);
        Skip.unless(!output.contains("go.mod requires go"), "examples/native-bootstrap", output.strip());
        assertThat(exit).as(output).isZero();
        return Files.readAllBytes(folder.resolve("target/orders.zip"));
    }

    private static boolean runs(Path folder, List<String> tool) throws InterruptedException {
        try {
            return start(folder, folder.resolve("version.log"), tool).waitFor() == 0;
        } catch (IOException notThere) {
            return false;
        }
    }

    private static Process start(Path folder, Path log, List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        String architecture = System.getProperty("os.arch").equals("aarch64") ? "arm64" : "amd64";
        builder.environment().putAll(Map.of("GOTOOLCHAIN", "local", "GOPROXY", "off", "GOARCH", architecture));
        return builder.start();
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }
}
