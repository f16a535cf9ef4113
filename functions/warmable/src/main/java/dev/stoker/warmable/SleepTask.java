// SPDX-License-Identifier: Apache-2.0
package dev.stoker.warmable;

import java.io.InputStream;
import java.io.PrintStream;
import java.util.Map;

/**
 * The sleep task of one execution environment: holds the environment as a warm event asks, then gives its answer, and counts
 * the users' invocations meanwhile. Never throws: Lambda resets an environment whose invocation failed.
 *
 * <p>Divided where time passes. {@link #arrive} says how long to hold, {@link #leave} gives the answer, and between them
 * whoever runs it lets that time pass: {@link WarmableHandler} on the machine's clock, a simulation on a clock of its own.
 */
public final class SleepTask {
    /** Milliseconds left to answer within the function's timeout. */
    private static final long ANSWER_MILLIS = 500;

    private final Environment environment;
    private final Settings settings;
    private final Host host;

    /**
     * To be called at the end of INIT, as near as one can tell.
     *
     * @param variables the environment variables of the function and of Lambda
     * @param err gets a line for a value of Stoker's own variable that cannot be used
     * @param host the clocks and the chance to use
     */
    public SleepTask(Map<String, String> variables, PrintStream err, Host host) {
        this.settings = Settings.from(variables, err);
        this.environment = new Environment(settings, host);
        this.host = host;
    }

    /**
     * A warm event arrives: the interval on which its answer reports is over.
     *
     * @param event read up to the colon after {@code "stoker"}
     * @param remainingMillis until the invocation times out
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

    /** Lets the time of a hold pass, on the host's clock. */
    void hold(Visit visit) {
        if (visit.holdMillis() == 0) {
            return;
        }
        try {
            host.sleep(visit.holdMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // ends the hold; whoever interrupts will look at the flag
        }
    }

    /**
     * A warm event is answered: the next interval opens.
     *
     * @return the answer's JSON
     */
    public byte[] leave(Visit visit) {
        return visit.answer(environment.warmLeaves());
    }

    /** A user's invocation begins; gives what {@link #userLeaves} wants back. */
    public Moment userArrives() {
        return environment.userArrives();
    }

    /** A user's invocation is over, however it ended. */
    public void userLeaves(Moment arrived) {
        environment.userLeaves(arrived);
    }
}
