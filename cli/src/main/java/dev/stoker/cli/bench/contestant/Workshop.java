// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.bench.contestant;

import dev.stoker.cli.local.Clone;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The folder in which the contestants' packages are installed once, by the ordinary clients of their registries. */
public final class Workshop {
    private static final long PATIENCE_SECONDS = 300;
    private static final String OPENNEXT = "@opennextjs/aws@4.1.16";
    private static final String OPENNEXT_FILE = "opennextjs-aws-4.1.16.tgz";
    private static final List<String> PYTHONS =
            List.of("python3.13", "python3.12", "python3.11", "python3.10", "python3.9", "python3.14");

    private final Path folder;
    private Optional<Path> npm = Optional.empty();
    private Optional<Path> pypi = Optional.empty();
    private Optional<String> python = Optional.empty();
    private final Map<Path, String> missing = new HashMap<>();

    private Workshop(Path folder) {
        this.folder = folder;
    }

    /** The one of this clone. */
    public static Workshop ofClone() {
        return new Workshop(Clone.root().resolve("cli/target/bench"));
    }

    /** The text of one of this package's own files. */
    static String own(String name) {
        try (var file = Workshop.class.getResourceAsStream(name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /**
     * The folder with {@code node_modules}, {@code opennext} and what {@code prepare.mjs} makes of them in {@code made}.
     *
     * @throws AbsentException if there is no npm or no registry
     */
    Path npm() {
        if (npm.isEmpty()) {
            Path place = folder.resolve("npm");
            String wanted = own("package.json") + own("prepare.mjs");
            if (isStale(place, wanted)) {
                write(place, "package.json", own("package.json"));
                write(place, "prepare.mjs", own("prepare.mjs"));
                run(place, List.of("npm", "install", "--silent", "--no-audit", "--no-fund", "--no-package-lock"));
                run(place, List.of("npm", "pack", "--silent", OPENNEXT));
                makeFolder(place.resolve("opennext"));
                run(place, List.of("tar", "-xzf", OPENNEXT_FILE, "-C", "opennext"));
                run(place, List.of("node", "prepare.mjs"));
                write(place, "done", wanted);
            }
            npm = Optional.of(place);
        }
        return npm.get();
    }

    /**
     * The folder with all packages of Python.
     *
     * @throws AbsentException if there is no Python, no pip or no registry
     */
    Path pypi() {
        if (pypi.isEmpty()) {
            Path place = folder.resolve("pypi-" + python());
            String wanted = requirements();
            if (isStale(place, wanted)) {
                write(place, "requirements.txt", wanted);
                run(
                        place,
                        List.of(
                                python(),
                                "-m",
                                "pip",
                                "install",
                                "-q",
                                "--disable-pip-version-check",
                                "--no-compile",
                                "--no-deps",
                                "--upgrade",
                                "--target",
                                "packages",
                                "-r",
                                "requirements.txt"));
                write(place, "done", wanted);
            }
            pypi = Optional.of(place.resolve("packages"));
        }
        return pypi.get();
    }

    /** The packages that no file for npm pins, with their versions. */
    public static String pinned() {
        return OPENNEXT + "\n" + requirements();
    }

    /** Zappa with all that it needs, as the example pins them, and lambda-warmer-py. */
    private static String requirements() {
        try {
            List<String> lines =
                    new ArrayList<>(Files.readAllLines(Clone.root().resolve("examples/django/requirements-zappa.txt")));
            lines.removeIf(line -> line.startsWith("#") || line.matches("(?i)(django|asgiref|sqlparse)==.*"));
            lines.add("lambda-warmer-py==0.6.0");
            return String.join("\n", lines) + "\n";
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The interpreter, whose name with a version is also the name of Lambda's runtime. */
    String python() {
        if (python.isEmpty()) {
            python = PYTHONS.stream().filter(one -> version(one).isPresent()).findFirst();
        }
        return python.orElseThrow(() -> new AbsentException("There is no Python of 3.9 to 3.14 on PATH."));
    }

    /** The interpreters on PATH that run the contestants, with their versions, for people. */
    public List<String> interpreters() {
        List<String> found = new ArrayList<>();
        version("node").ifPresent(version -> found.add(version.replaceFirst("^v", "Node.js ")));
        PYTHONS.stream().flatMap(one -> version(one).stream()).findFirst().ifPresent(found::add);
        return found;
    }

    /** What an interpreter prints as its version; empty if it is not on PATH. */
    private static Optional<String> version(String interpreter) {
        try {
            Process process = new ProcessBuilder(interpreter, "--version")
                    .redirectErrorStream(true)
                    .start();
            String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return process.waitFor() == 0 ? Optional.of(printed) : Optional.empty();
        } catch (IOException notThere) {
            return Optional.empty();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static boolean isStale(Path place, String wanted) {
        try {
            return !Files.exists(place.resolve("done"))
                    || !Files.readString(place.resolve("done")).equals(wanted);
        } catch (IOException unreadable) {
            return true;
        }
    }

    private static void makeFolder(Path place) {
        try {
            Files.createDirectories(place);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static void write(Path place, String name, String text) {
        makeFolder(place);
        try {
            Files.writeString(place.resolve(name), text);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** A registry that is not there is waited for once. */
    private void run(Path place, List<String> command) {
        if (missing.containsKey(place)) {
            throw new AbsentException(missing.get(place));
        }
        try {
            start(place, command);
        } catch (AbsentException reason) {
            missing.put(place, String.valueOf(reason.getMessage()));
            throw reason;
        }
    }

    private static void start(Path place, List<String> command) {
        String shown = String.join(" ", command.subList(0, Math.min(4, command.size())));
        Path log = place.resolve("last.log");
        try {
            Process process = new ProcessBuilder(command)
                    .directory(place.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AbsentException(shown + " did not end within " + PATIENCE_SECONDS + " s.");
            }
            if (process.exitValue() != 0) {
                throw new AbsentException(shown + " failed with exit code " + process.exitValue()
                        + "; its output is in " + Clone.root().relativize(log) + ".");
            }
        } catch (IOException notThere) {
            throw new AbsentException(command.get(0) + " is not on PATH.");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AbsentException(shown + " was interrupted.");
        }
    }
}
