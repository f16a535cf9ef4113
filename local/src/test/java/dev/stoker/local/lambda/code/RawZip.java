// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.lambda.code;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/**
 * A zip written byte by byte, as tools in the field write them and Java's own does not. Source: the ZIP format's
 * specification (APPNOTE.TXT), sections 4.3 and 4.4.
 */
public final class RawZip {
    private static final int MADE_ON_UNIX = 3 << 8;
    private static final int DATA_DESCRIPTOR = 1 << 3;
    private static final int UTF_8_NAMES = 1 << 11;
    private static final int ENCRYPTED = 1;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final ByteArrayOutputStream contents = new ByteArrayOutputStream();
    private int entries;

    /** A regular file that everybody may read. */
    public RawZip file(String name, String content) {
        return file(name, content, 0644);
    }

    /** A regular file with these permissions. */
    public RawZip file(String name, String content, int permissions) {
        return entry(name.getBytes(StandardCharsets.UTF_8), UTF_8_NAMES, 0100000 | permissions, content);
    }

    /** A file whose name is in a charset that the zip does not tell. */
    RawZip file(String name, Charset charset, String content) {
        return entry(name.getBytes(charset), 0, 0100644, content);
    }

    /** A file whose size and checksum stand behind its content, as a tool writes it that cannot go back in its output. */
    RawZip streamed(String name, String content) {
        return entry(name.getBytes(StandardCharsets.UTF_8), DATA_DESCRIPTOR, 0100644, content);
    }

    RawZip encrypted(String name) {
        return entry(name.getBytes(StandardCharsets.UTF_8), ENCRYPTED, 0100644, "secret");
    }

    /** A file that says that it is larger than it is. */
    public RawZip claiming(String name, int size) {
        return entry(name.getBytes(StandardCharsets.UTF_8), 0, 0100644, "small", size, crc("small"));
    }

    /** A file whose content was changed on the way. */
    public RawZip damaged(String name) {
        return entry(name.getBytes(StandardCharsets.UTF_8), 0, 0100644, "changed", 7, crc("content"));
    }

    RawZip link(String name, String target) {
        return entry(name.getBytes(StandardCharsets.UTF_8), UTF_8_NAMES, 0120777, target);
    }

    private RawZip entry(byte[] name, int flags, int mode, String content) {
        return entry(name, flags, mode, content, content.getBytes(StandardCharsets.UTF_8).length, crc(content));
    }

    private RawZip entry(byte[] name, int flags, int mode, String text, int size, int crc) {
        byte[] content = text.getBytes(StandardCharsets.UTF_8);
        boolean later = (flags & DATA_DESCRIPTOR) != 0;
        int at = bytes.size();
        ByteBuffer local = buffer(30 + name.length)
                .putInt(0x04034b50)
                .putShort((short) 20)
                .putShort((short) flags)
                .putShort((short) 0) // stored
                .putInt(0x58210000) // a date that exists
                .putInt(later ? 0 : crc)
                .putInt(later ? 0 : content.length)
                .putInt(later ? 0 : size)
                .putShort((short) name.length)
                .putShort((short) 0)
                .put(name);
        add(bytes, local);
        bytes.writeBytes(content);
        if (later) {
            add(
                    bytes,
                    buffer(16)
                            .putInt(0x08074b50)
                            .putInt(crc)
                            .putInt(content.length)
                            .putInt(size));
        }
        add(
                contents,
                buffer(46 + name.length)
                        .putInt(0x02014b50)
                        .putShort((short) (MADE_ON_UNIX | 20))
                        .putShort((short) 20)
                        .putShort((short) flags)
                        .putShort((short) 0)
                        .putInt(0x58210000)
                        .putInt(crc)
                        .putInt(content.length)
                        .putInt(size)
                        .putShort((short) name.length)
                        .putLong(0) // no extra field, no comment, first disk, no internal attributes
                        .putInt(mode << 16)
                        .putInt(at)
                        .put(name));
        entries++;
        return this;
    }

    /** The whole zip. */
    public byte[] bytes() {
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        zip.writeBytes(bytes.toByteArray());
        zip.writeBytes(contents.toByteArray());
        add(
                zip,
                buffer(22)
                        .putInt(0x06054b50)
                        .putInt(0)
                        .putShort((short) entries)
                        .putShort((short) entries)
                        .putInt(contents.size())
                        .putInt(bytes.size())
                        .putShort((short) 0));
        return zip.toByteArray();
    }

    private static ByteBuffer buffer(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static void add(ByteArrayOutputStream to, ByteBuffer full) {
        to.write(full.array(), full.arrayOffset(), full.position());
    }

    private static int crc(String content) {
        CRC32 crc = new CRC32();
        crc.update(content.getBytes(StandardCharsets.UTF_8));
        return (int) crc.getValue();
    }
}
