// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.check.code;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** The heads of the classes of a package, by their binary names with dots. No line of the package runs. */
final class PackagedClasses {
    private static final String CLASS = ".class";

    private final String method;
    private final Map<String, ClassHead> heads = new HashMap<>();

    private PackagedClasses(String method) {
        this.method = method;
    }

    /**
     * Reads a zip with classes at its root and jars in a folder.
     *
     * @param jars the folder as the zip has it: {@code lib/} in a function, {@code java/lib/} in a layer
     * @param method the one that heads tell of
     * @throws IOException if it is no zip that can be read
     */
    static PackagedClasses read(InputStream zip, String jars, String method) throws IOException {
        PackagedClasses classes = new PackagedClasses(method);
        try (ZipInputStream in = new ZipInputStream(zip)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                String name = entry.getName();
                if (name.startsWith(jars) && name.endsWith(".jar")) {
                    // Not closed: what it reads from goes on after it.
                    classes.addAll(new ZipInputStream(in));
                } else {
                    classes.add(name, in);
                }
            }
        }
        return classes;
    }

    private void addAll(ZipInputStream jar) throws IOException {
        for (ZipEntry entry = jar.getNextEntry(); entry != null; entry = jar.getNextEntry()) {
            add(entry.getName(), jar);
        }
    }

    private void add(String entry, InputStream content) throws IOException {
        if (!entry.endsWith(CLASS) || entry.startsWith("META-INF/") || entry.endsWith("module-info.class")) {
            return;
        }
        String name = entry.substring(0, entry.length() - CLASS.length()).replace('/', '.');
        heads.putIfAbsent(name, ClassHead.read(content.readAllBytes(), method));
    }

    /** The head of a class; empty if it is not here. */
    Optional<ClassHead> find(String name) {
        return Optional.ofNullable(heads.get(name));
    }
}
