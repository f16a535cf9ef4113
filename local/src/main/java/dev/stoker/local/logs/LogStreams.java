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

/** The streams of a log group, and all their events in the order in which they came in. */
final class LogStreams {
    private final NavigableMap<String, LogStream> byName = new TreeMap<>();
    private final Deque<LogEvent> arrivals = new ArrayDeque<>();
    private long heldBytes;

    /** What the events take in memory. */
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

    /** A stream; one that was not there goes again with the last of its events. */
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

    /** Takes an event into its stream, which is there. */
    void add(LogEvent event) {
        named(event.stream()).add(event);
        arrivals.add(event);
        heldBytes += LogMemory.bytesOf(event);
    }

    /** Lets go of the oldest events, until so many bytes are free or nothing is left. */
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
