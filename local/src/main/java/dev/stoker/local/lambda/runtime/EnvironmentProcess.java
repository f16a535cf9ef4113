// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.lambda.runtime;

import static java.util.Objects.requireNonNull;

import dev.stoker.local.lambda.runtime.Runtimes.Language;
import dev.stoker.local.lambda.runtime.Runtimes.RuntimeSpec;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Starts the process of an environment with its folder, its variables and its log; the language says what runs. */
final class EnvironmentProcess {
    private final Path work;
    private final JvmCommand jvm;
    private final InterpreterCommand others;

    /**
     * What all processes share.
     *
     * @param work the folder for unpacked packages and logs
     */
    EnvironmentProcess(Path work, JvmCommand jvm, InterpreterCommand others) {
        this.work = work;
        this.jvm = jvm;
        this.others = others;
    }

    /** Starts the process; what it writes is appended to the log. */
    Process start(RuntimeSpec spec, String runtimeApi, Path log) throws IOException {
        Path taskRoot = requireNonNull(spec.code()).unpackUnder(work);
        Optional<Path> layers = spec.layers().unpackUnder(work);
        List<String> command =
                spec.language() == Language.JAVA ? jvm.of(spec, layers) : others.of(spec, taskRoot, layers);
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(taskRoot.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        Map<String, String> variables = builder.environment();
        String path = variables.getOrDefault("PATH", "");
        variables.clear();
        variables.put("PATH", path);
        if (spec.language() != Language.JAVA) {
            addSearchPaths(variables, spec, taskRoot, layers);
        }
        variables.putAll(spec.variables());
        variables.put("AWS_LAMBDA_RUNTIME_API", runtimeApi);
        variables.put("LAMBDA_TASK_ROOT", taskRoot.toString());
        variables.put("LAMBDA_RUNTIME_DIR", work.toString());
        return builder.start();
    }

    /** Source: Lambda developer guide, "Defined runtime environment variables"; /opt is where the layers are here. */
    private static void addSearchPaths(
            Map<String, String> variables, RuntimeSpec spec, Path taskRoot, Optional<Path> layers) {
        variables.put(
                "LD_LIBRARY_PATH",
                joined(Stream.concat(
                        Stream.of(taskRoot, taskRoot.resolve("lib")),
                        layers.stream().map(opt -> opt.resolve("lib")))));
        layers.ifPresent(opt -> {
            variables.merge("PATH", opt.resolve("bin").toString(), (before, bin) -> before + File.pathSeparator + bin);
            if (spec.language() == Language.NODE) {
                String major = spec.runtime().replaceAll("js|\\.x$", "");
                variables.put(
                        "NODE_PATH",
                        joined(Stream.of(
                                opt.resolve("nodejs").resolve(major).resolve("node_modules"),
                                opt.resolve("nodejs").resolve("node_modules"))));
            }
        });
    }

    private static String joined(Stream<Path> folders) {
        return folders.map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }

    Path logFile(RuntimeSpec spec) throws IOException {
        return Files.createTempFile(work, spec.environmentId(), ".log");
    }
}
