// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.local;

import dev.stoker.cli.output.Console;
import dev.stoker.cli.output.ExitCode;
import dev.stoker.cli.output.Failure;
import dev.stoker.cli.output.OneLine;
import dev.stoker.local.EmbeddedAws;
import dev.stoker.local.EmbeddedAws.DeployedStack;
import dev.stoker.local.EmbeddedAws.RefusedException;
import dev.stoker.local.EmbeddedAwsSettings;
import dev.stoker.local.EmbeddedAwsSettings.Trouble;
import dev.stoker.local.lambda.environments.LambdaObserver.InvokeOutcome;
import dev.stoker.local.lambda.environments.LambdaSettings;
import dev.stoker.local.states.run.ExecutionObserver.ExecutionResult;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.UnaryOperator;

/**
 * The embedded AWS of this process, with infra/template.yaml deployed. It ends when it is closed or when the process
 * ends.
 */
public final class LocalAws implements AutoCloseable {
    /** The name of the stack. */
    public static final String STACK = "stoker";

    private final EmbeddedAws aws;
    private final LocalSettings settings;
    private final DeployedStack stack;
    private final Map<String, String> outputs;
    private final String function;
    private final Thread onExit;

    private LocalAws(EmbeddedAws aws, LocalSettings settings, DeployedStack stack, String function, Thread onExit) {
        this.aws = aws;
        this.settings = settings;
        this.stack = stack;
        this.outputs = stack.outputs();
        this.function = function;
        this.onExit = onExit;
    }

    /**
     * Starts the embedded AWS and deploys the template. The schedule is paused, see {@link #schedule}.
     *
     * @param region empty for us-east-1
     * @param special changes to the settings for this command, such as the length of a minute
     * @throws Failure if it cannot be started or the template cannot be deployed
     */
    public static LocalAws start(
            Console console,
            LocalSettings settings,
            Optional<String> region,
            UnaryOperator<EmbeddedAwsSettings> special) {
        if (settings.withFaults()) {
            console.note("Faults: " + settings.faults() + " (the same seed repeats the same faults)");
        }
        EmbeddedAws aws = EmbeddedAws.start(special.apply(embedded(console, settings, region)));
        Thread onExit = new Thread(aws::close, "end-embedded-aws");
        Runtime.getRuntime().addShutdownHook(onExit);
        try {
            return deploy(aws, settings, onExit);
        } catch (RuntimeException undeployed) {
            end(aws, onExit);
            throw undeployed instanceof RefusedException ? notDeployed(undeployed) : undeployed;
        }
    }

    private static EmbeddedAwsSettings embedded(Console console, LocalSettings settings, Optional<String> region) {
        LambdaSettings lambda =
                LambdaSettings.with(settings.faults()).accountConcurrency(settings.accountConcurrency());
        return EmbeddedAwsSettings.withSeed(settings.faults().seed())
                .in(settings.environments())
                .lambda(region.map(lambda::region).orElse(lambda))
                .reportingTo(trouble -> report(console, trouble));
    }

    private static void report(Console console, Trouble trouble) {
        console.note("stoker: " + OneLine.sentence(trouble.message()));
        trouble.bug().ifPresent(console::debug);
    }

    /** Creates the user's own function, if there is one, then the stack, then what only the sample needs. */
    private static LocalAws deploy(EmbeddedAws aws, LocalSettings settings, Thread onExit) {
        Map<String, String> parameters = new HashMap<>(Map.of("ScheduleState", "DISABLED"));
        Optional<String> own = settings.own().map(wanted -> create(aws, wanted));
        own.ifPresent(arn -> parameters.put("TargetArns", arn));
        DeployedStack stack = aws.deployTemplate(Clone.root(), STACK, parameters);
        String function = own.orElseGet(() -> stack.output("SampleFunctionArn"));
        aws.change(() -> {
            if (own.isEmpty() && !settings.variables().isEmpty()) {
                aws.account().addVariables(function, settings.variables());
            }
            aws.account().prepare(function);
        });
        return new LocalAws(aws, settings, stack, function, onExit);
    }

    /** @throws Failure if the embedded AWS cannot run its runtime, for example because an interpreter is missing */
    private static String create(EmbeddedAws aws, OwnFunction own) {
        try {
            return aws.call(() -> aws.account().createFunction(own.function()));
        } catch (RefusedException refused) {
            throw Failure.wrongUse("--runtime: " + OneLine.sentence(refused.getMessage()))
                    .causedBy(refused);
        }
    }

