// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.serve;

import dev.stoker.cli.local.CycleEnd;
import dev.stoker.cli.output.Console;
import dev.stoker.cli.output.Count;
import dev.stoker.local.states.run.ExecutionObserver;
import dev.stoker.local.states.run.ExecutionObserver.HistoryEvent;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** A line on stderr for each cycle that ends. */
final class CycleNotes implements ExecutionObserver {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneId.systemDefault());

    private final Console console;

    CycleNotes(Console console) {
        this.console = console;
    }

    @Override
    public void on(HistoryEvent event) {
        CycleEnd.of(event).ifPresent(this::note);
    }

    private void note(CycleEnd end) {
        String numbers = end.requested() == 0
                ? ""
                : ": " + Count.proven(end.warm(), end.requested(), "") + Count.beyond(end.warm(), end.requested());
        console.note(TIME.format(Instant.ofEpochMilli(end.atMillis())) + "  " + machine(end.executionArn()) + " "
                + end.how() + numbers);
    }

    /** The name in arn:aws:states:REGION:ACCOUNT:express:NAME:EXECUTION:ID. */
    private static String machine(String executionArn) {
        String[] parts = executionArn.split(":", -1);
        return parts.length > 6 ? parts[6] : executionArn;
    }
}
