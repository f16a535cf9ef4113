// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.output;

import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * What is waited for, on stderr: a line that is drawn anew while stderr is a terminal; where it is not, a plain line at the
 * start and one for each step.
 */
final class ProgressLine {
    private static final String SPINNER = "|/-\\";
    private static final long FRAME_MILLIS = 125;
    private static final String CLEAR = "\r\u001B[K";

    private final Console console;
    private final LongSupplier nanoTime;
    private final Supplier<Doing> doing;
    private final long start;
    private long told;
    private boolean ended;

    /**
     * Says the first plain line at once; the living one is drawn by {@link #tick()}.
     *
     * @param nanoTime a clock that only goes forward, in nanoseconds
     * @param doing asked at each tick
     */
    ProgressLine(Console console, LongSupplier nanoTime, Supplier<Doing> doing) {
        this.console = console;
        this.nanoTime = nanoTime;
        this.doing = doing;
        this.start = nanoTime.getAsLong();
        Doing first = doing.get();
        this.told = first.step();
        if (!alive()) {
            console.note(first.text() + " …");
        }
    }

    /** Draws the line anew, or says the next plain one. */
    synchronized void tick() {
        if (ended) {
            return;
        }
        Doing now = doing.get();
        if (alive()) {
            console.part(CLEAR + line(now.text()));
        } else if (now.step() != told) {
            console.note(now.text() + " …");
        }
        told = now.step();
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

    private String line(String text) {
        long frame = elapsed().toMillis() / FRAME_MILLIS % SPINNER.length();
        String time = "  " + elapsed().toSeconds() + " s";
        int room = Math.max(0, console.terminal().columns() - 3 - time.length());
        String what = text.length() <= room ? text : text.substring(0, room);
        return SPINNER.charAt((int) frame) + " " + what + time;
    }
}
