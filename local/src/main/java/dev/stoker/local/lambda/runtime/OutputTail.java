// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.lambda.runtime;

import dev.stoker.local.lambda.runtime.Runtimes.Payload;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Keeps the last bytes that were written to it since it was cleared; made for 1,000 of them: empty, it holds nothing. */
final class OutputTail extends OutputStream {
    /** Enough for what a framework writes before it gives up. Lambda's own tail, which is shorter, is cut from it. */
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
     * Where the runtime's classes write, which the environments of a version share: to the log of the environment whose thread,
     * or whose thread's child, it is. {@code Context.getLogger()} comes out here.
     */
    static final class ThreadOutput extends OutputStream {
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
}
