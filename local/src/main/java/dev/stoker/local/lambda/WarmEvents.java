// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.lambda;

import dev.stoker.local.lambda.runtime.Payload;

/** Tells warm events from users', for bills and drawings: by <code>&#123;"stoker":</code> at the beginning, white space aside. */
final class WarmEvents {
    private static final String OPENING = "{\"stoker\":";

    private WarmEvents() {}

    static boolean is(Payload event) {
        int matched = 0;
        for (byte b : event.bytes()) {
            boolean space = b == ' ' || b == '\t' || b == '\n' || b == '\r';
            boolean withinKey = matched > 1 && matched < OPENING.length() - 1;
            if (space && !withinKey) {
                continue;
            }
            if (b != OPENING.charAt(matched)) {
                return false;
            }
            matched++;
            if (matched == OPENING.length()) {
                return true;
            }
        }
        return false;
    }
}
