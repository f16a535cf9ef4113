// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.lambda.code;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;
import java.util.zip.CheckedInputStream;

/** Where a package is unpacked to. Nothing is written outside it, even if it already contains symbolic links. */
final class UnpackedFolder {
    private static final int OWNER_WRITES_FOLDER = 0700;
    private static final int OWNER_WRITES_FILE = 0600;

    private final Path folder;
    private Path lastParent;

    UnpackedFolder(Path folder) throws IOException {
        this.folder = folder.toRealPath();
        this.lastParent = this.folder;
    }

    void addFolder(PackageEntry entry) throws IOException {
        Path path = entry.in(folder);
        makeParent(path.resolve("inside"));
        permit(path, entry.zipEntry().getUnixMode(), OWNER_WRITES_FOLDER);
    }

    void addFile(PackageEntry entry, CheckedInputStream content) throws IOException {
        Path path = entry.in(folder);
        makeParent(path);
        Files.deleteIfExists(path); // not what a link of an earlier layer points to
        try (OutputStream file = Files.newOutputStream(path)) {
            long size = entry.zipEntry().getSize();
            long written = copy(content, file, size);
            if (written != size
                    || content.getChecksum().getValue() != entry.zipEntry().getCrc()) {
                throw new IOException("zip entry " + entry.name()
                        + ": must have the size and the checksum that the zip file contains. Build the package again.");
            }
        }
        permit(path, entry.zipEntry().getUnixMode(), OWNER_WRITES_FILE);
    }

    /** No more than one byte beyond what is expected: a small zip may hold an endless file. */
    private static long copy(CheckedInputStream from, OutputStream to, long expected) throws IOException {
        byte[] buffer = new byte[64 * 1024];
        long written = 0;
        for (int read = from.read(buffer); read >= 0 && written <= expected; read = from.read(buffer)) {
            to.write(buffer, 0, read);
            written += read;
        }
        return written;
    }

    void addLink(PackageEntry entry) throws IOException {
        Path path = entry.in(folder);
        makeParent(path);
        Files.deleteIfExists(path);
        Files.createSymbolicLink(path, Path.of(entry.link()));
        // Of links that lead to each other the last may lead out though each by itself does not.
        if (Files.exists(path) && !path.toRealPath().startsWith(folder)) {
            Files.delete(path);
            throw leadsOut(entry.name());
        }
    }

    private void makeParent(Path path) throws IOException {
        Path parent = requireNonNull(path.getParent());
        if (parent.equals(lastParent)) {
            return;
        }
        requireInside(parent);
        Files.createDirectories(parent);
        lastParent = parent;
    }

    /** Looks at what is there already: the nearest ancestor must not be reached by a link that leads out, or nowhere. */
    private void requireInside(Path parent) throws IOException {
        Path there = parent;
        while (!Files.exists(there, LinkOption.NOFOLLOW_LINKS)) {
            there = requireNonNull(there.getParent());
        }
        if (!Files.exists(there) || !there.toRealPath().startsWith(folder)) {
            throw leadsOut(folder.relativize(parent).toString());
        }
    }

    private static IOException leadsOut(String name) {
        return new IOException("zip entry " + name
                + ": must stay within the package, but a symbolic link points outside. Build it without this link.");
    }

    /** What the zip says, where it says something and this machine has such permissions; we must be able to remove it. */
    private static void permit(Path path, int mode, int atLeast) throws IOException {
        if (mode == 0) {
            return;
        }
        PosixFileAttributeView view =
                Files.getFileAttributeView(path, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
        if (view != null) {
            view.setPermissions(permissions(mode | atLeast));
        }
    }

    /** The constants are in the order of the bits, from the owner's reading down. */
    private static Set<PosixFilePermission> permissions(int mode) {
        PosixFilePermission[] all = PosixFilePermission.values();
        Set<PosixFilePermission> set = EnumSet.noneOf(PosixFilePermission.class);
        for (int bit = 0; bit < all.length; bit++) {
            if ((mode >> (all.length - 1 - bit) & 1) == 1) {
                set.add(all[bit]);
            }
        }
        return set;
    }
}
