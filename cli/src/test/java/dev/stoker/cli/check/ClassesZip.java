// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.check;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

/** Zips with generated classes, each inheriting from another. */
public final class ClassesZip {
    private final Map<String, byte[]> entries = new LinkedHashMap<>();

    /** With a class that has nothing in it, by names with dots. */
    public ClassesZip with(String name, String superName) {
        return withMethod(name, superName, "nothing");
    }

    /** With a class that has one method. */
    public ClassesZip withMethod(String name, String superName, String method) {
        ClassWriter writer = new ClassWriter(0);
        String internal = name.replace('.', '/');
        writer.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, internal, null, superName.replace('.', '/'), null);
        writer.visitMethod(Opcodes.ACC_PUBLIC | Opcodes.ACC_ABSTRACT, method, "()V", null, null)
                .visitEnd();
        writer.visitEnd();
        return withFile(internal + ".class", writer.toByteArray());
    }

    /** With any file. */
    public ClassesZip withFile(String entry, byte[] content) {
        entries.put(entry, content);
        return this;
    }

    /** As it would be uploaded. */
    public byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
