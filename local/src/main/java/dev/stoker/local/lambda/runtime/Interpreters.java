// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.lambda.runtime;

import dev.stoker.local.lambda.runtime.Runtimes.Language;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The interpreters on PATH. A runtime runs on the version that it names and on no other: Lambda would run it on that one, and
 * packages with native code fit one version.
 */
final class Interpreters {
    /** What an interpreter prints of itself: its version, perhaps with a v, and perhaps its real path. */
    private static final Pattern ANSWER = Pattern.compile("v?(\\d+(?:\\.\\d+)*)\\S*(?:\\s+(\\S.*))?\\s*");

    /** A shim of a version manager starts another one, which takes its time. */
    private static final long ANSWERS_WITHIN_SECONDS = 20;

    private static final Interpreters OF_THIS_MACHINE =
            new Interpreters(System.getenv().getOrDefault("PATH", ""));

    private final String path;
    private final Map<String, Search> searches = new ConcurrentHashMap<>();

    /** @param path folders, separated as in the variable PATH */
    Interpreters(String path) {
        this.path = path;
    }

    /** Those that this process finds; each is started once to learn its version. */
    static Interpreters ofThisMachine() {
        return OF_THIS_MACHINE;
    }

    /** Where the interpreter of a runtime is. */
    Optional<Path> find(String runtime) {
        return search(runtime).found;
    }

    /** Why a runtime cannot run here, in a sentence with the remedy; empty if it can. */
    Optional<String> refusal(String runtime) {
        return search(runtime).refusal();
    }

    private Search search(String runtime) {
        return searches.computeIfAbsent(runtime, unused -> new Search(runtime));
    }

    /** What is on PATH for one runtime. */
    private final class Search {
        private final String runtime;
        private final boolean python;
        private final String version;
        private final Map<String, String> others = new TreeMap<>();
        private Optional<Path> found = Optional.empty();

        Search(String runtime) {
            this.runtime = runtime;
            this.python = Language.of(runtime).orElseThrow() == Language.PYTHON;
            this.version = runtime.replaceAll("[a-z]|\\.x$", "");
            for (String name : names()) {
                for (String folder : path.split(File.pathSeparator, -1)) {
                    if (found.isEmpty() && !folder.isEmpty()) {
                        look(folder, name);
                    }
                }
            }
        }

        private List<String> names() {
            return python
                    ? List.of("python" + version, "python3", "python")
                    : List.of("node" + version, "node-" + version, "node", "nodejs");
        }

        private void look(String folder, String name) {
            try {
                Path file = Path.of(folder, name);
                if (Files.isExecutable(file) && Files.isRegularFile(file)) {
                    ask(file);
                }
            } catch (InvalidPathException | IOException unusable) {
                // as if it were not there
            }
        }

        /** Also asks for its real path: a shim would look for its version at every start of an environment. */
        private void ask(Path file) throws IOException {
            Process process = new ProcessBuilder(question(file))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try {
                process.getOutputStream().close();
                if (!process.waitFor(ANSWERS_WITHIN_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
                    return;
                }
                String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                Matcher match = ANSWER.matcher(answer);
                if (!match.matches()) {
                    return;
                }
                if ((match.group(1) + ".").startsWith(version + ".")) {
                    found = Optional.of(
                            match.group(2) == null
                                    ? file
                                    : Path.of(match.group(2).strip()));
                } else {
                    others.put(match.group(1), file.toString());
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                process.destroyForcibly();
            }
        }

        private List<String> question(Path file) {
            String program = "import platform, sys; print(platform.python_version(), sys.executable)";
            return python
                    ? List.of(file.toString(), "-S", "-c", program)
                    : List.of(file.toString(), "-p", "process.version + ' ' + process.execPath");
        }

        Optional<String> refusal() {
            if (found.isPresent()) {
                return Optional.empty();
            }
            String language = (python ? "Python " : "Node.js ") + version;
            StringBuilder there = new StringBuilder();
            others.forEach((other, file) -> there.append(there.isEmpty() ? "" : ", ")
                    .append(other)
                    .append(" as ")
                    .append(file));
            return Optional.of(runtime + ": the embedded AWS runs it with the " + language + " on PATH, and "
                    + (there.isEmpty() ? "PATH has none" : "PATH has only " + there) + ". Install " + language
                    + " and put its folder on PATH"
                    + (there.isEmpty() ? "." : ", or name the runtime of the version that is there."));
        }
    }
}
