// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.logs;

import dev.stoker.local.logs.LogGroups.LogGroup.LogEvent;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.stream.Stream;

/** A log stream with its events, in the order of ingestion. */
final class LogStream {
    private final String name;
    private final long createdAt;
    private final boolean passing;
    private final Deque<LogEvent> events = new ArrayDeque<>();
    private long lastTakenAt;
    private long firstAtMillis = Long.MAX_VALUE;
    private long lastAtMillis;

    /**
     * @param passing whether it is deleted with its last event, because its writer creates it again
     */
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

    /** When the last event was ingested, milliseconds since the epoch; 0 if there was none. */
    long lastTakenAt() {
        return lastTakenAt;
    }

    /** The time of the earliest event so far. */
    long firstAtMillis() {
        return firstAtMillis;
    }

    /** The time of the latest event so far; 0 if there was none. */
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

    /**
     * Deletes the oldest event.
     *
     * @return whether the stream must be deleted, too
     */
    boolean dropOldest() {
        events.removeFirst();
        return passing && events.isEmpty();
    }
}
