// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.lambda.runtime;

import com.amazonaws.services.lambda.runtime.CustomPojoSerializer;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import dev.stoker.local.functions.Incomplete;
import dev.stoker.warmable.WarmableHandler;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.joda.time.DateTime;

/** The functions of {@code dev.stoker.local.functions} as Lambda unpacks a package: classes in the root, libraries in lib/. */
final class FunctionOnDisk {
    private static final int MAJOR_VERSION_AT = 7;

    private FunctionOnDisk() {}

    /**
     * Writes one.
     *
     * @param folder to write to; must be empty
     * @param serializers names of classes, for META-INF/services; may be empty
     */
    static Path write(Path folder, List<String> serializers) throws IOException {
        copyClasses(place(Incomplete.class), folder, "dev/stoker/local/functions");
        copyClasses(place(WarmableHandler.class), folder, "dev/stoker/warmable");
        Path classes = folder.resolve("dev/stoker/local/functions");
        Files.delete(classes.resolve("Incomplete$Missing.class"));
        Path tooNew = classes.resolve("Incomplete$TooNew.class");
        byte[] bytes = Files.readAllBytes(tooNew);
        bytes[MAJOR_VERSION_AT] = 99;
        Files.write(tooNew, bytes);
        Path lib = Files.createDirectories(folder.resolve("lib"));
        for (Class<?> anchor : List.of(SQSEvent.class, DateTime.class)) {
            Path jar = place(anchor);
            Files.copy(jar, lib.resolve(jar.getFileName()));
        }
        if (!serializers.isEmpty()) {
            Path services = Files.createDirectories(folder.resolve("META-INF/services"));
            Files.write(services.resolve(CustomPojoSerializer.class.getName()), serializers);
        }
        return folder;
    }

    /** The same as a package for {@code CreateFunction}. */
    static byte[] zip(Path folder) throws IOException {
        Path root = write(folder, List.of());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes);
                Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                zip.putNextEntry(new ZipEntry(root.relativize(file).toString().replace('\\', '/')));
                Files.copy(file, zip);
            }
        }
        return bytes.toByteArray();
    }

    /** Copies what one package of a module holds, from its folder of classes or its jar. */
    static void copyClasses(Path from, Path to, String folder) throws IOException {
        if (!Files.isDirectory(from)) {
            try (var jar = FileSystems.newFileSystem(from)) {
                copy(jar.getPath(folder), to.resolve(folder));
            }
            return;
        }
        copy(from.resolve(folder), to.resolve(folder));
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, to.resolve(file.getFileName().toString()));
            }
        }
    }

    /** Where this JVM has a class: a folder or a jar. */
    static Path place(Class<?> anchor) {
        try {
            return Path.of(
                    anchor.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
