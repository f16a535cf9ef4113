// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local;

import dev.stoker.local.lambda.LambdaObserver;
import dev.stoker.local.lambda.LambdaSettings;
import dev.stoker.local.lambda.faults.DispatchDelay;
import dev.stoker.local.lambda.faults.Faults;
import dev.stoker.local.states.ExecutionObserver;
import dev.stoker.local.time.VirtualTimeline;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What kind of an AWS it is to be.
 *
 * @param virtualTime the timeline that the caller steps; empty for the machine's own time
 * @param environments where functions run
 * @param lambda account and region, concurrency, idle time, faults, and the seed of all chance
 * @param minuteMillis how long a minute of a schedule's rate lasts: 60,000, less where time is to fly
 * @param ticking whether schedules tick
 * @param executionObserver is told what executions do
 * @param lambdaObserver is told how environments live
 * @param failures is told what went wrong inside that nobody else is told of
 */
public record EmbeddedAwsSettings(
        Optional<VirtualTimeline> virtualTime,
        Environments environments,
        LambdaSettings lambda,
        long minuteMillis,
        boolean ticking,
        ExecutionObserver executionObserver,
        LambdaObserver lambdaObserver,
        Consumer<Throwable> failures) {

    private static final System.Logger LOG = System.getLogger(EmbeddedAws.class.getName());

    /**
     * On AWS the calls of one Map do not reach their environments in the same instant. How far apart they come nobody has
     * published; without any spread a hold would have nothing to do.
     */
    private static final DispatchDelay SPREAD = new DispatchDelay.Uniform(30);

    /**
     * The machine's own time, processes, AWS's figures, no faults, schedules that tick. Requests take up to 30 ms to
     * reach an environment.
     */
    public static EmbeddedAwsSettings withSeed(long seed) {
        return new EmbeddedAwsSettings(
                Optional.empty(),
                Environments.processes(),
                LambdaSettings.with(Faults.none(seed).withDispatch(SPREAD)),
                60_000,
                true,
                ExecutionObserver.NONE,
                LambdaObserver.NONE,
                failure -> LOG.log(System.Logger.Level.ERROR, "the embedded AWS failed inside", failure));
    }

    /** The seed of all chance. */
    public long seed() {
        return lambda.faults().seed();
    }

    /** The same on a timeline that the caller steps. */
    public EmbeddedAwsSettings on(VirtualTimeline time) {
        return new EmbeddedAwsSettings(
                Optional.of(time),
                environments,
                lambda,
                minuteMillis,
                ticking,
                executionObserver,
                lambdaObserver,
                failures);
    }

    /** The same with other environments. */
    public EmbeddedAwsSettings in(Environments other) {
        return new EmbeddedAwsSettings(
                virtualTime, other, lambda, minuteMillis, ticking, executionObserver, lambdaObserver, failures);
    }

    /** The same with another Lambda, and its seed. */
    public EmbeddedAwsSettings lambda(LambdaSettings other) {
        return new EmbeddedAwsSettings(
                virtualTime, environments, other, minuteMillis, ticking, executionObserver, lambdaObserver, failures);
    }

    /** The same with minutes of another length in the rates of schedules. */
    public EmbeddedAwsSettings minuteMillis(long other) {
        return new EmbeddedAwsSettings(
                virtualTime, environments, lambda, other, ticking, executionObserver, lambdaObserver, failures);
    }

    /** The same with schedules that never tick. */
    public EmbeddedAwsSettings withoutTicks() {
        return new EmbeddedAwsSettings(
                virtualTime, environments, lambda, minuteMillis, false, executionObserver, lambdaObserver, failures);
    }

    /** The same, watched. */
    public EmbeddedAwsSettings watchedBy(ExecutionObserver executions, LambdaObserver lives) {
        return new EmbeddedAwsSettings(
                virtualTime, environments, lambda, minuteMillis, ticking, executions, lives, failures);
    }

    /** The same, telling somebody else what went wrong inside. */
    public EmbeddedAwsSettings tellingFailuresTo(Consumer<Throwable> other) {
        return new EmbeddedAwsSettings(
                virtualTime, environments, lambda, minuteMillis, ticking, executionObserver, lambdaObserver, other);
    }
}
