// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.logs;

import dev.stoker.local.logs.LogGroups.LogGroup.LogEvent;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.stream.Stream;

/** The events of one writer, in the order in which they came in. */
final class LogStream {
    private final String name;
    private final long createdAt;
    private final boolean passing;
    private final Deque<LogEvent> events = new ArrayDeque<>();
    private long lastTakenAt;
    private long firstAtMillis = Long.MAX_VALUE;
    private long lastAtMillis;

    /** @param passing whether it goes with its last event: made by its writer, who makes it again */
    LogStream(String name, long createdAt, boolean passing) {
        this.name = name;
        this.createdAt = createdAt;
        this.passing = passing;
    }

    String name() {
        return name;
    }

    long createdAt() {
        return createdAt;
    }

    /** When the last event came in; 0 if none ever did. Milliseconds since the epoch, as all here. */
    long lastTakenAt() {
        return lastTakenAt;
    }

    /** The time of the earliest event that ever was here. */
    long firstAtMillis() {
        return firstAtMillis;
    }

    /** The time of the latest event that ever was here; 0 if none ever was. */
    long lastAtMillis() {
        return lastAtMillis;
    }

    Stream<LogEvent> events() {
        return events.stream();
    }

    void add(LogEvent event) {
        events.add(event);
        lastTakenAt = event.takenAt();
        firstAtMillis = Math.min(firstAtMillis, event.atMillis());
        lastAtMillis = Math.max(lastAtMillis, event.atMillis());
    }

    /** The oldest event goes; true if the stream goes with it. */
    boolean dropOldest() {
        events.removeFirst();
        return passing && events.isEmpty();
    }
}
