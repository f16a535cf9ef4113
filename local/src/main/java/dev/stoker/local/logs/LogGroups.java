// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.logs;

import dev.stoker.local.account.Account;
import dev.stoker.local.account.AwsError;
import dev.stoker.local.http.Api;
import dev.stoker.local.states.tasks.TaskService;
import dev.stoker.local.time.Timeline;
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
    /** Orders events by time; events with the same time in the order of their ingestion. */
    static final Comparator<LogGroup.LogEvent> BY_TIME =
            Comparator.comparingLong(LogGroup.LogEvent::atMillis).thenComparingLong(LogGroup.LogEvent::number);

    private final Timeline timeline;
    private final Account account;
    private final NavigableMap<String, LogGroup> byName = new TreeMap<>();
    private final LogMemory memory;
    private long numbers;

    /**
     * Creates the service without log groups.
     *
     * @param account the account
     */
    public LogGroups(Timeline timeline, Account account) {
        this(timeline, account, LogMemory.MOST_BYTES);
    }

    LogGroups(Timeline timeline, Account account, long mostBytes) {
        this.timeline = timeline;
        this.account = account;
        this.memory = new LogMemory(mostBytes, byName.values());
    }

    /**
     * Creates a log group without a limit of retention.
     *
     * @throws AwsError ResourceAlreadyExistsException; InvalidParameterException for a name out of range
     */
    public LogGroup create(String name) {
        if (!name.matches("[.\\-_/#A-Za-z0-9]{1,512}")) {
            throw new AwsError(
                    "InvalidParameterException",
                    "1 validation error detected: Value '" + name + "' at 'logGroupName' failed to satisfy constraint:"
                            + " Member must satisfy regular expression pattern: [\\.\\-_/#A-Za-z0-9]+");
        }
        if (byName.containsKey(name)) {
            throw new AwsError("ResourceAlreadyExistsException", "The specified log group already exists");
        }
        LogGroup group = new LogGroup(this, name);
        byName.put(name, group);
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
        LogGroup group = byName.remove(name);
        if (group == null) {
            throw notFound();
        }
        memory.changed(-group.heldBytes());
    }

    /** Writes a message with the current time. */
    public void write(String group, String stream, String message) {
        named(group).write(stream, timeline.nowMillis(), List.of(message));
    }

    /**
     * Adds the events of a function. Creates the log group if it does not exist, as Lambda does.
     *
     * @param atMillis milliseconds since the epoch
     */
    public void write(String group, String stream, long atMillis, List<String> messages) {
        find(group).orElseGet(() -> create(group)).write(stream, atMillis, messages);
    }

    private static AwsError notFound() {
        return new AwsError("ResourceNotFoundException", "The specified log group does not exist.");
    }

    /** A log group with its streams. */
    public static final class LogGroup {
        private final LogGroups all;
        private final String name;
        private final long createdAt;
        private final LogStreams streams = new LogStreams();
        private Optional<Integer> retentionDays = Optional.empty();

        private LogGroup(LogGroups all, String name) {
            this.all = all;
            this.name = name;
            this.createdAt = all.timeline.nowMillis();
        }

        /** Its name. */
        public String name() {
            return name;
        }

        /** Its ARN, without the suffix {@code :*} for its streams. */
        public String arn() {
            return all.account.arn("logs", "log-group:" + name);
        }

        /** When it was created, milliseconds since the epoch. */
        public long createdAt() {
            return createdAt;
        }

        /** Retention in days; empty for no limit. It has no effect. */
        public Optional<Integer> retentionDays() {
            return retentionDays;
        }

        /** Sets the retention in days; empty for no limit. */
        public void retain(Optional<Integer> days) {
            retentionDays = days;
        }

        /** The memory that its events use, in bytes. */
        long heldBytes() {
            return streams.heldBytes();
        }

        /**
         * Creates a stream.
         *
         * @throws AwsError ResourceAlreadyExistsException
         */
        public void createStream(String stream) {
            streams.create(stream, all.timeline.nowMillis());
        }

        /**
         * Deletes a stream with its content.
         *
         * @throws AwsError ResourceNotFoundException
         */
        public void deleteStream(String stream) {
            changing(() -> streams.delete(stream));
        }

        /** Deletes the oldest events until at least this number of bytes is free, or no event is left. */
        void dropOldest(long bytes) {
            changing(() -> streams.dropOldest(bytes));
        }

        private void changing(Runnable change) {
            long before = heldBytes();
            change.run();
            all.memory.changed(heldBytes() - before);
        }

        /** The streams in order of their names. */
        Collection<LogStream> streams() {
            return streams.all();
        }

        /**
         * A log stream.
         *
         * @throws AwsError ResourceNotFoundException
         */
        LogStream stream(String stream) {
            return streams.named(stream);
        }

        /**
         * Adds an event.
         *
         * @param atMillis the time of the writer, milliseconds since the epoch
         * @throws AwsError ResourceNotFoundException if the stream does not exist
         */
        public void add(String stream, long atMillis, String message) {
            LogEvent event = new LogEvent(
                    all.numbers++, streams.named(stream).name(), atMillis, all.timeline.nowMillis(), message);
            changing(() -> streams.add(event));
        }

        private void write(String stream, long atMillis, List<String> messages) {
            for (String message : messages) {
                add(streams.namedOrNew(stream, all.timeline.nowMillis()).name(), atMillis, message);
            }
        }

        /** The events of all streams, in order of time. */
        public Stream<LogEvent> events() {
            return streams.events().sorted(BY_TIME);
        }

        /**
         * A log event.
         *
         * @param number a unique number, in the order of ingestion
         * @param stream its log stream
         * @param atMillis the time of the writer, milliseconds since the epoch
         * @param takenAt the time of ingestion, milliseconds since the epoch
         * @param message the text
         */
        public record LogEvent(long number, String stream, long atMillis, long takenAt, String message) {}
    }
}
