// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.states.run;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Formats instants as Step Functions does. */
final class Times {

    private static final DateTimeFormatter ISO =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private Times() {}

    static String text(long epochMillis) {
        return ISO.format(Instant.ofEpochMilli(epochMillis));
    }
}
