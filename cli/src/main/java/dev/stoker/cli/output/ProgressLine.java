// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.output;

import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * The progress on stderr. On a terminal, one line is updated. Otherwise a plain line is printed at the start and at
 * each step.
 */
final class ProgressLine {
    private static final String SPINNER = "|/-\\";
    private static final long FRAME_MILLIS = 125;
    private static final String CLEAR = "\r\u001B[K";

    private final Console console;
    private final LongSupplier nanoTime;
    private final Supplier<Doing> doing;
    private final long start;
    private long printedStep;
    private boolean ended;

    /**
     * Prints the first plain line at once. {@link #tick()} updates the line on a terminal.
     *
     * @param nanoTime a monotonic clock, in nanoseconds
     * @param doing called at each tick
     */
    ProgressLine(Console console, LongSupplier nanoTime, Supplier<Doing> doing) {
        this.console = console;
        this.nanoTime = nanoTime;
        this.doing = doing;
        this.start = nanoTime.getAsLong();
        Doing first = doing.get();
        this.printedStep = first.step();
        if (!alive()) {
            console.note(first.text() + " …");
        }
    }

    /** Updates the line, or prints the next plain line. */
    synchronized void tick() {
        if (ended) {
            return;
        }
        Doing now = doing.get();
        if (alive()) {
            console.part(CLEAR + line(now.text()));
        } else if (now.step() != printedStep) {
            console.note(now.text() + " …");
        }
        printedStep = now.step();
    }

    /** Removes the line permanently. */
    synchronized void clear() {
        if (alive() && !ended) {
            console.part(CLEAR);
        }
        ended = true;
    }

    /** Ends the line because the wait was interrupted. Prints nothing if the line has already ended. */
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
