// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.output;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * What is waited for, on stderr: a line that is drawn anew while stderr is a terminal, one plain line at the start where
 * it is not.
 */
final class ProgressLine {
    private static final String SPINNER = "|/-\\";
    private static final long FRAME_MILLIS = 125;
    private static final String CLEAR = "\r\u001B[K";

    private final Console console;
    private final LongSupplier nanoTime;
    private final String doing;
    private final long start;
    private boolean ended;

    /**
     * Says the plain line at once; the living one is drawn by {@link #tick()}.
     *
     * @param nanoTime a clock that only goes forward, in nanoseconds
     */
    ProgressLine(Console console, LongSupplier nanoTime, String doing) {
        this.console = console;
        this.nanoTime = nanoTime;
        this.doing = doing;
        this.start = nanoTime.getAsLong();
        if (!alive()) {
            console.note(doing + " …");
        }
    }

    /** Draws the line anew. */
    synchronized void tick() {
        if (alive() && !ended) {
            console.part(CLEAR + line());
        }
    }

    /** Takes the line away for good. */
    synchronized void clear() {
        if (alive() && !ended) {
            console.part(CLEAR);
        }
        ended = true;
    }

    /** Ends the line because the wait was cut short; says nothing when it had ended before. */
    synchronized void interrupt(String consequence) {
        if (!ended) {
            clear();
            console.note("Interrupted after " + elapsed().toSeconds() + " s. " + consequence);
        }
    }

    private boolean alive() {
        return console.terminal().stderr();
    }

    private Duration elapsed() {
        return Duration.ofNanos(nanoTime.getAsLong() - start);
    }

    private String line() {
        long frame = elapsed().toMillis() / FRAME_MILLIS % SPINNER.length();
        String time = "  " + elapsed().toSeconds() + " s";
        int room = Math.max(0, console.terminal().columns() - 3 - time.length());
        String what = doing.length() <= room ? doing : doing.substring(0, room);
        return SPINNER.charAt((int) frame) + " " + what + time;
    }
}
