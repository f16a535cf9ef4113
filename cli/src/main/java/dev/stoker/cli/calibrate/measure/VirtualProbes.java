// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.calibrate.measure;

import dev.stoker.cli.local.Clone;
import dev.stoker.cli.price.Architecture;
import dev.stoker.cli.price.FunctionSize;
import dev.stoker.cli.run.CycleInput;
import dev.stoker.cli.run.EmbeddedPlace;
import dev.stoker.cli.run.outcome.Execution;
import dev.stoker.local.EmbeddedAws;
import dev.stoker.local.EmbeddedAwsSettings;
import dev.stoker.local.lambda.environments.LambdaSettings;
import dev.stoker.local.lambda.runtime.modelled.ModelledRuntimes;
import dev.stoker.local.lambda.runtime.modelled.ModelledRuntimes.UserModel;
import dev.stoker.local.states.run.ExecutionObserver.ExecutionResult;
import dev.stoker.local.time.VirtualTimeline;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * The embedded AWS on virtual time, with infra/template.yaml deployed and its schedule paused: hours pass in seconds. The function
 * is modelled; its sleep task is the library's own.
 */
public final class VirtualProbes implements ProbePlace {
    /** The name of the only function. */
    public static final String FUNCTION = "sample";

    /** The first instant of virtual time, 2026-11-22. No result depends on it. */
    private static final long START = 1_795_360_800_000L;

    /** The shortest INIT. */
    private static final long INIT_MILLIS = 700;

    /** INIT takes up to this much longer, uniformly distributed. */
    private static final int INIT_SPREAD_MILLIS = 600;

    private final VirtualTimeline time = new VirtualTimeline(START);
    private final EmbeddedAws aws;
    private final String keepWarm;

    /**
     * Starts it and deploys.
     *
     * @throws dev.stoker.cli.output.Failure if there is no clone to deploy from
     */
    public VirtualProbes(LambdaSettings lambda) {
        long seed = lambda.faults().seed();
        aws = EmbeddedAws.start(EmbeddedAwsSettings.withSeed(seed)
                .on(time)
                .lambda(lambda)
                .in(ModelledRuntimes.kind(
                        random -> INIT_MILLIS + random.nextInt(INIT_SPREAD_MILLIS), UserModel.SAMPLE, seed)));
        Map<String, String> outputs = aws.deployTemplate(
                        Clone.root(),
                        "stoker",
                        Map.of("TargetArns", aws.account().functionArn(FUNCTION), "ScheduleState", "DISABLED"))
                .outputs();
        keepWarm = Objects.requireNonNull(outputs.get("KeepWarmArn"), "KeepWarmArn");
        aws.change(() ->
                aws.account().createFunction(FUNCTION, "com.acme.App::handleRequest", Optional.empty(), Map.of()));
    }

    /** The ARN of the state machine that runs the cycles. */
    public String stateMachine() {
        return keepWarm;
    }

    /** The embedded AWS, to which a test sends users. */
    EmbeddedAws aws() {
        return aws;
    }

    @Override
    public Execution run(CycleInput input) {
        CompletableFuture<ExecutionResult> ended = aws.run(keepWarm, input.text());
        while (!ended.isDone()) {
            if (!time.runNext(Long.MAX_VALUE)) {
                throw new IllegalStateException("nothing is left that could end the cycle");
            }
        }
        return EmbeddedPlace.execution(ended.join(), aws.account().region());
    }

    @Override
    public Optional<FunctionSize> findSize(String function) {
        return aws.call(() -> aws.account().memoryMegabytes(function))
                .map(memory -> new FunctionSize(memory, Architecture.X86_64));
    }

    @Override
    public long nowMillis() {
        return time.nowMillis();
    }

    @Override
    public void waitUntil(long epochMillis) {
        time.runUntil(epochMillis);
    }

    @Override
    public void close() {
        aws.close();
    }
}
