// SPDX-License-Identifier: Apache-2.0
package dev.stoker.simulation;

import static java.util.Objects.requireNonNull;

import dev.stoker.local.EmbeddedAccount;
import dev.stoker.local.EmbeddedAws;
import dev.stoker.local.EmbeddedAwsSettings;
import dev.stoker.local.lambda.environments.LambdaObserver.FunctionReport;
import dev.stoker.local.lambda.environments.LambdaSettings;
import dev.stoker.local.lambda.runtime.Runtimes;
import dev.stoker.local.lambda.runtime.modelled.ModelledRuntimes;
import dev.stoker.local.lambda.runtime.modelled.ModelledRuntimes.InitModel;
import dev.stoker.local.lambda.runtime.modelled.ModelledRuntimes.UserModel;
import dev.stoker.local.states.run.ExecutionObserver;
import dev.stoker.local.states.run.ExecutionObserver.ExecutionResult;
import dev.stoker.local.states.tasks.TaskService.TaskFaults;
import dev.stoker.local.time.VirtualTimeline;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An embedded AWS on virtual time with infra/template.yaml deployed, a paused schedule, and functions in modelled
 * environments.
 */
public final class World implements AutoCloseable {
    /** The default function of a world. */
    public static final String ORDERS = "orders";

    /** The interval of the template's schedule. */
    static final long INTERVAL_MILLIS = 240_000;

    private static final long START = 1_795_360_800_000L;
    private static final Path ROOT = Path.of(System.getProperty("stoker.root"));

    private final VirtualTimeline time;
    private final Lives lives = new Lives();
    private final EmbeddedAws aws;
    private final String keepWarm;

    private World(Plan plan) {
        time = new VirtualTimeline(plan.startMillis);
        long seed = plan.lambda.faults().seed();
        aws = EmbeddedAws.start(EmbeddedAwsSettings.withSeed(seed)
                .on(time)
                .lambda(plan.lambda)
                .in(plan.environments.apply(seed).behind(lives::counting))
                .taskFaults(plan.taskFaults.apply(time))
                .watchedBy(plan.observer, lives));
        String arns = Stream.of(plan.functions).map(account()::functionArn).collect(Collectors.joining(","));
        keepWarm = requireNonNull(
                aws.deployTemplate(ROOT, "stoker", Map.of("TargetArns", arns, "ScheduleState", "DISABLED"))
                        .outputs()
                        .get("KeepWarmArn"));
        for (String function : plan.functions) {
            account().createFunction(function, "com.acme.App", Optional.empty(), Map.of());
        }
    }

    /** Begins a world with these settings of Lambda and no other faults. */
    public static Plan with(LambdaSettings lambda) {
        return new Plan(lambda);
    }

    /** Its clock. */
    public VirtualTimeline time() {
        return time;
    }

    Lives lives() {
        return lives;
    }

    EmbeddedAccount account() {
        return aws.account();
    }

    /** The number of requests of users that waited for a new environment. */
    public int userColdStarts(String function) {
        return lives.userColdStarts(function);
    }

    /** The memory of a function, as text. */
    Optional<String> memory(String function) {
        return account().parameter(memoryName(function));
    }

    static String memoryName(String function) {
        return "/stoker/stoker/000000000000/" + function + "/LATEST";
    }

    FunctionReport report(String function) {
        return account().report(function);
    }

    /** Runs one cycle to its end. */
    public Cycle cycle(String input) {
        return await(start(input));
    }

    /** Starts a cycle, which continues as time advances. */
    CompletableFuture<ExecutionResult> start(String input) {
        return aws.run(keepWarm, input);
    }

    /** Advances time until a cycle has ended. */
    Cycle await(CompletableFuture<ExecutionResult> started) {
        while (!started.isDone()) {
            if (!time.runNext(Long.MAX_VALUE)) {
                throw new IllegalStateException("nothing is left that could end the cycle");
            }
        }
        return new Cycle(started.join());
    }

    /** Runs one cycle in each interval, and ends at the end of the last interval. */
    void cycles(int times, String input, Consumer<Cycle> each) {
        for (int i = 0; i < times; i++) {
            long next = time.nowMillis() + INTERVAL_MILLIS;
            each.accept(cycle(input));
            time.runUntil(next);
        }
    }

    /** Sends a request at an instant. Its result follows as time advances. */
    public Sent send(long atMillis, String function, String event) {
        Sent sent = new Sent();
        time.at(atMillis, () -> {
            sent.sentAt = time.nowMillis();
            sent.meetsHeld = lives.held(function) > 0;
            account().invoke(function, event, outcome -> sent.answered(outcome, time.nowMillis()));
        });
        return sent;
    }

    @Override
    public void close() {
        aws.close();
    }

    /** The settings of a world. */
    public static final class Plan {
        private final LambdaSettings lambda;
        private long startMillis = START;
        private LongFunction<Runtimes.Kind> environments = ofInit(InitModel.fixed(800));
        private Function<VirtualTimeline, TaskFaults> taskFaults = timeline -> TaskFaults.NONE;
        private ExecutionObserver observer = ExecutionObserver.NONE;
        private String[] functions = {ORDERS};

        private Plan(LambdaSettings lambda) {
            this.lambda = lambda;
        }

        private static LongFunction<Runtimes.Kind> ofInit(InitModel init) {
            return seed -> ModelledRuntimes.kind(init, UserModel.SAMPLE, seed);
        }

        /** Begins at another instant, milliseconds since the epoch. */
        public Plan from(long otherStartMillis) {
            startMillis = otherStartMillis;
            return this;
        }

        /** Sets the INIT of modelled environments. */
        public Plan init(InitModel init) {
            environments = ofInit(init);
            return this;
        }

        /** Uses other environments, with the seed. */
        Plan environments(LongFunction<Runtimes.Kind> other) {
            environments = other;
            return this;
        }

        /** Puts faults between Task states and the services that they call. */
        public Plan taskFaults(Function<VirtualTimeline, TaskFaults> other) {
            taskFaults = other;
            return this;
        }

        /** Adds an observer of executions. */
        Plan watchedBy(ExecutionObserver other) {
            observer = other;
            return this;
        }

        Plan functions(String... names) {
            functions = names.clone();
            return this;
        }

        /** Deploys. */
        public World start() {
            return new World(this);
        }
    }
}
