// SPDX-License-Identifier: Apache-2.0
package dev.stoker.protocol;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Where things are, and copies of them to work on. */
final class Repository {
    static final Path ROOT = Path.of(System.getProperty("stoker.root"));
    static final Path PYTHON = ROOT.resolve("functions/python");
    static final Path NODE = ROOT.resolve("functions/node");
    static final Path VECTORS = ROOT.resolve("functions/protocol/vectors");

    private Repository() {}

    /** Copies a folder, so that tools leave nothing in the sources. */
    static Path copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
        return to;
    }

    /** Unpacks a layer as Lambda does to /opt, and gives the paths of its files. */
    static List<String> unpackLayer(String zip, Path to) throws IOException {
        List<String> names = new ArrayList<>();
        try (ZipFile layer =
                new ZipFile(ROOT.resolve("functions/layer/target").resolve(zip).toFile())) {
            layer.stream().filter(entry -> !entry.isDirectory()).forEach(entry -> {
                names.add(entry.getName());
                unpack(layer, entry, to.resolve(entry.getName()));
            });
        }
        return names;
    }

    private static void unpack(ZipFile layer, ZipEntry entry, Path file) {
        try (InputStream in = layer.getInputStream(entry)) {
            Files.createDirectories(file.getParent());
            Files.copy(in, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
