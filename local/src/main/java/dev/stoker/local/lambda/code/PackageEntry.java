// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.lambda.code;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;

/**
 * One entry of a package as its table of contents has it.
 *
 * @param zipEntry where its content is
 * @param name with slashes; does not lead out of the package
 * @param link what it points to, relative to its folder; empty for what is no symbolic link
 */
record PackageEntry(ZipArchiveEntry zipEntry, String name, String link) {
    /** The character set of names without the UTF-8 flag. Source: the ZIP format's specification, appendix D. */
    private static final Charset CP437 = Charset.forName("IBM437");

    /** Any folder: names are looked at before there is one. */
    private static final Path FOLDER = Path.of("package");

    /** @throws IllegalArgumentException if it would lead out of the package, or its name can be none on this machine */
    PackageEntry {
        try {
            Path path = FOLDER.resolve(name);
            requireWithin(path, "an entry", name);
            if (!link.isEmpty()) {
                requireWithin(path.resolveSibling(link), "a symbolic link", name + " to " + link);
            }
        } catch (InvalidPathException unwritable) {
            throw new IllegalArgumentException(
                    "code: an entry must have a name that a file of this machine can have, got " + name
                            + ". Rename it, or start Stoker with LC_ALL=C.UTF-8.",
                    unwritable);
        }
    }

    private static void requireWithin(Path path, String what, String got) {
        if (!path.normalize().startsWith(FOLDER)) {
            throw new IllegalArgumentException(
                    "code: " + what + " must stay within the package, got " + got + ". Build the package without it.");
        }
    }

    static PackageEntry of(ZipArchiveEntry entry, String link) {
        return new PackageEntry(entry, name(entry), link);
    }

    boolean isFolder() {
        return name.endsWith("/");
    }

    boolean isLink() {
        return !link.isEmpty();
    }

    Path in(Path folder) {
        return folder.resolve(name).normalize();
    }

    /**
     * The name that the program which wrote the zip meant, as far as that can be known: UTF-8 where the zip says so or where the bytes
     * are UTF-8, else the one charset that the format has for all others, in which every byte is a character. A name in
     * another charset, such as CP949, is not what it was, and is not lost.
     */
    private static String name(ZipArchiveEntry entry) {
        boolean isKnown = entry.getGeneralPurposeBit().usesUTF8ForNames()
                || entry.getNameSource() == ZipArchiveEntry.NameSource.UNICODE_EXTRA_FIELD;
        if (isKnown) {
            return entry.getName();
        }
        String name = decode(entry.getRawName());
        // A folder's separator where zips are made on Windows by hand.
        boolean backslashes = entry.getPlatform() == ZipArchiveEntry.PLATFORM_FAT && name.indexOf('/') < 0;
        return backslashes ? name.replace('\\', '/') : name;
    }

    private static String decode(byte[] raw) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(raw))
                    .toString();
        } catch (CharacterCodingException other) {
            return new String(raw, CP437);
        }
    }
}
