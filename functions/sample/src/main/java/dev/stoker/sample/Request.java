// SPDX-License-Identifier: Apache-2.0
package dev.stoker.sample;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The request of a user.
 *
 * @param name the name to greet; "world" if the event has none
 * @param workMillis how long the answer takes, milliseconds, 0 to 10,000. Tests use it to keep environments busy
 */
record Request(String name, long workMillis) {
    private static final long LONGEST_WORK_MILLIS = 10_000;

    /**
     * Reads an event such as {@code {"name":"Ada","workMillis":200}}; other fields are ignored.
     *
     * @throws IllegalArgumentException if a field has an invalid value
     */
    static Request from(Map<String, Object> event) {
        return new Request(name(event.get("name")), workMillis(event.get("workMillis")));
    }

    private static String name(@Nullable Object value) {
        if (value == null) {
            return "world";
        }
        if (value instanceof String name) {
            return name;
        }
        throw new IllegalArgumentException("name: must be a text, got " + value + ". Send {\"name\":\"Ada\"}.");
    }

    private static long workMillis(@Nullable Object value) {
        if (value == null) {
            return 0;
        }
        if (value instanceof Integer millis && millis >= 0 && millis <= LONGEST_WORK_MILLIS) {
            return millis;
        }
        throw new IllegalArgumentException("workMillis: must be a whole number of milliseconds, 0 to "
                + LONGEST_WORK_MILLIS + ", got " + value + ". Send {\"workMillis\":200} or leave it out.");
    }
}
