// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local;

import dev.stoker.local.lambda.environments.LambdaObserver;
import dev.stoker.local.lambda.environments.LambdaSettings;
import dev.stoker.local.lambda.faults.Faults;
import dev.stoker.local.lambda.faults.Faults.Delay;
import dev.stoker.local.states.run.ExecutionObserver;
import dev.stoker.local.states.tasks.TaskService.TaskFaults;
import dev.stoker.local.time.VirtualTimeline;
import java.util.Optional;
import java.util.function.Consumer;

/** What kind of an AWS it is to be. Immutable: what changes something gives another one. */
public final class EmbeddedAwsSettings {
    private static final System.Logger LOG = System.getLogger(EmbeddedAws.class.getName());

    /**
     * On AWS the calls of one Map do not reach their environments in the same instant. How far apart they come nobody has
     * published; without any spread a hold would have nothing to do.
     */
    private static final Delay SPREAD = new Delay.Uniform(30);

    private Optional<VirtualTimeline> virtualTime = Optional.empty();
    private Environments environments = Environments.processes();
    private LambdaSettings lambda;
    private long minuteMillis = 60_000;
    private boolean ticking = true;
    private ExecutionObserver executionObserver = ExecutionObserver.NONE;
    private LambdaObserver lambdaObserver = LambdaObserver.NONE;
    private TaskFaults taskFaults = TaskFaults.NONE;
    private Consumer<Throwable> failures =
            failure -> LOG.log(System.Logger.Level.ERROR, "the embedded AWS failed inside", failure);

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
        this.failures = other.failures;
    }

    private EmbeddedAwsSettings with(Consumer<EmbeddedAwsSettings> change) {
        EmbeddedAwsSettings changed = new EmbeddedAwsSettings(this);
        change.accept(changed);
        return changed;
    }

    /**
     * The machine's own time, processes, AWS's figures, no faults, schedules that tick. Requests take up to 30 ms to reach an
     * environment.
     */
    public static EmbeddedAwsSettings withSeed(long seed) {
        return new EmbeddedAwsSettings(LambdaSettings.with(Faults.none(seed).withDispatch(SPREAD)));
    }

    /** The same on a timeline that the caller steps. */
    public EmbeddedAwsSettings on(VirtualTimeline time) {
        return with(changed -> changed.virtualTime = Optional.of(time));
    }

    /** The same with other environments. */
    public EmbeddedAwsSettings in(Environments other) {
        return with(changed -> changed.environments = other);
    }

    /** The same with another Lambda, and its seed. */
    public EmbeddedAwsSettings lambda(LambdaSettings other) {
        return with(changed -> changed.lambda = other);
    }

    /** The same with minutes of another length in the rates of schedules, in milliseconds. */
    public EmbeddedAwsSettings minuteMillis(long other) {
        return with(changed -> changed.minuteMillis = other);
    }

    /** The same with schedules that never tick. */
    public EmbeddedAwsSettings withoutTicks() {
        return with(changed -> changed.ticking = false);
    }

    /** The same, watched. */
    public EmbeddedAwsSettings watchedBy(ExecutionObserver executions, LambdaObserver lives) {
        return with(changed -> {
            changed.executionObserver = executions;
            changed.lambdaObserver = lives;
        });
    }

    /** The same, with something that goes wrong on the way from Task states to services. */
    public EmbeddedAwsSettings taskFaults(TaskFaults other) {
        return with(changed -> changed.taskFaults = other);
    }

    /** The same, telling somebody else what went wrong inside that nobody else is told of. */
    public EmbeddedAwsSettings tellingFailuresTo(Consumer<Throwable> other) {
        return with(changed -> changed.failures = other);
    }

    /** The timeline that the caller steps; empty for the machine's own time. */
    public Optional<VirtualTimeline> virtualTime() {
        return virtualTime;
    }

    /** Where functions run. */
    public Environments environments() {
        return environments;
    }

    /** Account and region, concurrency, idle time, faults, and the seed of all chance. */
    public LambdaSettings lambda() {
        return lambda;
    }

    /** How long a minute of a schedule's rate lasts: 60,000 ms, less where time is to fly. */
    public long minuteMillis() {
        return minuteMillis;
    }

    /** Whether schedules tick. */
    public boolean ticking() {
        return ticking;
    }

    /** Is told what executions do. */
    public ExecutionObserver executionObserver() {
        return executionObserver;
    }

    /** Is told how environments live. */
    public LambdaObserver lambdaObserver() {
        return lambdaObserver;
    }

    /** What goes wrong between Task states and the services that they call. */
    public TaskFaults taskFaults() {
        return taskFaults;
    }

    /** Is told what went wrong inside. */
    public Consumer<Throwable> failures() {
        return failures;
    }

    /** The seed of all chance. */
    public long seed() {
        return lambda.faults().seed();
    }
}
