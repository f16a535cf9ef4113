// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.serve;

import dev.stoker.cli.output.Console;
import dev.stoker.cli.output.Count;
import dev.stoker.cli.output.Json;
import dev.stoker.local.states.run.ExecutionObserver;
import dev.stoker.local.states.run.ExecutionObserver.HistoryEvent;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A line on stderr for each cycle that ends. */
final class CycleNotes implements ExecutionObserver {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneId.systemDefault());

    private final Console console;

    /** The numbers in a cycle's output or in the cause of its shortfall; null in other texts. */
    private record Sums(Long requested, Long warm) {}

    CycleNotes(Console console) {
        this.console = console;
    }

    @Override
    public void on(HistoryEvent event) {
        switch (event.type()) {
            case "ExecutionSucceeded" -> note(event, event.data(), "succeeded");
            case "ExecutionFailed" -> note(event, event.cause(), "failed with " + event.error());
            case "ExecutionTimedOut" -> note(event, null, "timed out");
            default -> {
                // no execution has ended
            }
        }
    }

    private void note(HistoryEvent event, @Nullable String text, String how) {
        String numbers = Optional.ofNullable(text)
                .flatMap(document -> Json.read(document, Sums.class))
                .filter(sums -> sums.requested() != null && sums.warm() != null)
                .map(sums -> ": " + Count.proven(sums.warm(), sums.requested(), "")
                        + Count.beyond(sums.warm(), sums.requested()))
                .orElse("");
        console.note(TIME.format(Instant.ofEpochMilli(event.atMillis())) + "  " + machine(event.executionArn()) + " "
                + how + numbers);
    }

    /** The name in arn:aws:states:REGION:ACCOUNT:express:NAME:EXECUTION:ID. */
    private static String machine(String executionArn) {
        String[] parts = executionArn.split(":", -1);
        return parts.length > 6 ? parts[6] : executionArn;
    }
}
