// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.lambda.runtime;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.api.client.EventHandlerLoader;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import dev.stoker.local.lambda.bootstrap.RuntimeLoop;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import software.amazon.awssdk.utilslite.SdkInternalThreadLocal;

/**
 * The class path inside an environment: the bootstrap package and AWS's runtime client, copied from this JVM's class
 * path into one small jar.
 *
 * <p>It is a separate jar because the runtime's classes have priority over the function's, so it must not contain other
 * classes of the embedded AWS, which may be one jar with everything.
 */
final class RuntimeJar {
    private static final List<Class<?>> ANCHORS = List.of(
            RuntimeLoop.class,
            EventHandlerLoader.class,
            Context.class,
            PojoSerializer.class,
            SdkInternalThreadLocal.class);

    private static final List<String> WANTED = List.of(
            "dev/stoker/local/lambda/bootstrap/",
            "com/amazonaws/services/lambda/",
            "com/amazonaws/lambda/thirdparty/",
            "software/amazon/awssdk/utilslite/",
            "META-INF/services/com.amazonaws.");

    private RuntimeJar() {}

    /**
     * Writes the jar.
     *
     * @param file must not exist
     * @return the file
     * @throws IOException if it cannot be written, or if this JVM's own classes cannot be read
     */
    public static Path write(Path file) throws IOException {
        Set<Path> sources = new LinkedHashSet<>();
        for (Class<?> anchor : ANCHORS) {
            sources.add(source(anchor));
        }
        try (ZipOutputStream jar = new ZipOutputStream(Files.newOutputStream(file))) {
            jar.setLevel(0); // read by every environment's start: stored beats small
            Set<String> written = new HashSet<>();
            for (Path source : sources) {
                if (Files.isDirectory(source)) {
                    copyFolder(source, jar, written);
                } else {
                    copyJar(source, jar, written);
                }
            }
        }
        return file;
    }

    private static Path source(Class<?> anchor) throws IOException {
        try {
            URI location =
                    anchor.getProtectionDomain().getCodeSource().getLocation().toURI();
            return Path.of(location);
        } catch (URISyntaxException e) {
            throw new IOException("the place of " + anchor.getName() + " is no file", e);
        }
    }

    private static void copyFolder(Path folder, ZipOutputStream jar, Set<String> written) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.filter(Files::isRegularFile).toList();
        }
        for (Path file : files) {
            String name = folder.relativize(file).toString().replace('\\', '/');
            if (isWanted(name) && written.add(name)) {
                jar.putNextEntry(new ZipEntry(name));
                Files.copy(file, jar);
            }
        }
    }

    private static void copyJar(Path source, ZipOutputStream jar, Set<String> written) throws IOException {
        try (ZipFile zip = new ZipFile(source.toFile())) {
            for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
                ZipEntry entry = entries.nextElement();
                if (isWanted(entry.getName()) && !entry.isDirectory() && written.add(entry.getName())) {
                    jar.putNextEntry(new ZipEntry(entry.getName()));
                    try (InputStream in = zip.getInputStream(entry)) {
                        in.transferTo(jar);
                    }
                }
            }
        }
    }

    private static boolean isWanted(String name) {
        return WANTED.stream().anyMatch(name::startsWith);
    }
}
