// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.logs;

import dev.stoker.local.account.AwsError;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A log group with its streams. */
public final class LogGroup {
    private final String name;
    private final String arn;
    private final long createdAt;
    private Integer retentionDays;
    private final Map<String, List<LogEvent>> streams = new TreeMap<>();

    LogGroup(String name, String arn, long createdAt, Integer retentionDays) {
        this.name = name;
        this.arn = arn;
        this.createdAt = createdAt;
        this.retentionDays = retentionDays;
    }

    /** Its name. */
    public String name() {
        return name;
    }

    /** Its ARN, without the {@code :*} that stands for its streams. */
    public String arn() {
        return arn;
    }

    /** When it was created, milliseconds since the epoch. */
    public long createdAt() {
        return createdAt;
    }

    /** Days that events are kept, or null for ever. Told, not kept to. */
    public Integer retentionDays() {
        return retentionDays;
    }

    /** Says how long events are kept from now on: days, or null for ever. */
    public void retain(Integer days) {
        retentionDays = days;
    }

    /**
     * Makes a stream.
     *
     * @throws AwsError ResourceAlreadyExistsException
     */
    public void createStream(String stream) {
        if (streams.putIfAbsent(stream, new ArrayList<>()) != null) {
            throw new AwsError("ResourceAlreadyExistsException", "The specified log stream already exists");
        }
    }

    /**
     * Removes a stream with all that is in it.
     *
     * @throws AwsError ResourceNotFoundException
     */
    public void deleteStream(String stream) {
        if (streams.remove(stream) == null) {
            throw noStream();
        }
    }

    /** The streams' names. */
    public List<String> streams() {
        return List.copyOf(streams.keySet());
    }

    /**
     * Takes an event in.
     *
     * @throws AwsError ResourceNotFoundException if there is no such stream
     */
    public void add(LogEvent event) {
        List<LogEvent> stream = streams.get(event.stream());
        if (stream == null) {
            throw noStream();
        }
        stream.add(event);
    }

    private static AwsError noStream() {
        return new AwsError("ResourceNotFoundException", "The specified log stream does not exist.");
    }

    /** All events of all streams, in the order of their times. */
    public Stream<LogEvent> events() {
        return streams.values().stream().flatMap(List::stream).sorted(Comparator.comparingLong(LogEvent::atMillis));
    }

    /**
     * A line of a log.
     *
     * @param stream the log stream that it is in
     * @param atMillis milliseconds since the epoch, by whoever wrote it
     * @param takenAt when it came in, likewise
     * @param message the text
     */
    public record LogEvent(String stream, long atMillis, long takenAt, String message) {}
}
