// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A clone with the launcher in it, and a PATH that holds the tools of POSIX, a java and a mvn that only tell, no more. */
final class Launcher {
    /** How a call ended. */
    record Ended(int exit, String out, String err) {}

    static final String BUILDING =
            "stoker: building what is missing or older than its sources (a minute or two the first time) ...\n";

    private static final List<String> TOOLS = List.of(
            "cat",
            "sh",
            "dirname",
            "find",
            "grep",
            "head",
            "ln",
            "locale",
            "mkdir",
            "mv",
            "readlink",
            "rm",
            "rmdir",
            "sed",
            "sleep",
            "stty",
            "tail",
            "touch",
            "tr");

    private final Path clone;
    private final Path bin;
    private final Path jdk;
    private final Map<String, String> environment = new HashMap<>();

    Launcher(Path folder) throws IOException {
        clone = folder.resolve("a clone");
        bin = Files.createDirectories(folder.resolve("bin"));
        jdk = folder.resolve("jdk");
        for (String tool : TOOLS) {
            Path real = Stream.of("/usr/bin", "/bin")
                    .map(place -> Path.of(place, tool))
                    .filter(Files::exists)
                    .findFirst()
                    .orElseThrow();
            script(bin.resolve(tool), "exec " + real + " \"$@\"");
        }
        java("for arg; do echo \"[$arg]\"; done");
        script(jdk.resolve("bin/javac"), "");
        Files.createSymbolicLink(bin.resolve("java"), jdk.resolve("bin/java"));
        javaVersion("17.0.15");
        mvn("");
        for (String source : List.of(
                "pom.xml",
                "functions/sample/pom.xml",
                "functions/warmable/pom.xml",
                "local/pom.xml",
                "cli/pom.xml",
                "cli/src/main/java/A.java")) {
            write(source);
        }
        Files.createDirectories(clone.resolve("cli/target"));
        Files.copy(Path.of("..", "stoker"), script());
        age();
    }

    Path script() {
        return clone.resolve("stoker");
    }

    Path lock() {
        return clone.resolve("cli/target/build.lock");
    }

    /** What java does when it is run. */
    void java(String does) throws IOException {
        script(jdk.resolve("bin/java"), does);
    }

    /** What the JDK's file says of its version, and java -version too where it does not. */
    void javaVersion(String version) throws IOException {
        Files.writeString(jdk.resolve("release"), version.isEmpty() ? "" : "JAVA_VERSION=\"" + version + "\"\n");
    }

    /** What a build does before it writes the jar. */
    void mvn(String does) throws IOException {
        maven("3.8.7", does);
    }

    void mavenVersion(String version) throws IOException {
        maven(version, "");
    }

    private void maven(String version, String does) throws IOException {
        script(bin.resolve("mvn"), """
                if [ "$1" = -v ]; then printf '\\033[1mApache Maven %s\\033[m\\nJava: 17\\n'; exit; fi
                clone='%s'
                echo build >>"$clone/builds"
                %s
                : >"$clone/cli/target/stoker-cli.jar"
                """.formatted(version, clone, does));
    }

    /** Takes a tool off the PATH. */
    void without(String tool) throws IOException {
        Files.deleteIfExists(bin.resolve(tool));
        Files.deleteIfExists(jdk.resolve("bin").resolve(tool));
    }

    void environment(String name, String value) {
        environment.put(name, value);
    }

    /** Writes a file of the clone: now, so that it is newer than what was aged. */
    void write(String file) throws IOException {
        Path path = clone.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, "x");
    }

    /** Writes a file of the clone as if at another time. */
    void touched(String file, Instant time) throws IOException {
        write(file);
        Files.setLastModifiedTime(clone.resolve(file), FileTime.from(time));
    }

    void delete(String file) throws IOException {
        Files.delete(clone.resolve(file));
    }

    /** Moves all that is in the clone into the past: the sources by an hour, what was built by less. */
    void age() throws IOException {
        Instant now = Instant.now();
        try (Stream<Path> files = Files.walk(clone)) {
            for (Path file : files.toList()) {
                boolean built = file.startsWith(clone.resolve("cli/target"));
                Files.setLastModifiedTime(file, FileTime.from(now.minusSeconds(built ? 1800 : 3600)));
            }
        }
    }

    /** How often mvn was called to build. */
    long builds() throws IOException {
        Path builds = clone.resolve("builds");
        return Files.exists(builds) ? Files.readAllLines(builds).size() : 0;
    }

    Ended run(String... args) throws IOException, InterruptedException {
        return ended(start(args));
    }

    /** Runs the script under another name, from a folder. */
    Ended runAs(Path name, Path from) throws IOException, InterruptedException {
        return ended(start(List.of(name.toString()), from));
    }

    Process start(String... args) throws IOException {
        List<String> command = new ArrayList<>(List.of(script().toString()));
        command.addAll(List.of(args));
        return start(command, Path.of("/"));
    }

    private Process start(List<String> command, Path from) throws IOException {
        ProcessBuilder process = new ProcessBuilder(command).directory(from.toFile());
        process.environment().clear();
        process.environment().put("PATH", bin.toString());
        process.environment().putAll(environment);
        return process.start();
    }

    private static Ended ended(Process process) throws IOException, InterruptedException {
        process.getOutputStream().close();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), out, err);
    }

    private static void script(Path file, String does) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\n" + does + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
