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

/** The account's log groups. To be called within the timeline's events. */
public final class LogGroups {
    private final Timeline timeline;
    private final Account account;
    private final NavigableMap<String, LogGroup> byName = new TreeMap<>();

    /**
     * No log group yet.
     *
     * @param account whose they are
     */
    public LogGroups(Timeline timeline, Account account) {
        this.timeline = timeline;
        this.account = account;
    }

    /**
     * Makes a log group.
     *
     * @param retentionDays days that events are kept, or null for ever
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

    /** The protocol in front of them. */
    public Api endpoint() {
        return LogsApi.of(this, timeline);
    }

    /** What Task states can call of them. */
    public Map<String, TaskService> tasks() {
        return LogsTasks.of(this, timeline);
    }

    /** A log group, if it is there. */
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
     * Removes a log group with all that is in it.
     *
     * @throws AwsError ResourceNotFoundException
     */
    public void delete(String name) {
        if (byName.remove(name) == null) {
            throw notFound();
        }
    }

    /** Takes in a line that is written now. */
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
}
