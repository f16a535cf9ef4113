// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.local;

import dev.stoker.cli.output.Failure;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * A function's package with Stoker's library, which is added to its lib/ if the package does not contain it. Lambda
 * puts lib/ on the class path for fat jars and for zip files.
 */
final class WrappedPackage {
    private static final String LIBRARY = "lib/stoker-warmable.jar";
    private static final String LIBRARYS_CLASS = "dev/stoker/warmable/WarmableHandler.class";

    private final Set<String> classes = new HashSet<>();
    private final ByteArrayOutputStream zip = new ByteArrayOutputStream();

    private WrappedPackage() {}

    /**
     * @throws Failure if it is not a zip file with at least one entry
     */
    static WrappedPackage of(byte[] original) {
        WrappedPackage wrapped = new WrappedPackage();
        try {
            wrapped.copy(original);
        } catch (IOException broken) {
            throw notAZip();
        }
        return wrapped;
    }

    /** Whether the package or a jar in its lib/ contains a class. */
    boolean has(String className) {
        return classes.contains(className.replace('.', '/') + ".class");
    }

    /** The whole package. */
    byte[] zip() {
        return zip.toByteArray();
    }

    private void copy(byte[] original) throws IOException {
        Set<String> written = new HashSet<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(original));
                ZipOutputStream out = new ZipOutputStream(zip)) {
            out.setLevel(0); // it is unpacked at once, on this machine
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (written.add(entry.getName())) {
                    byte[] content = in.readAllBytes();
                    note(entry.getName(), content);
                    put(out, entry.getName(), content);
                }
            }
            if (written.isEmpty()) {
                throw notAZip();
            }
            if (!classes.contains(LIBRARYS_CLASS)) {
                byte[] library = library();
                note(LIBRARY, library);
                put(out, LIBRARY, library);
            }
        }
    }

    private void note(String name, byte[] content) throws IOException {
        if (name.endsWith(".class")) {
            classes.add(name);
        } else if (name.startsWith("lib/") && name.endsWith(".jar")) {
            try (ZipInputStream jar = new ZipInputStream(new ByteArrayInputStream(content))) {
                for (ZipEntry entry = jar.getNextEntry(); entry != null; entry = jar.getNextEntry()) {
                    classes.add(entry.getName());
                }
            }
        }
    }

    private static void put(ZipOutputStream out, String name, byte[] content) throws IOException {
        out.putNextEntry(new ZipEntry(name));
        out.write(content);
    }

    private static byte[] library() {
        try (InputStream jar = Files.newInputStream(Clone.library())) {
            return jar.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Failure notAZip() {
        return Failure.wrongUse(
                "--jar: must be a jar or zip with at least one entry, got something else. Give the package that you"
                        + " upload to Lambda.");
    }
}
