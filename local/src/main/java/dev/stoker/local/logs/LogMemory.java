// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.logs;

import dev.stoker.local.logs.LogGroups.LogGroup;
import dev.stoker.local.logs.LogGroups.LogGroup.LogEvent;
import java.util.Collection;
import java.util.Comparator;

/**
 * The memory that all log groups of an account use. AWS has no such limit, but this JVM does. When it is full, the
 * oldest events of the largest group are deleted, so that a function that writes much does not displace the events of
 * others.
 */
final class LogMemory {
    /** The maximum for all groups: about a day of cycles with a few environments. */
    static final long MOST_BYTES = 64L * 1024 * 1024;

    /** The memory of an event without its text. */
    private static final long EVENT_BYTES = 128;

    private final long most;
    private final Collection<LogGroup> groups;
    private long held;

    /**
     * @param groups a live view of the existing groups
     */
    LogMemory(long most, Collection<LogGroup> groups) {
        this.most = most;
        this.groups = groups;
    }

    /** The size of an event. */
    static long bytesOf(LogEvent event) {
        return event.message().length() + EVENT_BYTES;
    }

    /** Adds a number of bytes, which may be negative. */
    void changed(long bytes) {
        held += bytes;
        while (held > most) {
            LogGroup largest = groups.stream()
                    .max(Comparator.comparingLong(LogGroup::heldBytes))
                    .orElseThrow();
            // a sixteenth of the maximum at a time, so that the search for the largest group is rare
            largest.dropOldest(most / 16);
        }
    }
}
