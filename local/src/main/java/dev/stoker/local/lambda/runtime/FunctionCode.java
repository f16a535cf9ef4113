// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.lambda.runtime;

import dev.stoker.local.lambda.runtime.Runtimes.Payload;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * A function's package: a jar, or a zip with classes at its root and jars in lib/. Both are unpacked to the task root,
 * as on Lambda.
 */
public final class FunctionCode {
    private final Payload zip;
    private Path unpacked;

    private FunctionCode(Payload zip) {
        this.zip = zip;
    }

    /**
     * A package from its bytes.
     *
     * @throws IllegalArgumentException if it is no zip with at least one entry
     */
    public static FunctionCode of(Payload zip) {
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip.bytes()))) {
            if (in.getNextEntry() != null) {
                return new FunctionCode(zip);
            }
        } catch (IOException e) {
            throw new IllegalArgumentException(notAZip(zip), e);
        }
        throw new IllegalArgumentException(notAZip(zip));
    }

    /**
     * A package from a file.
     *
     * @throws IOException if the file cannot be read
     * @throws IllegalArgumentException if it is no zip with at least one entry
     */
    public static FunctionCode of(Path file) throws IOException {
        return of(Payload.of(Files.readAllBytes(file)));
    }

    /** The bytes of the package. */
    public byte[] bytes() {
        return zip.bytes();
    }

    /** The size of the package in bytes. */
    public long size() {
        return zip.size();
    }

    /** The package's SHA-256 in base64, as Lambda's CodeSha256. */
    public String sha256() {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(zip.bytes()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /**
     * Unpacks the package at the first call, and returns the same folder for all calls.
     *
     * @param parent where to create the folder; the owner of the parent deletes it
     * @throws UncheckedIOException if it cannot be unpacked
     */
    public synchronized Path unpackUnder(Path parent) {
        if (unpacked == null || !Files.isDirectory(unpacked)) {
            try {
                unpacked = unpackInto(Files.createTempDirectory(parent, "task"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return unpacked;
    }

    /** Unpacks the package and overwrites existing files. */
    Path unpackInto(Path folder) throws IOException {
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip.bytes()))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                Path file = folder.resolve(entry.getName()).normalize();
                if (!file.startsWith(folder)) {
                    throw new IOException("zip entry: must stay within the package, got " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                } else {
                    Files.createDirectories(file.getParent());
                    Files.copy(in, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
        return folder;
    }

    private static String notAZip(Payload zip) {
        return "code: must be a zip or jar with at least one entry, got " + zip.size()
                + " bytes of something else. Build the function's package and give that file.";
    }

    /**
     * A function's layers: all are unpacked to one folder, /opt on AWS, and a later layer overwrites files of an
     * earlier one.
     */
    public static final class LayerStack {
        /** No layers. */
        public static final LayerStack NONE = new LayerStack(List.of());

        private final List<LayerVersion> versions;
        private Path unpacked;

        private LayerStack(List<LayerVersion> versions) {
            this.versions = versions;
        }

        /** These layers, in the order in which they are unpacked. */
        public static LayerStack of(List<LayerVersion> versions) {
            return versions.isEmpty() ? NONE : new LayerStack(List.copyOf(versions));
        }

        /** The layers in the order in which they are unpacked. */
        public List<LayerVersion> versions() {
            return versions;
        }

        /**
         * Unpacks all layers at the first call, and returns the same folder for all calls; empty without layers.
         *
         * @param parent where to create the folder; the owner of the parent deletes it
         * @throws UncheckedIOException if one cannot be unpacked
         */
        public synchronized Optional<Path> unpackUnder(Path parent) {
            if (versions.isEmpty()) {
                return Optional.empty();
            }
            if (unpacked == null || !Files.isDirectory(unpacked)) {
                try {
                    Path folder = Files.createTempDirectory(parent, "opt");
                    for (LayerVersion version : versions) {
                        version.content().unpackInto(folder);
                    }
                    unpacked = folder;
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
            return Optional.of(unpacked);
        }
    }

    /**
     * A published version of a layer.
     *
     * @param arn the layer's ARN with the version
     * @param content the content, which is unpacked to /opt on AWS
     */
    public record LayerVersion(String arn, FunctionCode content) {}
}
