// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.output;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Updates a {@link ProgressLine} during a wait, and clears it even if Ctrl-C ends the process. */
public final class Progress {
    private static final Duration BEAT = Duration.ofMillis(125);

    private final ProgressLine line;
    private final ScheduledExecutorService ticker = Executors.newSingleThreadScheduledExecutor(Progress::daemon);
    private final Thread onInterrupt;
    private final Future<?> beat;

    /**
     * Shows a text until a result is available.
     *
     * @param ifInterrupted the message if Ctrl-C ends the wait
     */
    public static <T> T during(Console console, String doing, String ifInterrupted, Supplier<T> wait) {
        return during(console, () -> new Doing(doing, 0), ifInterrupted, wait);
    }

    /**
     * Shows the progress until a result is available.
     *
     * @param doing called repeatedly, on a separate thread
     * @param ifInterrupted the message if Ctrl-C ends the wait
     */
    public static <T> T during(Console console, Supplier<Doing> doing, String ifInterrupted, Supplier<T> wait) {
        Progress progress = new Progress(console, doing, ifInterrupted);
        try {
            return wait.get();
        } finally {
            progress.end();
        }
    }

    private Progress(Console console, Supplier<Doing> doing, String ifInterrupted) {
        line = new ProgressLine(console, System::nanoTime, doing);
        onInterrupt = new Thread(() -> line.interrupt(ifInterrupted), "interrupted");
        Runtime.getRuntime().addShutdownHook(onInterrupt);
        beat = ticker.scheduleAtFixedRate(line::tick, 0, BEAT.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "progress");
        thread.setDaemon(true);
        return thread;
    }

    private void end() {
        beat.cancel(false);
        ticker.shutdown();
        line.clear();
        try {
            Runtime.getRuntime().removeShutdownHook(onInterrupt);
        } catch (IllegalStateException alreadyEnding) {
            // The process is ending after Ctrl-C, and the shutdown hook prints the last message.
        }
    }
}
