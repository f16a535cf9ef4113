// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local;

import dev.stoker.local.account.AwsError;
import dev.stoker.local.lambda.environments.LambdaObserver;
import dev.stoker.local.lambda.environments.LambdaSettings;
import dev.stoker.local.lambda.faults.Faults;
import dev.stoker.local.lambda.faults.Faults.Delay;
import dev.stoker.local.lambda.runtime.Runtimes;
import dev.stoker.local.states.run.ExecutionObserver;
import dev.stoker.local.states.tasks.TaskService.TaskFaults;
import dev.stoker.local.time.VirtualTimeline;
import java.util.Optional;
import java.util.function.Consumer;

/** The settings of an embedded AWS. Immutable: each method that changes a setting returns a copy. */
public final class EmbeddedAwsSettings {
    private static final System.Logger LOG = System.getLogger(EmbeddedAws.class.getName());

    /**
     * On AWS the calls of one Map do not reach their environments at the same instant. The spread is not published.
     * Without any spread, a hold would not be necessary.
     */
    private static final Delay SPREAD = new Delay.Uniform(30);

    private Optional<VirtualTimeline> virtualTime = Optional.empty();
    private Runtimes.Kind environments = Runtimes.Kind.PROCESS;
    private LambdaSettings lambda;
    private long minuteMillis = 60_000;
    private boolean ticking = true;
    private ExecutionObserver executionObserver = ExecutionObserver.NONE;
    private LambdaObserver lambdaObserver = LambdaObserver.NONE;
    private TaskFaults taskFaults = TaskFaults.NONE;
    private Consumer<Trouble> troubles = trouble ->
            LOG.log(System.Logger.Level.ERROR, trouble.message(), trouble.bug().orElse(null));

    private EmbeddedAwsSettings(LambdaSettings lambda) {
        this.lambda = lambda;
    }

    private EmbeddedAwsSettings(EmbeddedAwsSettings other) {
        this.virtualTime = other.virtualTime;
        this.environments = other.environments;
        this.lambda = other.lambda;
        this.minuteMillis = other.minuteMillis;
        this.ticking = other.ticking;
        this.executionObserver = other.executionObserver;
        this.lambdaObserver = other.lambdaObserver;
        this.taskFaults = other.taskFaults;
        this.troubles = other.troubles;
    }

    private EmbeddedAwsSettings with(Consumer<EmbeddedAwsSettings> change) {
        EmbeddedAwsSettings changed = new EmbeddedAwsSettings(this);
        change.accept(changed);
        return changed;
    }

    /**
     * The default settings: wall-clock time, processes, AWS's limits, no faults, and enabled schedules. Requests take
     * up to 30 ms to reach an environment.
     */
    public static EmbeddedAwsSettings withSeed(long seed) {
        return new EmbeddedAwsSettings(LambdaSettings.with(Faults.none(seed).withDispatch(SPREAD)));
    }

    /** The same on a timeline that the caller advances. */
    public EmbeddedAwsSettings on(VirtualTimeline time) {
        return with(changed -> changed.virtualTime = Optional.of(time));
    }

    /** The same with another kind of environments. */
    public EmbeddedAwsSettings in(Runtimes.Kind other) {
        return with(changed -> changed.environments = other);
    }

    /** The same with other settings of Lambda, and their seed. */
    public EmbeddedAwsSettings lambda(LambdaSettings other) {
        return with(changed -> changed.lambda = other);
    }

    /** The same with another length of a minute in the rates of schedules, in milliseconds. */
    public EmbeddedAwsSettings minuteMillis(long other) {
        return with(changed -> changed.minuteMillis = other);
    }

    /** The same with schedules that never tick. */
    public EmbeddedAwsSettings withoutTicks() {
        return with(changed -> changed.ticking = false);
    }

    /** The same with observers. */
    public EmbeddedAwsSettings watchedBy(ExecutionObserver executions, LambdaObserver lives) {
        return with(changed -> {
            changed.executionObserver = executions;
            changed.lambdaObserver = lives;
        });
    }

    /** The same with faults between Task states and services. */
    public EmbeddedAwsSettings taskFaults(TaskFaults other) {
        return with(changed -> changed.taskFaults = other);
    }

    /** The same with a receiver for internal errors that no caller receives. */
    public EmbeddedAwsSettings reportingTo(Consumer<Trouble> other) {
        return with(changed -> changed.troubles = other);
    }

    /** The timeline that the caller advances; empty for wall-clock time. */
    public Optional<VirtualTimeline> virtualTime() {
        return virtualTime;
    }

    /** The kind of environments. */
    public Runtimes.Kind environments() {
        return environments;
    }

    /** Account and region, concurrency, idle time, faults, and the seed. */
    public LambdaSettings lambda() {
        return lambda;
    }

    /** How long a minute of a schedule's rate lasts: 60,000 ms, or less to save time. */
    public long minuteMillis() {
        return minuteMillis;
    }

    /** Whether schedules tick. */
    public boolean ticking() {
        return ticking;
    }

    /** Receives the events of executions. */
    public ExecutionObserver executionObserver() {
        return executionObserver;
    }

    /** Receives the events of environments. */
    public LambdaObserver lambdaObserver() {
        return lambdaObserver;
    }

    /** The faults between Task states and the services that they call. */
    public TaskFaults taskFaults() {
        return taskFaults;
    }

    /** Receives internal errors. */
    Consumer<Throwable> failures() {
        return failure -> troubles.accept(Trouble.of(failure));
    }

    /** The seed of all random choices. */
    public long seed() {
        return lambda.faults().seed();
    }

    /**
     * An internal error that no caller receives.
     *
     * @param message the message
     * @param bug the exception, if it is a bug of the embedded AWS; empty if AWS would also fail, for example a tick
     *     whose target does not exist
     */
    public record Trouble(String message, Optional<Throwable> bug) {
        private static Trouble of(Throwable failure) {
            return failure instanceof AwsError refused
                    ? new Trouble(refused.getMessage(), Optional.empty())
                    : new Trouble("an error inside the embedded AWS: " + failure, Optional.of(failure));
        }
    }
}
