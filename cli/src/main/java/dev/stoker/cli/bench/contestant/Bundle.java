// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.bench.contestant;

import dev.stoker.local.lambda.code.FunctionCode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The files of a function's package. */
final class Bundle {
    private final Map<String, byte[]> files = new TreeMap<>();

    /** Adds a file. */
    Bundle text(String name, String content) {
        files.put(name, content.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** Adds a file of this machine. */
    Bundle file(String name, Path file) {
        try {
            files.put(name, Files.readAllBytes(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return this;
    }

    /** Adds the files below a folder, as far as they are wanted. */
    Bundle folder(String place, Path folder, Predicate<String> wanted) {
        try (Stream<Path> all = Files.walk(folder)) {
            all.filter(Files::isRegularFile).forEach(each -> {
                String name = folder.relativize(each).toString().replace('\\', '/');
                if (wanted.test(name)) {
                    file(place + name, each);
                }
            });
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return this;
    }

    FunctionCode code() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.setLevel(1); // it is unpacked at once, on this machine
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return FunctionCode.of(bytes.toByteArray());
    }
}
