// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.lambda.code;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A function's package, or a layer's: a jar or zip as it was uploaded. It is unpacked to the task root, or to /opt, as
 * Lambda does.
 */
public final class FunctionCode {
    /**
     * Bytes of all files of a package, and of a package with its layers: 250 MB. Source: Lambda developer guide, "Lambda
     * quotas", read 2026-11, and the number in Lambda's own refusal.
     */
    public static final long LARGEST_UNZIPPED = 262_144_000;

    private final byte[] bytes;
    private final PackageZip zip;
    private @Nullable Path unpacked;

    private FunctionCode(byte[] bytes, PackageZip zip) {
        this.bytes = bytes;
        this.zip = zip;
    }

    /**
     * A package as it was uploaded. What could keep it from being unpacked is looked for here, as far as its table of
     * contents tells.
     *
     * @param bytes not copied: do not change them
     * @throws TooLargeException if its files are larger than {@link #LARGEST_UNZIPPED}
     * @throws IllegalArgumentException if it is no zip with at least one entry, or has an entry that cannot be unpacked
     */
    public static FunctionCode of(byte[] bytes) {
        PackageZip zip = PackageZip.read(bytes);
        if (zip.unzippedSize() > LARGEST_UNZIPPED) {
            throw new TooLargeException(zip.unzippedSize());
        }
        return new FunctionCode(bytes, zip);
    }

    /**
     * A package from a file.
     *
     * @throws IOException if the file cannot be read
     * @throws IllegalArgumentException as {@link #of(byte[])}
     */
    public static FunctionCode of(Path file) throws IOException {
        return of(Files.readAllBytes(file));
    }

    /** The package as it was uploaded, not copied. */
    public byte[] bytes() {
        return bytes;
    }

    /** The size of the package in bytes. */
    public long size() {
        return bytes.length;
    }

    /** Bytes of all its files. */
    public long unzippedSize() {
        return zip.unzippedSize();
    }

    /** The names of its files, with slashes. */
    public Set<String> files() {
        return zip.files();
    }

    /**
     * One of its files.
     *
     * @throws IOException if it cannot be read, or is not there
     */
    public byte[] file(String name) throws IOException {
        return zip.file(name);
    }

    /** The package's SHA-256 in base64, as Lambda's CodeSha256. */
    public String sha256() {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(bytes));
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
                Path folder = Files.createTempDirectory(parent, "task");
                zip.unpackInto(folder);
                unpacked = folder;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return unpacked;
    }

    /** The folder of {@link #unpackUnder}, which the caller deletes; empty if the package is not unpacked. */
    public synchronized Optional<Path> abandonFolder() {
        Optional<Path> abandoned = Optional.ofNullable(unpacked);
        unpacked = null;
        return abandoned;
    }

    /** The files of a package are too large. */
    public static final class TooLargeException extends IllegalArgumentException {
        private static final long serialVersionUID = 1;

        TooLargeException(long unzippedSize) {
            super("code: all files together must have at most " + LARGEST_UNZIPPED + " bytes, got " + unzippedSize
                    + ". Leave out what the function does not need.");
        }
    }

    /**
     * A function's layers: all are unpacked to one folder, /opt on AWS, and a later layer overwrites files of an
     * earlier one.
     */
    public static final class LayerStack {
        /** No layers. */
        public static final LayerStack NONE = new LayerStack(List.of());

        private final List<LayerVersion> versions;
        private @Nullable Path unpacked;

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

        /** Bytes of all their files. */
        public long unzippedSize() {
            return versions.stream()
                    .mapToLong(version -> version.content().unzippedSize())
                    .sum();
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
                        version.content().zip.unpackInto(folder);
                    }
                    unpacked = folder;
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
            return Optional.of(unpacked);
        }

        /** The folder of {@link #unpackUnder}, which the caller deletes; empty if the layers are not unpacked. */
        public synchronized Optional<Path> abandonFolder() {
            Optional<Path> abandoned = Optional.ofNullable(unpacked);
            unpacked = null;
            return abandoned;
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
