// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.check.code;

import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * The declarations of a class file.
 *
 * @param superName the superclass, with dots; empty if it cannot be read
 * @param hasInterfaces whether it implements interfaces other than Lambda's, which may have default methods
 * @param hasMethod whether it declares the method
 */
public record ClassHead(String superName, boolean hasInterfaces, boolean hasMethod) {
    private static final ClassHead UNREADABLE = new ClassHead("", true, false);

    /** These have no default methods. */
    private static final Set<String> LAMBDAS = Set.of(
            "com/amazonaws/services/lambda/runtime/RequestHandler",
            "com/amazonaws/services/lambda/runtime/RequestStreamHandler");

    /** Reads a class file. If its version is not supported, the result is empty. */
    static ClassHead read(byte[] content, String method) {
        try {
            ClassReader reader = new ClassReader(content);
            AtomicBoolean found = new AtomicBoolean();
            reader.accept(
                    new ClassVisitor(Opcodes.ASM9) {
                        @Override
                        public @Nullable MethodVisitor visitMethod(
                                int access, String name, String descriptor, String signature, String[] exceptions) {
                            found.compareAndSet(false, name.equals(method));
                            return null;
                        }
                    },
                    ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
            String superName = reader.getSuperName();
            return new ClassHead(
                    superName == null ? "" : superName.replace('/', '.'),
                    !LAMBDAS.containsAll(List.of(reader.getInterfaces())),
                    found.get());
        } catch (IllegalArgumentException | IndexOutOfBoundsException unknownVersion) {
            return UNREADABLE;
        }
    }
}