    private static Failure notDeployed(RuntimeException refused) {
        Failure failure = new Failure(
                ExitCode.FAILED,
                "Stoker.NotDeployed",
                "infra/template.yaml cannot be deployed to the embedded AWS: " + OneLine.sentence(refused.getMessage())
                        + " If a file is missing, build it with mvn package.");
        return failure.causedBy(refused);
    }

    /**
     * Listens for requests of AWS clients on the loopback address. Call this once.
     *
     * @param port 0 for any free port
     * @return the endpoint
     * @throws Failure if the port is not available
     */
    public URI listen(int port) {
        try {
            return aws.listen(port);
        } catch (UncheckedIOException taken) {
            throw new Failure(
                            ExitCode.FAILED,
                            "Stoker.NotStarted",
                            "The embedded AWS cannot be started on port " + port + ": "
                                    + OneLine.sentence(Optional.ofNullable(taken.getCause())
                                            .map(Throwable::getMessage)
                                            .orElse(taken.getMessage()))
                                    + " Another program may use this port. Stop it, or choose another port.")
                    .causedBy(taken);
        }
    }

    /** Its region. */
    public String region() {
        return aws.account().region();
    }

    /** The stack's outputs by name. */
    public Map<String, String> outputs() {
        return outputs;
    }

    /** The ARN of the state machine that starts cycles. */
    public String keepWarm() {
        return Objects.requireNonNull(outputs.get("KeepWarmArn"), "KeepWarmArn");
    }

    /** The target: the sample or the user's own function. */
    public String function() {
        return function;
    }

    /** The account's limit of concurrent executions. */
    public int accountConcurrency() {
        return settings.accountConcurrency();
    }

    /** The memory of a function in MB; empty if Lambda has no such function, alias or version. */
    public Optional<Integer> memoryMegabytes(String name) {
        return aws.call(() -> aws.account().memoryMegabytes(name));
    }

    /** The schedule of the template. */
    public LocalSchedule schedule() {
        return new LocalSchedule(aws, stack, function);
    }

    /** The current instant, in milliseconds since the epoch. */
    public long nowMillis() {
        return aws.nowMillis();
    }

    /**
     * Runs something as an event at an instant, milliseconds since the epoch, or as soon as possible if the instant is
     * in the past.
     */
    public void at(long epochMillis, Runnable event) {
        aws.at(epochMillis, event);
    }

    /**
     * Runs one cycle to its end.
     *
     * @param input the execution's input, JSON
     * @throws Failure if it is rejected
     */
    public ExecutionResult run(String input) {
        try {
            return aws.run(keepWarm(), input).join();
        } catch (CompletionException ended) {
            if (ended.getCause() instanceof RefusedException refused) {
                throw new Failure(
                                ExitCode.FAILED,
                                "Stoker.NotStarted",
                                "The cycle was not started: " + OneLine.sentence(refused.getMessage()))
                        .causedBy(refused);
            }
            throw ended;
        }
    }

    /** Runs one cycle that warms the function, to its end, see {@link #run(String)}. */
    public ExecutionResult run(int concurrency) {
        return run(schedule().input(concurrency));
    }

    /** Sends a user's request now, or in the next event if called within an event. */
    public CompletableFuture<InvokeOutcome> invoke() {
        return invoke(settings.usersEvent());
    }

    /** Sends a request with another event. */
    public CompletableFuture<InvokeOutcome> invoke(String payload) {
        return aws.invoke(function, payload);
    }

    /**
     * Sends a user's request to any function now, or in the next event if called within an event.
     *
     * @param name a name or an ARN, perhaps with an alias or a version
     */
    CompletableFuture<InvokeOutcome> invokeAsUser(String name) {
        return aws.invoke(name, settings.usersEvent());
    }

    /**
     * Ends the environments of the function by a change of its configuration, as on AWS: Lambda starts new environments with the new
     * configuration, and ends the old ones when they are free. Do not call this within an event.
     */
    public void endEnvironments() {
        aws.change(() ->
                aws.account().addVariables(function, Map.of("STOKER_ENDED_AT", String.valueOf(aws.nowMillis()))));
    }

    /** Whether environments are class loaders of this JVM, and not processes. */
    public boolean inJvm() {
        return settings.inJvm();
    }

    /** Ends the embedded AWS and all its environments. */
    @Override
    public void close() {
        end(aws, onExit);
    }

    private static void end(EmbeddedAws aws, Thread onExit) {
        aws.close();
        try {
            Runtime.getRuntime().removeShutdownHook(onExit);
        } catch (IllegalStateException ending) {
            // The process is ending after Ctrl-C, and the shutdown hook does the same.
        }
    }
}
