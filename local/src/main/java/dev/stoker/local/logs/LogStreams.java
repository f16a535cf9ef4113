// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.logs;

import dev.stoker.local.account.AwsError;
import dev.stoker.local.logs.LogGroups.LogGroup.LogEvent;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The streams of a log group, and all their events in the order of ingestion. */
final class LogStreams {
    private final NavigableMap<String, LogStream> byName = new TreeMap<>();
    private final Deque<LogEvent> arrivals = new ArrayDeque<>();
    private long heldBytes;

    /** The memory that the events use. */
    long heldBytes() {
        return heldBytes;
    }

    Collection<LogStream> all() {
        return byName.values();
    }

    Stream<LogEvent> events() {
        return arrivals.stream();
    }

    void create(String name, long now) {
        if (byName.putIfAbsent(name, new LogStream(name, now, false)) != null) {
            throw new AwsError("ResourceAlreadyExistsException", "The specified log stream already exists");
        }
    }

    LogStream named(String name) {
        LogStream stream = byName.get(name);
        if (stream == null) {
            throw notFound();
        }
        return stream;
    }

    /** Finds or creates a stream. A created stream is deleted with its last event. */
    LogStream namedOrNew(String name, long now) {
        return byName.computeIfAbsent(name, absent -> new LogStream(absent, now, true));
    }

    void delete(String name) {
        if (byName.remove(name) == null) {
            throw notFound();
        }
        arrivals.removeIf(event -> {
            boolean gone = event.stream().equals(name);
            heldBytes -= gone ? LogMemory.bytesOf(event) : 0;
            return gone;
        });
    }

    /** Adds an event to its existing stream. */
    void add(LogEvent event) {
        named(event.stream()).add(event);
        arrivals.add(event);
        heldBytes += LogMemory.bytesOf(event);
    }

    /** Deletes the oldest events until this number of bytes is free or no event is left. */
    void dropOldest(long bytes) {
        long until = Math.max(0, heldBytes - bytes);
        while (heldBytes > until) {
            LogEvent oldest = arrivals.removeFirst();
            heldBytes -= LogMemory.bytesOf(oldest);
            if (named(oldest.stream()).dropOldest()) {
                byName.remove(oldest.stream());
            }
        }
    }

    private static AwsError notFound() {
        return new AwsError("ResourceNotFoundException", "The specified log stream does not exist.");
    }
}
