// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.lambda.environments;

import dev.stoker.local.lambda.runtime.Runtimes.Payload;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * The log of one invocation for LogType Tail: the function's output between Lambda's own lines. The REPORT line does
 * not contain "Max Memory Used", because the memory is not measured.
 */
final class LogLines {
    /** Source: Lambda API reference, Invoke, LogType. */
    private static final int TAIL_BYTES = 4096;

    private LogLines() {}

    /**
     * Creates the log.
     *
     * @param output the function's output
     * @param extra Lambda's message for a failure; empty if there was none
     * @param initMillis the duration of INIT for a cold start, otherwise -1
     */
    static Payload tail(Call call, Payload output, String extra, long durationMillis, long initMillis) {
        String id = "RequestId: " + call.requestId();
        String init = initMillis < 0 ? "" : "\tInit Duration: " + initMillis + ".00 ms";
        long billed = durationMillis + Math.max(0, initMillis);
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        add(log, "START " + id + " Version: " + call.version().version() + "\n");
        log.writeBytes(output.bytes());
        if (output.size() > 0 && output.bytes()[output.size() - 1] != '\n') {
            add(log, "\n");
        }
        if (!extra.isEmpty()) {
            add(log, id + " " + extra + "\n");
        }
        add(log, "END " + id + "\n");
        add(
                log,
                "REPORT " + id + "\tDuration: " + durationMillis + ".00 ms\tBilled Duration: " + billed
                        + " ms\tMemory Size: " + call.version().definition().memoryMegabytes() + " MB" + init + "\n");
        return Payload.of(log.toByteArray()).last(TAIL_BYTES);
    }

    private static void add(ByteArrayOutputStream log, String text) {
        log.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
