// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.demo;

import dev.stoker.cli.local.Burst;
import dev.stoker.cli.output.Colour;
import dev.stoker.cli.output.Console;

/** The median waits of both bursts as bars on the same scale. */
final class Bars {
    private static final String LABEL = "  %-9s  ";
    private static final int LABEL_WIDTH = String.format(LABEL, "").length();
    private static final int ROOM_FOR_NUMBER = 12;
    private static final int LEAST = 10;

    private final Burst first;
    private final Burst second;
    private final int width;

    Bars(Burst first, Burst second, int columns) {
        this.first = first;
        this.second = second;
        this.width = Math.max(LEAST, columns - LABEL_WIDTH - ROOM_FOR_NUMBER);
    }

    void on(Console console) {
        console.say(bar("minute 0", first), colour(first));
        console.say(bar("minute " + Story.QUIET_MINUTES, second), colour(second));
    }

    private static Colour colour(Burst burst) {
        return burst.coldStarts() == 0 && burst.answered() ? Colour.GREEN : Colour.RED;
    }

    private String bar(String label, Burst burst) {
        long longest = Math.max(1, Math.max(first.p50Millis(), second.p50Millis()));
        int length = (int) Math.max(1, burst.p50Millis() * width / longest);
        return String.format(LABEL, label) + (burst.answered() ? "█".repeat(length) + " " : "") + burst.p50();
    }
}
