// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.lambda.runtime;

import dev.stoker.local.lambda.runtime.Runtimes.Payload;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What a process writes. A file and no pipe: when the answer is here, all that the function wrote before is here too.
 *
 * <p>Bounded between invocations: when one begins and the file is large, it is emptied; the process appends, so it goes on
 * at the beginning.
 */
final class LogFile {
    /** Enough for what a framework writes before it gives up. Lambda's own tail, which is shorter, is cut from it. */
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

    /** What is written from now on belongs to the next invocation. */
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
            // goes with the work folder
        }
    }
}
