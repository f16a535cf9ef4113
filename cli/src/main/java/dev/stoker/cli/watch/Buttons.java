// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.watch;

import dev.stoker.cli.local.Burst;
import dev.stoker.cli.local.Crowd;
import dev.stoker.cli.local.LocalAws;
import dev.stoker.cli.output.Count;
import dev.stoker.cli.output.Failure;
import dev.stoker.cli.output.Json;
import dev.stoker.cli.output.OneLine;
import dev.stoker.local.EmbeddedAws.RefusedException;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** What the page's buttons do: each one is an operation of AWS on the embedded AWS. Results that take time become notes. */
final class Buttons {
    /** Each environment is a process of 48 MB or more: this many fit into the memory of a small machine. */
    private static final int MOST_PROCESSES = 100;

    /** The default concurrency of an AWS account. */
    private static final int MOST_IN_JVM = 1000;

    private final LocalAws aws;
    private final LiveEvents events;
    private final Crowd crowd;
    private final Executor executor;

    /** The body of a request. */
    private record Pressed(@Nullable Integer number) {}

    /** Invalid use of a button. */
    static final class InvalidException extends Exception {
        private static final long serialVersionUID = 1;

        InvalidException(String message) {
            super(message);
        }
    }

    /**
     * @param executor runs cycles, each on a thread of its own
     */
    Buttons(LocalAws aws, LiveEvents events, Executor executor) {
        this.aws = aws;
        this.events = events;
        this.crowd = new Crowd(aws, events::startedFor);
        this.executor = executor;
    }

    /** The most environments and users that the page offers. */
    int most() {
        return aws.inJvm() ? MOST_IN_JVM : MOST_PROCESSES;
    }

    /**
     * Presses a button.
     *
     * @param name of the button: burst, cycle, concurrency, pause, resume or end
     * @param body JSON, with {@code number} for burst and concurrency
     * @return what is happening now, as a sentence
     * @throws InvalidException if there is no such button, or the number is invalid
     * @throws RefusedException if AWS would reject the operation
     */
    String press(String name, String body) throws InvalidException {
        return switch (name) {
            case "burst" -> burst(number(body));
            case "cycle" -> cycle();
            case "concurrency" -> concurrency(number(body));
            case "pause" -> schedule(false);
            case "resume" -> schedule(true);
            case "end" -> end();
            default -> throw new InvalidException("There is no button " + OneLine.of(name) + ".");
        };
    }

    private int number(String body) throws InvalidException {
        Integer number = Json.read(body, Pressed.class).map(Pressed::number).orElse(null);
        if (number == null || number < 1 || number > most()) {
            throw new InvalidException("number: must be 1 to " + Count.plain((long) most()) + ", got " + number + ".");
        }
        return number;
    }

    private String burst(int users) {
        var unused = crowd.come(users).thenAccept(burst -> events.note(aws.nowMillis(), words(burst)));
        return Count.of(users, "user") + " at once: Invoke.";
    }

    private static String words(Burst burst) {
        long warm = (long) burst.requests() - burst.coldStarts() - burst.failed();
        return Count.of(burst.requests(), "user") + ": " + Count.plain(Math.max(0, warm)) + " met a warm environment, "
                + Count.plain((long) burst.coldStarts()) + " waited for a cold start, "
                + Count.plain((long) burst.failed()) + " failed. Median wait " + burst.p50() + ", longest "
                + burst.max() + ".";
    }

    private String cycle() throws InvalidException {
        int concurrency = aws.schedule().concurrency(aws.schedule().plan());
        if (concurrency < 1) {
            throw new InvalidException(
                    "The schedule's input has no number of environments of this function. Choose one.");
        }
        executor.execute(() -> {
            try {
                aws.run(concurrency);
            } catch (Failure refused) {
                events.note(aws.nowMillis(), String.valueOf(refused.getMessage()));
            }
        });
        return "A cycle of " + Count.of(concurrency, "environment") + ": StartSyncExecution.";
    }

    private String concurrency(int concurrency) {
        boolean enabled = aws.schedule().plan().enabled();
        aws.schedule().update(enabled, concurrency);
        return "The schedule keeps " + Count.of(concurrency, "environment") + " warm"
                + (enabled ? ", and starts a cycle now" : "") + ": UpdateSchedule.";
    }

    private String schedule(boolean enabled) {
        aws.schedule().enable(enabled);
        return (enabled
                        ? "The schedule starts a cycle now, and then at "
                                + aws.schedule().expression()
                        : "The schedule is paused")
                + ": UpdateSchedule.";
    }

    private String end() {
        aws.endEnvironments();
        return "Free environments have ended, busy ones end when they are free: UpdateFunctionConfiguration.";
    }
}
