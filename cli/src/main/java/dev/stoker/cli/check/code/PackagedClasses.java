// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.check.code;

import dev.stoker.local.lambda.code.FunctionCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The declarations of the classes of a package, by their binary names with dots. No code of the package runs.
 *
 * <p>Packages are read by {@link FunctionCode}, as the embedded AWS reads them, so that both find the same classes.
 */
public final class PackagedClasses {
    private static final String CLASS = ".class";

    private final String method;

    /** The package itself, then its jars in their order. */
    private final List<FunctionCode> parts = new ArrayList<>();

    private PackagedClasses(String method) {
        this.method = method;
    }

    /**
     * Reads a zip with classes at its root and jars in a folder.
     *
     * @param jars the folder of jars in the zip: {@code lib/} in a function, {@code java/lib/} in a layer
     * @param method the method to look for
     * @throws IOException if a jar in it cannot be read
     */
    public static PackagedClasses read(FunctionCode code, String jars, String method) throws IOException {
        PackagedClasses classes = new PackagedClasses(method);
        classes.parts.add(code);
        for (String file : code.files()) {
            if (file.startsWith(jars) && file.endsWith(".jar")) {
                classes.addJar(code.file(file));
            }
        }
        return classes;
    }

    /** The package itself, without the content of its jars. */
    public FunctionCode code() {
        return parts.get(0);
    }

    private void addJar(byte[] jar) {
        try {
            parts.add(FunctionCode.of(jar));
        } catch (IllegalArgumentException notAJar) {
            // Java's class loader ignores such a file too.
        }
    }

    /**
     * The declarations of a class; empty if it is not in the package.
     *
     * @throws UncheckedIOException if its file cannot be read
     */
    public Optional<ClassHead> find(String name) {
        String file = name.replace('.', '/') + CLASS;
        return parts.stream()
                .filter(part -> part.files().contains(file))
                .findFirst()
                .map(part -> ClassHead.read(read(part, file), method));
    }

    private static byte[] read(FunctionCode part, String file) {
        try {
            return part.file(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
