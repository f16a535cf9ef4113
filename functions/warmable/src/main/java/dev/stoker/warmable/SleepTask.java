// SPDX-License-Identifier: Apache-2.0
package dev.stoker.warmable;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.Map;

/**
 * The sleep task of one execution environment: holds the environment as a warm event requests, then returns the answer.
 * Between warm events it counts the users' invocations. It never throws, because Lambda resets an environment whose
 * invocation failed.
 *
 * <p>It is divided where time passes: {@link #arrive} returns how long to hold, {@link #leave} returns the answer, and
 * the caller waits between the two calls. {@link WarmableHandler} primes and waits by the machine's clock. A simulation
 * waits by its own clock and calls {@link #arriveWithoutPriming}, because it does not have the user's handler.
 */
public final class SleepTask {
    /** Milliseconds that are kept for the answer before the function's timeout. */
    private static final long ANSWER_MILLIS = 500;

    private final Environment environment;
    private final Settings settings;
    private final Host host;
    private boolean primed;

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
    Visit arrive(InputStream event, long remainingMillis) {
        Moment now = host.now();
        HoldRequest request = settings.holds() ? HoldReader.read(event) : HoldRequest.NONE;
        return environment.warmArrives(now, request, holdMillis(request, remainingMillis));
    }

    /**
     * The same for simulations, which cannot run the user's code.
     *
     * @throws UnsupportedOperationException if the warm event or {@code STOKER_PRIME} asks for priming
     */
    public Visit arriveWithoutPriming(InputStream event, long remainingMillis) {
        Visit visit = arrive(event, remainingMillis);
        if (isToBePrimed(visit.request())) {
            throw new UnsupportedOperationException(
                    "Priming runs the function's own code, which a simulation does not have. Remove prime from the input"
                            + " and STOKER_PRIME from the function.");
        }
        return visit;
    }

    private boolean isToBePrimed(HoldRequest request) {
        boolean isAskedFor =
                !request.primingEvent().isEmpty() || !settings.prime().isEmpty();
        return isAskedFor && !primed && !request.equals(HoldRequest.NONE);
    }

    private long holdMillis(HoldRequest request, long remainingMillis) {
        long requested = request.millisFrom(host.epochMillis());
        return Math.max(0, Math.min(requested, allowedMillis(remainingMillis)));
    }

    private long allowedMillis(long remainingMillis) {
        return Math.min(settings.maxHoldMillis(), remainingMillis - ANSWER_MILLIS);
    }

    /**
     * Primes the environment, once in its life, if the warm event or {@code STOKER_PRIME} asks for it and there is time.
     *
     * @param userHandler gets the priming event
     * @return the visit, with what remains of its hold
     */
    Visit prime(Visit visit, RequestStreamHandler userHandler, Context context) {
        HoldRequest request = visit.request();
        if (!isToBePrimed(request)) {
            return visit;
        }
        long limit = allowedMillis(context.getRemainingTimeInMillis());
        if (limit <= 0) {
            return visit;
        }
        primed = true;
        Moment began = host.now();
        boolean succeeded =
                new Priming(settings.prime(), request.primingEvent(), userHandler, context).succeedsWithin(limit);
        boolean inTime = began.millisUntil(host.now()) <= limit;
        return visit.primed(succeeded && inTime, holdMillis(request, context.getRemainingTimeInMillis()));
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
     * @return when, by the monotonic clock: the argument for {@link #userLeaves}
     */
    public long userArrives() {
        return environment.userArrives();
    }

    /** Ends a user's invocation, whether it succeeded or not. */
    public void userLeaves(long arrivedNanos) {
        environment.userLeaves(arrivedNanos);
    }
}
