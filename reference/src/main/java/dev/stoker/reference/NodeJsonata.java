// SPDX-License-Identifier: Apache-2.0
package dev.stoker.reference;

import static java.util.Objects.requireNonNull;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * JSONata's reference implementation, npm jsonata 2.0.6, run by Node.
 *
 * <p>Node searches for the package (NODE_PATH); otherwise {@code .ci/node-modules} installs it into a cache folder.
 */
public final class NodeJsonata {

    private static final String NODE_PATH = "NODE_PATH";

    private final Path program;
    private final @Nullable String modules;
    private final @Nullable String missing;

    private NodeJsonata(Path program, @Nullable String modules, @Nullable String missing) {
        this.program = program;
        this.modules = modules;
        this.missing = missing;
    }

    /**
     * Looks for Node and the package.
     *
     * @param root the repository's folder
     */
    public static NodeJsonata in(Path root) {
        Path program = root.resolve("reference/src/main/node/evaluate.cjs");
        try {
            run("node", "--version");
        } catch (IOException e) {
            return new NodeJsonata(program, null, "there is no Node on the path");
        }
        try {
            String given = System.getenv(NODE_PATH);
            String modules = given == null || given.isEmpty()
                    ? run(root.resolve(".ci/node-modules").toString())
                    : given;
            return new NodeJsonata(program, modules, null);
        } catch (IOException e) {
            return new NodeJsonata(program, null, "npm cannot install .ci/package.json: " + e.getMessage());
        }
    }

    /** Why it is not available; empty if it is. */
    public Optional<String> whyNot() {
        return Optional.ofNullable(missing);
    }

    /**
     * Evaluates expressions.
     *
     * @param questions a file of JSON objects, one a line, as evaluate.cjs describes them
     * @param answers the file to write: one object per line, in the same order
     * @throws IllegalStateException if it fails, with Node's message
     */
    public void evaluate(Path questions, Path answers) {
        try {
            Path errors = Files.createTempFile("node", ".txt");
            ProcessBuilder node = new ProcessBuilder("node", "--max-old-space-size=2000", program.toString());
            node.environment().putAll(Map.of(NODE_PATH, requireNonNull(modules, NODE_PATH)));
            node.redirectInput(questions.toFile())
                    .redirectOutput(answers.toFile())
                    .redirectError(errors.toFile());
            if (node.start().waitFor() != 0) {
                throw new IllegalStateException("Node failed: " + Files.readString(errors));
            }
            Files.delete(errors);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while Node evaluates", e);
        }
    }

    private static String run(String... command) throws IOException {
        Process process = new ProcessBuilder(command)
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        try {
            if (process.waitFor() != 0) {
                throw new IOException(String.join(" ", command) + ": " + output);
            }
            return output;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
