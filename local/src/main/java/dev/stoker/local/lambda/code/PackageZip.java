// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.lambda.code;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/**
 * The one reader of packages. It goes by the table of contents at a zip's end, so that it reads what a stream cannot, such as
 * entries that are stored and tell their size only behind their content, and knows permissions and symbolic links.
 */
final class PackageZip {
    private final byte[] bytes;
    private final List<PackageEntry> entries;
    private final Map<String, PackageEntry> files = new LinkedHashMap<>();
    private final long unzippedSize;

    private PackageZip(byte[] bytes, List<PackageEntry> entries) {
        this.bytes = bytes;
        this.entries = entries;
        long size = 0;
        for (PackageEntry entry : entries) {
            size += Math.max(0, entry.zipEntry().getSize());
            if (!entry.isFolder()) {
                files.put(entry.name(), entry);
            }
        }
        this.unzippedSize = size;
    }

    /** @throws IllegalArgumentException if it is no zip with at least one entry, or has an entry that cannot be unpacked */
    static PackageZip read(byte[] bytes) {
        Map<ZipArchiveEntry, String> links = new LinkedHashMap<>();
        List<ZipArchiveEntry> unreadable = new ArrayList<>();
        try (ZipFile zip = open(bytes)) {
            for (ZipArchiveEntry entry : Collections.list(zip.getEntriesInPhysicalOrder())) {
                if (zip.canReadEntryData(entry)) {
                    links.put(
                            entry,
                            Optional.ofNullable(zip.getUnixSymlink(entry)).orElse(""));
                } else {
                    unreadable.add(entry);
                }
            }
        } catch (IOException | RuntimeException broken) { // the library throws both for what is no zip
            throw new IllegalArgumentException(notAZip(bytes), broken);
        }
        if (!unreadable.isEmpty()) {
            throw new IllegalArgumentException("code: each entry must be stored or deflated and not encrypted, got "
                    + unreadable.get(0).getName() + ". Zip the package with another tool or other options.");
        }
        if (links.isEmpty()) {
            throw new IllegalArgumentException(notAZip(bytes));
        }
        List<PackageEntry> entries = new ArrayList<>();
        links.forEach((entry, link) -> entries.add(PackageEntry.of(entry, link)));
        return new PackageZip(bytes, entries);
    }

    private static ZipFile open(byte[] bytes) throws IOException {
        return ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(bytes))
                .get();
    }

    private static String notAZip(byte[] bytes) {
        return "code: must be a zip or jar with at least one entry, got " + bytes.length
                + " bytes of something else. Build the function's package and give that file.";
    }

    /** As the table of contents has it; unpacking holds it to that. */
    long unzippedSize() {
        return unzippedSize;
    }

    Set<String> files() {
        return files.keySet();
    }

    byte[] file(String name) throws IOException {
        PackageEntry entry = files.get(name);
        if (entry == null) {
            throw new IOException("the package has no file " + name);
        }
        try (ZipFile zip = open(bytes);
                InputStream content = zip.getInputStream(entry.zipEntry())) {
            return content.readAllBytes();
        }
    }

    /** Unpacks it over whatever is there. */
    void unpackInto(Path folder) throws IOException {
        UnpackedFolder unpacked = new UnpackedFolder(folder);
        try (ZipFile zip = open(bytes)) {
            for (PackageEntry entry : entries) {
                if (entry.isFolder()) {
                    unpacked.addFolder(entry);
                } else if (!entry.isLink()) {
                    try (InputStream content = zip.getInputStream(entry.zipEntry());
                            CheckedInputStream checked = new CheckedInputStream(content, new CRC32())) {
                        unpacked.addFile(entry, checked);
                    }
                }
            }
        }
        // At last, so that nothing is written through one.
        for (PackageEntry entry : entries) {
            if (entry.isLink()) {
                unpacked.addLink(entry);
            }
        }
    }
}
