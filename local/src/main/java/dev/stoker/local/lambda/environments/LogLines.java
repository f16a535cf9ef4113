// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.lambda.environments;

import dev.stoker.local.lambda.runtime.Runtimes.Payload;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.ArrayList;
import java.util.List;

/**
 * The log of one invocation: the function's output between Lambda's own lines. The REPORT line does not contain "Max Memory Used",
 * because the memory is not measured. Source: Lambda developer guide, "Viewing CloudWatch logs for Lambda functions".
 */
final class LogLines {
    /** Bytes of LogType Tail. Source: Lambda API reference, Invoke, LogType. */
    private static final int TAIL_BYTES = 4096;

    private static final DateTimeFormatter MILLIS =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

    private LogLines() {}

    static String start(EnvironmentCall call) {
        return "START " + id(call) + " Version: " + call.version().version();
    }

    /** The lines of the function's output, without empty lines. */
    static List<String> written(Payload output) {
        return output.text().lines().filter(line -> !line.isBlank()).toList();
    }

    /**
     * The lines after the function's own output.
     *
     * @param outcome the outcome and duration
     */
    static List<String> end(EnvironmentCall call, Outcome outcome) {
        List<String> lines = new ArrayList<>();
        if (outcome.timedOut()) {
            // as AWS writes it, without the word RequestId
            String at = MILLIS.format(Instant.ofEpochMilli(outcome.endedAt()));
            lines.add(at + " " + call.requestId() + " " + outcome.lambdasWord());
        } else if (!outcome.lambdasWord().isEmpty()) {
            lines.add(id(call) + " " + outcome.lambdasWord());
        }
        lines.add("END " + id(call));
        lines.add(report(call, outcome));
        return lines;
    }

    private static String report(EnvironmentCall call, Outcome outcome) {
        String init = outcome.initMillis() < 0 ? "" : "\tInit Duration: " + outcome.initMillis() + ".00 ms";
        long billed = outcome.millis() + Math.max(0, outcome.initMillis());
        return "REPORT " + id(call) + "\tDuration: " + outcome.millis() + ".00 ms\tBilled Duration: " + billed
                + " ms\tMemory Size: " + call.version().definition().memoryMegabytes() + " MB" + init
                + (outcome.timedOut() ? "\tStatus: timeout" : "");
    }

    /**
     * The report line of an INIT that is repeated. Source: Lambda developer guide, "lambda-runtime-environment",
     * "Failures during the Init phase".
     */
    static String initReport(long millis, boolean timedOut) {
        return "INIT_REPORT Init Duration: " + millis + ".00 ms\tPhase: init\tStatus: "
                + (timedOut ? "timeout" : "error");
    }

    /** The whole log for LogType Tail. */
    static Payload tail(EnvironmentCall call, Payload output, Outcome outcome) {
        StringBuilder log = new StringBuilder(start(call)).append('\n').append(output.text());
        if (output.size() > 0 && log.charAt(log.length() - 1) != '\n') {
            log.append('\n');
        }
        end(call, outcome).forEach(line -> log.append(line).append('\n'));
        return Payload.of(log.toString()).last(TAIL_BYTES);
    }

    private static String id(EnvironmentCall call) {
        return "RequestId: " + call.requestId();
    }

    /**
     * The outcome of an invocation.
     *
     * @param lambdasWord Lambda's own message for a failure; empty if there was none
     * @param endedAt milliseconds since the epoch
     * @param millis the duration, 1 or more
     * @param initMillis the duration of a cold start's INIT, or -1
     */
    record Outcome(String lambdasWord, long endedAt, long millis, long initMillis) {
        boolean timedOut() {
            return lambdasWord.startsWith("Task timed out");
        }
    }
}
