// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.check;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.objectweb.asm.ClassReader;

/**
 * The classes of a package and what each inherits from, by their binary names with dots. Only their heads are read: no line
 * of the package runs.
 */
final class PackagedClasses {
    private static final String CLASS = ".class";

    private final Map<String, String> superByClass = new HashMap<>();

    private PackagedClasses() {}

    /**
     * Reads a zip with classes at its root and jars in a folder.
     *
     * @param jars the folder as the zip has it: {@code lib/} in a function, {@code java/lib/} in a layer
     * @throws IOException if it is no zip that can be read
     */
    static PackagedClasses read(InputStream zip, String jars) throws IOException {
        PackagedClasses classes = new PackagedClasses();
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
        superByClass.putIfAbsent(name, superName(content.readAllBytes()));
    }

    /** Empty for what is no class file of a version that can be read. */
    private static String superName(byte[] content) {
        try {
            String name = new ClassReader(content).getSuperName();
            return name == null ? "" : name.replace('/', '.');
        } catch (IllegalArgumentException | IndexOutOfBoundsException newer) {
            return "";
        }
    }

    boolean has(String name) {
        return superByClass.containsKey(name);
    }

    /** What a class inherits from; empty if it is not here. */
    Optional<String> superOf(String name) {
        return Optional.ofNullable(superByClass.get(name));
    }
}
