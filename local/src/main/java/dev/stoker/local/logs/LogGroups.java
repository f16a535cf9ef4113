// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.logs;

import dev.stoker.local.account.Account;
import dev.stoker.local.account.AwsError;
import dev.stoker.local.http.Api;
import dev.stoker.local.logs.LogGroups.LogGroup.LogEvent;
import dev.stoker.local.states.tasks.TaskService;
import dev.stoker.local.time.Timeline;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The account's log groups. Call the methods within the timeline's events. */
public final class LogGroups {
    private final Timeline timeline;
    private final Account account;
    private final NavigableMap<String, LogGroup> byName = new TreeMap<>();

    /**
     * Creates the service without log groups.
     *
     * @param account the account
     */
    public LogGroups(Timeline timeline, Account account) {
        this.timeline = timeline;
        this.account = account;
    }

    /**
     * Creates a log group.
     *
     * @param retentionDays retention in days, or null for no limit
     * @throws AwsError ResourceAlreadyExistsException; InvalidParameterException for a name out of range
     */
    public LogGroup create(String name, Integer retentionDays) {
        if (!name.matches("[.\\-_/#A-Za-z0-9]{1,512}")) {
            throw new AwsError(
                    "InvalidParameterException",
                    "1 validation error detected: Value '" + name + "' at 'logGroupName' failed to satisfy constraint:"
                            + " Member must satisfy regular expression pattern: [\\.\\-_/#A-Za-z0-9]+");
        }
        LogGroup group =
                new LogGroup(name, account.arn("logs", "log-group:" + name), timeline.nowMillis(), retentionDays);
        if (byName.putIfAbsent(name, group) != null) {
            throw new AwsError("ResourceAlreadyExistsException", "The specified log group already exists");
        }
        return group;
    }

    /** The protocol of the service. */
    public Api endpoint() {
        return LogsApi.of(this, timeline);
    }

    /** Its task integrations. */
    public Map<String, TaskService> tasks() {
        return LogsTasks.of(this, timeline);
    }

    /** Finds a log group. */
    public Optional<LogGroup> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /**
     * A log group.
     *
     * @throws AwsError ResourceNotFoundException
     */
    public LogGroup named(String name) {
        return find(name).orElseThrow(LogGroups::notFound);
    }

    /** All log groups by name. */
    public Collection<LogGroup> all() {
        return byName.values();
    }

    /**
     * Deletes a log group with its content.
     *
     * @throws AwsError ResourceNotFoundException
     */
    public void delete(String name) {
        if (byName.remove(name) == null) {
            throw notFound();
        }
    }

    /** Writes a message with the current time. */
    public void write(String group, String stream, String message) {
        LogGroup found = named(group);
        if (!found.streams().contains(stream)) {
            found.createStream(stream);
        }
        found.add(new LogEvent(stream, timeline.nowMillis(), timeline.nowMillis(), message));
    }

    private static AwsError notFound() {
        return new AwsError("ResourceNotFoundException", "The specified log group does not exist.");
    }

    /** A log group with its streams. */
    public static final class LogGroup {
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

        /** Its ARN, without the suffix {@code :*} for its streams. */
        public String arn() {
            return arn;
        }

        /** When it was created, milliseconds since the epoch. */
        public long createdAt() {
            return createdAt;
        }

        /** Retention in days, or null for no limit. It has no effect. */
        public Integer retentionDays() {
            return retentionDays;
        }

        /** Sets the retention in days, or null for no limit. */
        public void retain(Integer days) {
            retentionDays = days;
        }

        /**
         * Creates a stream.
         *
         * @throws AwsError ResourceAlreadyExistsException
         */
        public void createStream(String stream) {
            if (streams.putIfAbsent(stream, new ArrayList<>()) != null) {
                throw new AwsError("ResourceAlreadyExistsException", "The specified log stream already exists");
            }
        }

        /**
         * Deletes a stream with its content.
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
         * Adds an event.
         *
         * @throws AwsError ResourceNotFoundException if the stream does not exist
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

        /** The events of all streams, in order of time. */
        public Stream<LogEvent> events() {
            return streams.values().stream().flatMap(List::stream).sorted(Comparator.comparingLong(LogEvent::atMillis));
        }

        /**
         * A log event.
         *
         * @param stream its log stream
         * @param atMillis the time of the writer, milliseconds since the epoch
         * @param takenAt the time of ingestion, milliseconds since the epoch
         * @param message the text
         */
        public record LogEvent(String stream, long atMillis, long takenAt, String message) {}
    }
}
