// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.promote;

import dev.stoker.cli.aws.AwsCall;
import dev.stoker.cli.aws.AwsClients;
import dev.stoker.cli.aws.FunctionName;
import dev.stoker.cli.aws.StateMachineArn;
import dev.stoker.cli.local.LocalAws;
import dev.stoker.cli.output.Json;
import dev.stoker.cli.run.DeployedPlace;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.EnvironmentResponse;

/**
 * A function on the embedded AWS with an alias, and releases of it. It uses AWS's clients over HTTP, as for AWS.
 */
public final class LocalRelease implements AutoCloseable {
    private static final String ALIAS = "live";

    private final AwsClients clients;
    private final LambdaClient lambda;
    private final FunctionName function;
    private final DeployedPlace cycles;
    private int changes;

    /**
     * Publishes the function and creates the alias {@code live} for its version 1.
     *
     * @param function its name; empty for the deployed function
     */
    public LocalRelease(LocalAws aws, Optional<String> function) {
        this.clients = AwsClients.ofEmbedded(aws.listen(0), aws.region());
        this.lambda = clients.lambda();
        this.function = FunctionName.parse(function.orElseGet(aws::function)).orElseThrow();
        this.cycles = new DeployedPlace(
                clients, () -> StateMachineArn.parse(aws.keepWarm()).orElseThrow());
        String first = published();
        call(
                "lambda:CreateAlias",
                () -> lambda.createAlias(ask -> ask.functionName(name())
                        .name(alias().qualifier().orElseThrow())
                        .functionVersion(first)));
    }

    /** The function with its alias, which users call. */
    public FunctionName alias() {
        return function.qualifier().isPresent()
                ? function
                : new FunctionName(function.unqualified(), function.place(), Optional.of(ALIAS));
    }

    private String name() {
        return function.unqualified();
    }

    /** Changes $LATEST, as a new release does: by an environment variable, so that a new version has other environments. */
    public void change() {
        changes++;
        call("lambda:UpdateFunctionConfiguration", () -> {
            EnvironmentResponse before = lambda.getFunctionConfiguration(ask -> ask.functionName(name()))
                    .environment();
            Map<String, String> variables = new HashMap<>(before == null ? Map.of() : before.variables());
            variables.put("RELEASE", Integer.toString(changes));
            return lambda.updateFunctionConfiguration(
                    ask -> ask.functionName(name()).environment(environment -> environment.variables(variables)));
        });
    }

    private String published() {
        return call(
                "lambda:PublishVersion",
                () -> lambda.publishVersion(ask -> ask.functionName(name())).version());
    }

    /**
     * Releases $LATEST without Stoker: publishes it and moves the alias.
     *
     * @return the version's number
     */
    public String moveAlias() {
        String version = published();
        call(
                "lambda:UpdateAlias",
                () -> lambda.updateAlias(ask -> ask.functionName(name())
                        .name(alias().qualifier().orElseThrow())
                        .functionVersion(version)));
        return version;
    }

    /**
     * Releases $LATEST as {@code stoker promote} does.
     *
     * @param concurrency N
     * @return the version's number; empty if the alias was not moved, because there was a shortfall
     */
    public Optional<String> promote(long concurrency) {
        PromotionPlan plan = plan(Optional.empty(), concurrency, Optional.empty(), 0);
        PromotionResult result = promotion(plan).run();
        return result.shortfall().isEmpty() ? Optional.of(result.to()) : Optional.empty();
    }

    PromotionPlan plan(Optional<String> to, long concurrency, Optional<Canary> canary, long maxErrors) {
        return new PromotionPlan(alias(), to, concurrency, canary, maxErrors, Json.object(), Duration.ZERO);
    }

    Promotion promotion(PromotionPlan plan) {
        return new Promotion(clients, cycles, plan, Pace.ofThisMachine());
    }

    private <T> T call(String action, Supplier<T> call) {
        return new AwsCall(action, "function " + name(), "Start it again.").make(call);
    }

    @Override
    public void close() {
        cycles.close();
        lambda.close();
    }
}
