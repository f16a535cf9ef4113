// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.library;

import dev.stoker.local.lambda.code.FunctionCode;
import dev.stoker.local.lambda.runtime.Runtimes.Language;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The file or class that a handler's name requires, if its package does not contain it.
 *
 * @param kind what it must be
 * @param got what it is
 * @param remedy a sentence
 */
public record HandlerFile(String kind, String got, String remedy) {
    /** What is missing in a package; empty if the handler is there, as far as names tell. */
    public static Optional<HandlerFile> of(Language language, FunctionCode code, String handler) {
        return switch (language) {
            case JAVA -> missingClass(code, handler.replaceFirst("::.*", ""));
            case PYTHON -> missingModule(code, handler);
            case NODE -> missingFile(code, handler);
            case PROVIDED -> missingBootstrap(code);
        };
    }

    private static Optional<HandlerFile> missingClass(FunctionCode code, String name) {
        String file = name.replace('.', '/') + ".class";
        boolean there = code.files().contains(file)
                || code.files().stream()
                        .filter(jar -> jar.startsWith("lib/") && jar.endsWith(".jar"))
                        .anyMatch(jar -> filesOfJar(code, jar).contains(file));
        return when(
                !there,
                "a class",
                name,
                "Write it with its package, such as com.acme.Orders::handleRequest; its jar may be in lib/.");
    }

    private static Set<String> filesOfJar(FunctionCode code, String jar) {
        try {
            return FunctionCode.of(code.file(jar)).files();
        } catch (IOException | IllegalArgumentException noJar) {
            return Set.of();
        }
    }

    /** A module is a file, a compiled one too, or a folder with an __init__.py; a folder without one is a module as well. */
    private static Optional<HandlerFile> missingModule(FunctionCode code, String handler) {
        int dot = handler.lastIndexOf('.');
        String module = dot < 0 ? handler : handler.substring(0, dot);
        String path = module.replace('.', '/');
        boolean there =
                code.files().stream().anyMatch(file -> file.startsWith(path + ".") || file.startsWith(path + "/"));
        return when(
                dot < 0 || !there,
                "a module and its function",
                handler,
                "Write it as module.function, with the module's folders before it, such as orders.api.handler.");
    }

    private static Optional<HandlerFile> missingFile(FunctionCode code, String handler) {
        int dot = handler.indexOf('.', handler.lastIndexOf('/') + 1);
        String path = dot < 0 ? handler : handler.substring(0, dot);
        boolean there = path.startsWith("/")
                || Stream.of("", ".js", ".mjs", ".cjs")
                        .anyMatch(ending -> code.files().contains(path + ending))
                || code.files().stream().anyMatch(file -> file.startsWith("node_modules/" + path + "/"));
        return when(
                dot < 0 || !there,
                "a file and its export",
                handler,
                "Write it as file.export, with the file's folders before it, such as src/index.handler.");
    }

    private static Optional<HandlerFile> missingBootstrap(FunctionCode code) {
        return when(
                !code.files().contains("bootstrap"),
                "any name, and a program called bootstrap",
                "a package without one",
                "Zip the program under this name, at the root and executable.");
    }

    private static Optional<HandlerFile> when(boolean missing, String kind, String got, String remedy) {
        return missing ? Optional.of(new HandlerFile(kind, got, remedy)) : Optional.empty();
    }
}
