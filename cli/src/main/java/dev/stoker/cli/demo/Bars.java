// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.demo;

import dev.stoker.cli.local.Burst;
import dev.stoker.cli.output.Colour;
import dev.stoker.cli.output.Console;
import java.util.List;

/** Waits as bars on the same scale. */
final class Bars {
    private static final String LABEL = "  %-9s  ";
    private static final int LABEL_WIDTH = String.format(LABEL, "").length();
    private static final int ROOM_FOR_NUMBER = 12;
    private static final int LEAST = 10;

    private final List<Bar> bars;
    private final int width;

    /**
     * One bar.
     *
     * @param label its name
     * @param burst the users whose wait it shows; without an answer there is no bar
     * @param millis the wait
     * @param text the wait as text
     */
    record Bar(String label, Burst burst, long millis, String text) {
        /** The median wait of some users. */
        static Bar median(String label, Burst burst) {
            return new Bar(label, burst, burst.p50Millis(), burst.p50());
        }

        /** Their longest wait. */
        static Bar longest(String label, Burst burst) {
            return new Bar(label, burst, burst.maxMillis(), burst.max());
        }

        private Colour colour() {
            return burst.coldStarts() == 0 && burst.answered() ? Colour.GREEN : Colour.RED;
        }
    }

    Bars(List<Bar> bars, int columns) {
        this.bars = List.copyOf(bars);
        this.width = Math.max(LEAST, columns - LABEL_WIDTH - ROOM_FOR_NUMBER);
    }

    void on(Console console) {
        long longest = bars.stream().mapToLong(Bar::millis).max().orElse(0);
        bars.forEach(bar -> console.say(line(bar, Math.max(1, longest)), bar.colour()));
    }

    private String line(Bar bar, long longest) {
        int length = (int) Math.max(1, bar.millis() * width / longest);
        return String.format(LABEL, bar.label())
                + (bar.burst().answered() ? "█".repeat(length) + " " : "")
                + bar.text();
    }
}
