// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.lambda.runtime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A function's layers: all are unpacked to one folder, /opt on AWS, and a later one overwrites files of an earlier. */
public final class LayerStack {
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
     * The folder with all of them, unpacked by the first caller; empty without layers.
     *
     * @param parent where to make the folder; whoever owns it deletes it
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
