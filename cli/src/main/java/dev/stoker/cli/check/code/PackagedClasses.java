// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.check.code;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** The declarations of the classes of a package, by their binary names with dots. No code of the package runs. */
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
     * @param jars the folder of jars in the zip: {@code lib/} in a function, {@code java/lib/} in a layer
     * @param method the method to look for
     * @throws IOException if it is not a readable zip file
     */
    static PackagedClasses read(InputStream zip, String jars, String method) throws IOException {
        PackagedClasses classes = new PackagedClasses(method);
        try (ZipInputStream in = new ZipInputStream(zip)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                String name = entry.getName();
                if (name.startsWith(jars) && name.endsWith(".jar")) {
                    // Not closed, because this would also close the outer stream.
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

    /** The declarations of a class; empty if it is not in the package. */
    Optional<ClassHead> find(String name) {
        return Optional.ofNullable(heads.get(name));
    }
}
