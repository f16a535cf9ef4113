// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.lambda.runtime;

import dev.stoker.local.lambda.runtime.Runtimes.Language;
import dev.stoker.local.lambda.runtime.Runtimes.RuntimeSpec;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The command line of an environment whose function is not for the JVM: an interpreter with our runtime, or a bootstrap. */
final class InterpreterCommand {
    private static final Map<Language, String> PROGRAMS =
            Map.of(Language.PYTHON, "python_runtime.py", Language.NODE, "node_runtime.mjs");

    /** Node needs some memory beside its heap. */
    private static final double HEAP_SHARE = 0.9;

    private final Path programs;
    private final Interpreters interpreters;

    InterpreterCommand(Path programs, Interpreters interpreters) {
        this.programs = programs;
        this.interpreters = interpreters;
    }

    /** Writes our runtimes for Python and Node into a folder. */
    static void writePrograms(Path folder) throws IOException {
        for (String name : PROGRAMS.values()) {
            try (InputStream program = InterpreterCommand.class.getResourceAsStream(name)) {
                if (program == null) {
                    throw new IOException(name + " is missing beside " + InterpreterCommand.class.getName());
                }
                Files.copy(program, folder.resolve(name));
            }
        }
    }

    /**
     * What to run.
     *
     * @param taskRoot where the package is unpacked
     * @param layers the folder that AWS mounts as /opt; empty if there are no layers
     * @throws IOException if there is no interpreter, or no bootstrap
     */
    List<String> of(RuntimeSpec spec, Path taskRoot, Optional<Path> layers) throws IOException {
        String program =
                programs.resolve(PROGRAMS.getOrDefault(spec.language(), "")).toString();
        String opt = layers.map(Path::toString).orElse("");
        String clock = Long.toString(spec.clockOffset());
        return switch (spec.language()) {
            // -B: on Lambda the package cannot be written to either, so each environment compiles its modules.
            case PYTHON -> List.of(interpreter(spec), "-S", "-B", "-u", "-X", "utf8", program, opt, clock);
            case NODE ->
                List.of(
                        interpreter(spec),
                        "--max-old-space-size=" + Math.round(spec.memoryMegabytes() * HEAP_SHARE),
                        program,
                        opt,
                        clock);
            case PROVIDED -> List.of(bootstrap(taskRoot, layers).toString());
            case JAVA -> throw new IllegalArgumentException("a function for the JVM, got " + spec.runtime());
        };
    }

    private String interpreter(RuntimeSpec spec) throws IOException {
        return interpreters
                .find(spec.runtime())
                .orElseThrow(() ->
                        new IOException(interpreters.refusal(spec.runtime()).orElse(spec.runtime())))
                .toString();
    }

    /** Source: Lambda developer guide, "Building a custom runtime"; the words are Lambda's own. */
    private static Path bootstrap(Path taskRoot, Optional<Path> layers) throws IOException {
        Path own = taskRoot.resolve("bootstrap");
        Path ofLayer = layers.map(folder -> folder.resolve("bootstrap")).orElse(own);
        for (Path file : List.of(own, ofLayer)) {
            if (Files.isRegularFile(file)) {
                if (!Files.isExecutable(file)) {
                    throw new IOException("fork/exec /var/task/bootstrap: permission denied. Make the file executable"
                            + " before you zip it.");
                }
                return file;
            }
        }
        throw new IOException("Couldn't find valid bootstrap(s): [/var/task/bootstrap /opt/bootstrap]");
    }
}
