// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.logs;

import dev.stoker.local.account.Account;
import dev.stoker.local.account.AwsError;
import dev.stoker.local.http.Api;
import dev.stoker.local.logs.LogGroup.LogEvent;
import dev.stoker.local.states.tasks.TaskService;
import dev.stoker.local.time.Timeline;
import java.util.Collection;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

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
}
