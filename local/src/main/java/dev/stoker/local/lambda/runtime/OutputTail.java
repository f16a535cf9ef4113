// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.lambda.runtime;

import dev.stoker.local.lambda.runtime.Runtimes.Payload;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Keeps the last bytes that were written since it was cleared. It needs no memory while it is empty, because there may
 * be 1,000 of them.
 */
final class OutputTail extends OutputStream {
    /** Enough for the output of a framework that fails to start. Lambda's shorter tail is cut from it. */
    private static final int TAIL_BYTES = 16 * 1024;

    private byte[] bytes = new byte[0];

    @Override
    public void write(int b) {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public synchronized void write(byte[] more, int from, int length) {
        byte[] all = Arrays.copyOf(bytes, bytes.length + length);
        System.arraycopy(more, from, all, bytes.length, length);
        bytes = all.length <= TAIL_BYTES ? all : Arrays.copyOfRange(all, all.length - TAIL_BYTES, all.length);
    }

    synchronized void clear() {
        bytes = new byte[0];
    }

    synchronized Payload tail() {
        return Payload.of(bytes);
    }

    /**
     * The output of the runtime's classes, which the environments of a version share. It writes to the log of the
     * environment of the current thread or of its parent. {@code Context.getLogger()} writes here.
     */
    static final class ThreadOutput extends OutputStream {
        private static final InheritableThreadLocal<OutputTail> CURRENT = new InheritableThreadLocal<>();

        static final PrintStream STREAM = new PrintStream(new ThreadOutput(), true, StandardCharsets.UTF_8);

        private ThreadOutput() {}

        /** Binds the calling thread to this environment. */
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
}
