// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.local;

import dev.stoker.cli.output.Json;
import dev.stoker.local.states.run.ExecutionObserver.HistoryEvent;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The end of an execution.
 *
 * @param executionArn which execution
 * @param atMillis when, milliseconds since the epoch
 * @param how in words: {@code succeeded}, {@code failed with Stoker.Shortfall}, {@code timed out}, {@code was stopped}
 * @param requested environments requested; 0 if neither output nor cause has a cycle's numbers
 * @param warm environments proven warm; 0 likewise
 */
public record CycleEnd(String executionArn, long atMillis, String how, int requested, int warm) {
    /** The numbers in a cycle's output or in the cause of its shortfall; null in other texts. */
    private record Sums(
            @Nullable Integer requested, @Nullable Integer warm) {}

    /** Reads an event; empty if it does not end an execution. */
    public static Optional<CycleEnd> of(HistoryEvent event) {
        return switch (event.type()) {
            case "ExecutionSucceeded" -> Optional.of(of(event, event.data().orElse(""), "succeeded"));
            case "ExecutionFailed" ->
                Optional.of(of(
                        event,
                        event.cause().orElse(""),
                        "failed with " + event.error().orElse("no error")));
            case "ExecutionTimedOut" -> Optional.of(of(event, null, "timed out"));
            case "ExecutionAborted" -> Optional.of(of(event, null, "was stopped"));
            default -> Optional.empty();
        };
    }

    private static CycleEnd of(HistoryEvent event, @Nullable String text, String how) {
        Optional<Sums> read = Optional.ofNullable(text).flatMap(document -> Json.read(document, Sums.class));
        int requested = read.map(Sums::requested).orElse(0);
        int warm = read.map(Sums::warm).orElse(0);
        return new CycleEnd(event.executionArn(), event.atMillis(), how, requested, warm);
    }
}
