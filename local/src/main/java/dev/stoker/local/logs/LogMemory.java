// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.logs;

import dev.stoker.local.logs.LogGroups.LogGroup;
import dev.stoker.local.logs.LogGroups.LogGroup.LogEvent;
import java.util.Collection;
import java.util.Comparator;

/**
 * How much the log groups of an account hold, all together. AWS has no such limit; memory has. When it is full, the oldest events of
 * the group that holds most go, so that a function that writes much does not push out what others wrote.
 */
final class LogMemory {
    /** What all groups hold at most: about a day of cycles with a few environments. */
    static final long MOST_BYTES = 64L * 1024 * 1024;

    /** What an event takes beside its text. */
    private static final long EVENT_BYTES = 128;

    private final long most;
    private final Collection<LogGroup> groups;
    private long held;

    /** @param groups those that there are, as they come and go */
    LogMemory(long most, Collection<LogGroup> groups) {
        this.most = most;
        this.groups = groups;
    }

    /** What an event counts. */
    static long bytesOf(LogEvent event) {
        return event.message().length() + EVENT_BYTES;
    }

    /** So many bytes came, or went if negative. */
    void changed(long bytes) {
        held += bytes;
        while (held > most) {
            LogGroup largest = groups.stream()
                    .max(Comparator.comparingLong(LogGroup::heldBytes))
                    .orElseThrow();
            // a sixteenth of all at a time, so that the largest need not be looked for with each event
            largest.dropOldest(most / 16);
        }
    }
}
