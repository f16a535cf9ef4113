// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.lambda.bootstrap;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Redirects a class file's references to members of {@link System} to {@link RedirectingLoader.OwnSystem}.
 *
 * <p>It changes only the constant pool and not the code: every use of a member, by an instruction or by a method
 * handle, refers to one entry there, and this entry gets another class. So no bytecode library is needed, and newer
 * class file versions work as long as they add no kind of constant.
 *
 * <p>Source of the format: Java Virtual Machine Specification 25, section 4.4.
 */
final class SystemRedirect {
    private static final Set<String> MEMBERS = Set.of("getenv", "currentTimeMillis", "exit", "out", "err");
    private static final String SYSTEM = "java/lang/System";
    private static final String OWN = "dev/stoker/local/lambda/bootstrap/RedirectingLoader$OwnSystem";

    private static final int UTF8 = 1;
    private static final int CLASS = 7;
    private static final int FIELD = 9;
    private static final int METHOD = 10;

    /** Bytes after the tag, by tag; -1 for an unused tag. Utf8 has its own length field. */
    private static final int[] SIZES = {-1, -1, -1, 4, 4, 8, 8, 2, 2, 4, 4, 4, 4, -1, -1, 3, 2, 4, 4, 2, 2};

    private final byte[] original;
    private final List<byte[]> constants = new ArrayList<>();
    private final Map<Integer, String> texts = new HashMap<>();

    private SystemRedirect(byte[] original) {
        this.original = original;
    }

    /** The patched class file; the same array if there is nothing to patch or if it is not a class file. */
    static byte[] apply(byte[] classFile) throws IOException {
        return new SystemRedirect(classFile).patched();
    }

    private byte[] patched() throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(original));
        if (original.length < 10 || in.readInt() != 0xCAFEBABE) {
            return original;
        }
        int version = in.readInt();
        int count = in.readUnsignedShort();
        constants.add(new byte[0]); // the pool begins at 1
        while (constants.size() < count) {
            readConstant(in);
        }
        if (!redirect(count)) {
            return original;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(original.length + 64);
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeInt(0xCAFEBABE);
        out.writeInt(version);
        out.writeShort(count + 2);
        for (byte[] constant : constants) {
            out.write(constant);
        }
        out.writeByte(UTF8);
        out.writeUTF(OWN);
        out.writeByte(CLASS);
        out.writeShort(count);
        out.write(in.readAllBytes());
        return bytes.toByteArray();
    }

    private void readConstant(DataInputStream in) throws IOException {
        int tag = in.readUnsignedByte();
        if (tag == UTF8) {
            in.mark(0);
            int length = in.readUnsignedShort();
            in.reset();
            texts.put(constants.size(), in.readUTF());
            in.reset();
            constants.add(constant(tag, in.readNBytes(2 + length)));
            return;
        }
        if (tag >= SIZES.length || SIZES[tag] < 0) {
            throw new IOException("constant pool: must contain only constants that Java 25 defines, got tag " + tag);
        }
        constants.add(constant(tag, in.readNBytes(SIZES[tag])));
        if (SIZES[tag] == 8) { // a long or double takes two places
            constants.add(new byte[0]);
        }
    }

    private static byte[] constant(int tag, byte[] content) {
        byte[] whole = new byte[1 + content.length];
        whole[0] = (byte) tag;
        System.arraycopy(content, 0, whole, 1, content.length);
        return whole;
    }

    /** The two appended constants are the name at {@code count}, and the class after it. */
    private boolean redirect(int count) {
        boolean any = false;
        for (byte[] constant : constants) {
            if (constant.length == 5 && (constant[0] == FIELD || constant[0] == METHOD) && isRedirected(constant)) {
                constant[1] = (byte) ((count + 1) >> 8);
                constant[2] = (byte) (count + 1);
                any = true;
            }
        }
        return any && count + 2 <= 0xffff;
    }

    private boolean isRedirected(byte[] member) {
        byte[] owner = constants.get(index(member, 1));
        byte[] nameAndType = constants.get(index(member, 3));
        return SYSTEM.equals(texts.get(index(owner, 1))) && MEMBERS.contains(texts.get(index(nameAndType, 1)));
    }

    private static int index(byte[] constant, int at) {
        return (constant[at] & 0xff) << 8 | (constant[at + 1] & 0xff);
    }
}
