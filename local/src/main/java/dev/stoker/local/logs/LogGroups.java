// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.logs;

import dev.stoker.local.http.AwsError;
import dev.stoker.local.time.Timeline;
import java.util.Collection;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** The account's log groups. To be called within the timeline's events. */
public final class LogGroups {
    private final Timeline timeline;
    private final String arns;
    private final NavigableMap<String, LogGroup> byName = new TreeMap<>();

    /**
     * No log group yet.
     *
     * @param arns what the groups' ARNs begin with, {@code arn:aws:logs:REGION:ACCOUNT:log-group:}
     */
    public LogGroups(Timeline timeline, String arns) {
        this.timeline = timeline;
        this.arns = arns;
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
        LogGroup group = new LogGroup(name, arns + name, timeline.nowMillis(), retentionDays);
        if (byName.putIfAbsent(name, group) != null) {
            throw new AwsError("ResourceAlreadyExistsException", "The specified log group already exists");
        }
        return group;
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
