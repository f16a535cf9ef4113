// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.lambda.runtime.injvm;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * Where the runtime's classes write, which the environments of a version share: to the log of the environment whose thread,
 * or whose thread's child, it is. {@code Context.getLogger()} comes out here.
 */
final class ThreadOutput extends OutputStream {
    private static final InheritableThreadLocal<OutputTail> CURRENT = new InheritableThreadLocal<>();

    static final PrintStream STREAM = new PrintStream(new ThreadOutput(), true, StandardCharsets.UTF_8);

    private ThreadOutput() {}

    /** The calling thread serves this environment. */
    static void bind(OutputTail tail) {
        CURRENT.set(tail);
    }

    @Override
    public void write(int b) {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) {
        OutputTail tail = CURRENT.get();
        if (tail != null) {
            tail.write(bytes, from, length);
        }
    }
}
