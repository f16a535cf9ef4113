// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.local;

import dev.stoker.cli.check.code.HandlerName;
import dev.stoker.cli.check.code.Lineage;
import dev.stoker.cli.check.code.PackagedClasses;
import dev.stoker.cli.library.StokersHandler;
import dev.stoker.local.lambda.code.FunctionCode;
import dev.stoker.local.lambda.runtime.Runtimes.Language;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Stoker's library as the layer of one language, and the handler that a function with it has. */
final class StokerLayer {
    private static final List<String> NODE_FILES = List.of("index.js", "index.d.ts", "lambda.mjs", "package.json");
    private static final String NODE_FOLDER = "nodejs/node_modules/stoker-warmable/";

    private final StokersHandler stokers;
    private final FunctionCode content;

    private StokerLayer(StokersHandler stokers, FunctionCode content) {
        this.stokers = stokers;
        this.content = content;
    }

    /** The layer; empty for a language whose functions answer warm events themselves. */
    static Optional<StokerLayer> of(Language language) {
        return StokersHandler.of(language).map(stokers -> new StokerLayer(stokers, content(stokers)));
    }

    private static FunctionCode content(StokersHandler stokers) {
        try {
            return FunctionCode.of(zip(files(stokers)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** What is unpacked to /opt on AWS. */
    FunctionCode content() {
        return content;
    }

    /** The handler that finds the function's own by STOKER_HANDLER. */
    String handler() {
        return stokers.text();
    }

    /**
     * Whether a function's handler answers warm events itself: it is Stoker's, and the function has set STOKER_HANDLER, or a
     * Java class that inherits from it.
     *
     * @throws IOException if the package cannot be read
     */
    boolean isBehind(String handler, FunctionCode code) throws IOException {
        return stokers.is(handler) || (stokers == StokersHandler.JAVA && inherits(handler, code));
    }

    private static boolean inherits(String handler, FunctionCode code) throws IOException {
        PackagedClasses classes = PackagedClasses.read(code, "lib/", "handleRequest");
        return Lineage.of(HandlerName.parse(handler).className(), classes::find).contains(HandlerName.STOKERS_CLASS);
    }

    /** Where each file is in this clone. */
    private static Map<String, Path> files(StokersHandler stokers) throws IOException {
        Map<String, Path> files = new TreeMap<>();
        switch (stokers) {
            case JAVA -> files.put("java/lib/stoker-warmable.jar", Clone.library());
            case PYTHON ->
                files.put("python/stoker_warmable.py", Clone.root().resolve("functions/python/stoker_warmable.py"));
            case NODE ->
                NODE_FILES.forEach(name -> files.put(
                        NODE_FOLDER + name,
                        Clone.root().resolve("functions/node").resolve(name)));
        }
        return files;
    }

    private static byte[] zip(Map<String, Path> files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.setLevel(0); // it is unpacked at once, on this machine
            for (Map.Entry<String, Path> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                Files.copy(file.getValue(), zip);
            }
        }
        return bytes.toByteArray();
    }
}
