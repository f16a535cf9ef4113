// SPDX-License-Identifier: Apache-2.0
package dev.stoker.warmable;

import java.io.InputStream;
import java.io.PrintStream;
import java.util.Map;

/**
 * The sleep task of one execution environment: holds the environment as a warm event requests, then returns the answer.
 * Between warm events it counts the users' invocations. It never throws, because Lambda resets an environment whose
 * invocation failed.
 *
 * <p>It is divided where time passes: {@link #arrive} returns how long to hold, {@link #leave} returns the answer, and
 * the caller waits between the two calls. {@link WarmableHandler} waits by the machine's clock, a simulation by its own
 * clock.
 */
public final class SleepTask {
    /** Milliseconds that are kept for the answer before the function's timeout. */
    private static final long ANSWER_MILLIS = 500;

    private final Environment environment;
    private final Settings settings;
    private final Host host;

    /**
     * Call this as late as possible in INIT.
     *
     * @param variables the environment variables of the function and of Lambda
     * @param err receives a line for each invalid value of Stoker's variables
     * @param host the clocks and the random source to use
     */
    public SleepTask(Map<String, String> variables, PrintStream err, Host host) {
        this.settings = Settings.from(variables, err);
        this.environment = new Environment(settings, host);
        this.host = host;
    }

    /**
     * Begins a warm event and ends the interval that its answer reports.
     *
     * @param event the event, already read up to the colon after {@code "stoker"}
     * @param remainingMillis milliseconds until the invocation times out
     */
    public Visit arrive(InputStream event, long remainingMillis) {
        Moment now = host.now();
        return environment.warmArrives(now, settings.holds() ? holdMillis(event, remainingMillis) : 0);
    }

    private long holdMillis(InputStream event, long remainingMillis) {
        HoldRequest request = HoldReader.read(event);
        long requested = request.millisFrom(host.now().epochMillis());
        long allowed = Math.min(settings.maxHoldMillis(), remainingMillis - ANSWER_MILLIS);
        return Math.max(0, Math.min(requested, allowed));
    }

    /** Waits for the hold, by the host's clock. */
    void hold(Visit visit) {
        if (visit.holdMillis() == 0) {
            return;
        }
        try {
            host.sleep(visit.holdMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // ends the hold; the interrupt flag stays set for the caller
        }
    }

    /**
     * Ends a warm event and begins the next interval.
     *
     * @return the answer's JSON
     */
    public byte[] leave(Visit visit) {
        return visit.answer(environment.warmLeaves());
    }

    /**
     * Begins a user's invocation.
     *
     * @return the argument for {@link #userLeaves}
     */
    public Moment userArrives() {
        return environment.userArrives();
    }

    /** Ends a user's invocation, whether it succeeded or not. */
    public void userLeaves(Moment arrived) {
        environment.userLeaves(arrived);
    }
}
