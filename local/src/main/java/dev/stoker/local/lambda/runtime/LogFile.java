// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.lambda.runtime;

import dev.stoker.local.lambda.runtime.Runtimes.Payload;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The output of a process. It is a file and not a pipe, so that everything that the function wrote before its answer is
 * available together with the answer.
 *
 * <p>The size is limited between invocations: if the file is large when an invocation begins, it is truncated, and the
 * process continues at its beginning.
 */
final class LogFile {
    /** Enough for the output of a framework that fails to start. Lambda's shorter tail is cut from it. */
    static final int TAIL_BYTES = 16 * 1024;

    private static final long LARGE_BYTES = 1024 * 1024;

    private final Path file;
    private long mark;

    LogFile(Path file) {
        this.file = file;
    }

    Path file() {
        return file;
    }

    /** Begins the output of the next invocation. */
    synchronized void mark() {
        try (RandomAccessFile log = new RandomAccessFile(file.toFile(), "rw")) {
            if (log.length() > LARGE_BYTES) {
                log.setLength(0);
            }
            mark = log.length();
        } catch (IOException gone) {
            mark = 0; // the environment is being removed
        }
    }

    /** The last bytes since the mark. */
    synchronized Payload tail() {
        try (RandomAccessFile log = new RandomAccessFile(file.toFile(), "r")) {
            long from = Math.max(Math.min(mark, log.length()), log.length() - TAIL_BYTES);
            byte[] bytes = new byte[(int) (log.length() - from)];
            log.seek(from);
            log.readFully(bytes);
            return Payload.of(bytes);
        } catch (IOException gone) {
            return Payload.EMPTY;
        }
    }

    void delete() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException left) {
            // deleted with the work folder
        }
    }
}
