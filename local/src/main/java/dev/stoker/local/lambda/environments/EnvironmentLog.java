// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.lambda.environments;

import dev.stoker.local.lambda.environments.Fleet.FunctionLogs;
import dev.stoker.local.lambda.environments.LambdaObserver.FunctionFailure;
import dev.stoker.local.lambda.environments.LogLines.Outcome;
import dev.stoker.local.lambda.runtime.Runtimes.Payload;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The log stream of one environment. What a function wrote comes here when its invocation ends, or its INIT: before that, no client reads
 * the runtime. Each line is an event, with the line break at its end, as Lambda sends them.
 */
final class EnvironmentLog {
    private final Machinery machinery;
    private final FunctionVersion version;
    private final Supplier<String> stream;

    /** @param stream gives the stream's name, which is settled with the first runtime */
    EnvironmentLog(Machinery machinery, FunctionVersion version, Supplier<String> stream) {
        this.machinery = machinery;
        this.version = version;
        this.stream = stream;
    }

    private boolean isKept() {
        return machinery.logs() != FunctionLogs.NONE;
    }

    /** What an INIT wrote, the first of the environment or a later one. */
    void initialized(Supplier<Payload> output) {
        if (isKept()) {
            write(machinery.now(), LogLines.written(output.get()));
        }
    }

    /** An INIT that has to be repeated. */
    void initBroke(Supplier<Payload> output, long millis, boolean timedOut) {
        if (isKept()) {
            List<String> lines = new ArrayList<>(LogLines.written(output.get()));
            lines.add(LogLines.initReport(millis, timedOut));
            write(machinery.now(), lines);
        }
    }

    /**
     * An invocation is over: tells all who want to know what the function wrote.
     *
     * @param error the function's, if it ended in one
     * @return the end of the log, if the caller wants it; else empty
     */
    Payload ended(EnvironmentCall call, Outcome outcome, Optional<Payload> error, Supplier<Payload> output) {
        if (error.isEmpty() && !call.logTail() && !isKept()) {
            return Payload.EMPTY;
        }
        Payload written = output.get();
        if (isKept()) {
            keep(call, written, outcome);
        }
        String function = version.definition().name();
        error.ifPresent(payload ->
                machinery.observer().failed(new FunctionFailure(function, call.requestId(), payload, written)));
        return call.logTail() ? LogLines.tail(call, written, outcome) : Payload.EMPTY;
    }

    private void keep(EnvironmentCall call, Payload output, Outcome outcome) {
        write(outcome.endedAt() - outcome.millis(), List.of(LogLines.start(call)));
        List<String> lines = new ArrayList<>(LogLines.written(output));
        lines.addAll(LogLines.end(call, outcome));
        write(outcome.endedAt(), lines);
    }

    private void write(long atMillis, List<String> lines) {
        if (!lines.isEmpty()) {
            List<String> messages = lines.stream().map(line -> line + "\n").toList();
            machinery.logs().write(version.definition().logGroupName(), stream.get(), atMillis, messages);
        }
    }
}
