// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.logs;

import dev.stoker.local.account.AwsError;
import dev.stoker.local.logs.LogGroups.LogGroup.LogEvent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The events of an answer: at most 10,000, and at most 1 MB. Source: CloudWatch Logs API reference, GetLogEvents and
 * FilterLogEvents.
 *
 * @param events the events, in order of time
 * @param isLast whether there are no more events in the reading direction
 */
record LogPage(List<LogEvent> events, boolean isLast) {
    private static final int MOST_EVENTS = 10_000;
    private static final long MOST_BYTES = 1_048_576;

    /** The size of an event without its text, as in PutLogEvents. */
    private static final long EVENT_BYTES = 26;

    /** Copies the events. */
    LogPage {
        events = List.copyOf(events);
    }

    /** The requested number of events: 1 to 10,000. */
    static int limit(long wanted) {
        if (wanted < 1 || wanted > MOST_EVENTS) {
            throw new AwsError(
                    "InvalidParameterException",
                    "1 validation error detected: Value '" + wanted + "' at 'limit' failed to satisfy constraint:"
                            + " Member must be between 1 and " + MOST_EVENTS);
        }
        return (int) wanted;
    }

    /** The first events after a place. */
    static LogPage after(Optional<Place> place, List<LogEvent> sorted, int limit) {
        return taken(sorted, event -> place.isEmpty() || place.get().isBefore(event), limit);
    }

    /** The last events before a place. */
    static LogPage before(Optional<Place> place, List<LogEvent> sorted, int limit) {
        List<LogEvent> backwards = new ArrayList<>(sorted);
        Collections.reverse(backwards);
        LogPage page = taken(backwards, event -> place.isEmpty() || place.get().isBehind(event), limit);
        List<LogEvent> forwards = new ArrayList<>(page.events);
        Collections.reverse(forwards);
        return new LogPage(forwards, page.isLast);
    }

    private static LogPage taken(List<LogEvent> sorted, Predicate<LogEvent> wanted, int limit) {
        List<LogEvent> taken = new ArrayList<>();
        long bytes = 0;
        for (LogEvent event : sorted) {
            if (wanted.test(event)) {
                bytes += event.message().length() + EVENT_BYTES;
                if (taken.size() == limit || (bytes > MOST_BYTES && !taken.isEmpty())) {
                    return new LogPage(taken, false);
                }
                taken.add(event);
            }
        }
        return new LogPage(taken, true);
    }

    /**
     * The place of an event, which does not change when others are added or deleted.
     *
     * @param atMillis its time
     * @param number its number
     */
    record Place(long atMillis, long number) {
        static Place of(LogEvent event) {
            return new Place(event.atMillis(), event.number());
        }

        /**
         * Parses a token of {@link #token}.
         *
         * @throws AwsError InvalidParameterException if it is invalid
         */
        static Place read(String token) {
            if (!token.matches("-?\\d{1,18}\\.-?\\d{1,18}")) {
                throw new AwsError("InvalidParameterException", "The specified nextToken is invalid.");
            }
            int point = token.indexOf('.');
            return new Place(Long.parseLong(token.substring(0, point)), Long.parseLong(token.substring(point + 1)));
        }

        String token() {
            return atMillis + "." + number;
        }

        private boolean isBefore(LogEvent event) {
            return event.atMillis() > atMillis || (event.atMillis() == atMillis && event.number() > number);
        }

        private boolean isBehind(LogEvent event) {
            return event.atMillis() < atMillis || (event.atMillis() == atMillis && event.number() < number);
        }
    }
}
