// SPDX-License-Identifier: Apache-2.0
package dev.stoker.contract;

import dev.stoker.contract.handlers.Throwing;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/**
 * The code of every function that the suite creates: sample.jar with Stoker's library, and the handlers of
 * {@code dev.stoker.contract.handlers}. The configuration of a function selects the handler.
 */
final class CodeJar {
    private CodeJar() {}

    static byte[] with(Path sampleJar) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarFile sample = new JarFile(sampleJar.toFile());
                JarOutputStream jar = new JarOutputStream(bytes)) {
            for (Enumeration<JarEntry> entries = sample.entries(); entries.hasMoreElements(); ) {
                JarEntry entry = entries.nextElement();
                try (InputStream content = sample.getInputStream(entry)) {
                    put(jar, entry.getName(), content.readAllBytes());
                }
            }
            for (Path handler : handlerClasses()) {
                String folder = Throwing.class.getPackageName().replace('.', '/');
                put(jar, folder + "/" + handler.getFileName(), Files.readAllBytes(handler));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(sampleJar + " cannot be copied. Run mvn package first.", e);
        }
        return bytes.toByteArray();
    }

    private static void put(JarOutputStream jar, String name, byte[] content) throws IOException {
        jar.putNextEntry(new JarEntry(name));
        jar.write(content);
        jar.closeEntry();
    }

    private static List<Path> handlerClasses() throws IOException {
        try {
            Path folder = Path.of(Throwing.class.getResource(".").toURI());
            try (Stream<Path> files = Files.list(folder)) {
                return files.filter(file -> file.toString().endsWith(".class"))
                        .sorted()
                        .toList();
            }
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
