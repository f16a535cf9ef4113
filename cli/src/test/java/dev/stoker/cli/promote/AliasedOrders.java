// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.promote;

import dev.stoker.cli.aws.AwsClients;
import dev.stoker.cli.aws.FunctionName;
import dev.stoker.cli.aws.StateMachineArn;
import dev.stoker.cli.output.Json;
import dev.stoker.cli.run.DeployedPlace;
import dev.stoker.local.EmbeddedAws;
import dev.stoker.local.EmbeddedAws.DeployedStack;
import dev.stoker.local.EmbeddedAwsSettings;
import dev.stoker.local.lambda.environments.LambdaObserver;
import dev.stoker.local.lambda.environments.LambdaObserver.InvokeOutcome;
import dev.stoker.local.lambda.environments.LambdaSettings;
import dev.stoker.local.lambda.faults.Faults;
import dev.stoker.local.lambda.runtime.modelled.ModelledRuntimes;
import dev.stoker.local.lambda.runtime.modelled.ModelledRuntimes.InitModel;
import dev.stoker.local.lambda.runtime.modelled.ModelledRuntimes.UserModel;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.services.lambda.LambdaClient;

/** The function orders with its alias live on an embedded AWS over HTTP, whose environments are modelled, and its users. */
final class AliasedOrders implements AutoCloseable {
    /** Users whose work takes longer than a second, so that a version with that timeout fails. */
    static final String WORK = "{\"workMillis\":1100}";

    final AtomicInteger usersColdStarts = new AtomicInteger();
    final AwsClients clients;
    final LambdaClient lambda;
    final URI endpoint;
    private final EmbeddedAws aws;
    private final DeployedStack stack;
    private final DeployedPlace place;

    AliasedOrders() {
        this(1000);
    }

    AliasedOrders(int accountConcurrency) {
        LambdaObserver observer = event -> {
            if (event.kind() == LambdaObserver.EnvironmentEvent.EventKind.STARTED && !event.warmEvent()) {
                usersColdStarts.incrementAndGet();
            }
        };
        aws = EmbeddedAws.start(EmbeddedAwsSettings.withSeed(1)
                .withoutTicks()
                .lambda(LambdaSettings.with(Faults.none(1)).accountConcurrency(accountConcurrency))
                .in(ModelledRuntimes.kind(InitModel.fixed(300), UserModel.SAMPLE, 1))
                .watchedBy(event -> {}, observer));
        String arn = aws.call(() -> aws.account().createFunction("orders", "a.B", Optional.empty(), Map.of()));
        stack = aws.deployTemplate(Path.of(System.getProperty("stoker.root")), "shop", Map.of("TargetArns", arn));
        aws.change(() -> aws.account().publish("orders", "live"));
        endpoint = aws.listen(0);
        clients = AwsClients.ofEmbedded(endpoint, "us-east-1");
        lambda = clients.lambda();
        place = new DeployedPlace(
                clients, () -> StateMachineArn.parse(keepWarm()).orElseThrow());
    }

    String keepWarm() {
        return stack.output("KeepWarmArn");
    }

    /** Publishes another version, which works as long as it likes. */
    String nextVersion() {
        return version(30);
    }

    /** Publishes a version whose users all time out. */
    String brokenVersion() {
        return version(1);
    }

    private String version(int timeoutSeconds) {
        aws.change(() -> aws.account().resizeFunction("orders", 512 + lambdaVersions(), timeoutSeconds));
        return lambda.publishVersion(ask -> ask.functionName("orders")).version();
    }

    private int lambdaVersions() {
        return aws.account().report("orders").environments().size() + 1;
    }

    void resize() {
        aws.change(() -> aws.account().resizeFunction("orders", 1024, 30));
    }

    PromotionPlan plan(String to, long concurrency, String canary) {
        return new PromotionPlan(
                FunctionName.parse("orders:live").orElseThrow(),
                Optional.of(to).filter(version -> !version.equals("latest")),
                concurrency,
                Optional.of(canary).filter(text -> !text.isEmpty()).map(Canary::read),
                0,
                Json.object(),
                Duration.ZERO);
    }

    Promotion promotion(PromotionPlan plan, Pace pace) {
        return new Promotion(clients, place, plan, pace);
    }

    /** Where live points: {@code 1}, or {@code 1{2=0.1}}. */
    String live() {
        AliasState state = state();
        return state.version() + (state.weights().isEmpty() ? "" : state.weights());
    }

    AliasState state() {
        try (LambdaAlias alias =
                new LambdaAlias(clients, FunctionName.parse("orders:live").orElseThrow(), Pace.ofThisMachine())) {
            return alias.read();
        }
    }

    /** Users that call at once, and come again until they are sent away. */
    Callers users(String function, int number, String event) {
        return new Callers(function, number, event);
    }

    /** Some users and how they were served. */
    final class Callers {
        private final List<CompletableFuture<Void>> all = new ArrayList<>();
        private final AtomicInteger errors = new AtomicInteger();
        private final AtomicInteger answers = new AtomicInteger();
        private volatile boolean going;

        private Callers(String function, int number, String event) {
            for (int user = 0; user < number; user++) {
                CompletableFuture<Void> gone = new CompletableFuture<>();
                all.add(gone);
                call(function, event, gone);
            }
        }

        private void call(String function, String event, CompletableFuture<Void> gone) {
            var unused = aws.invoke(function, event).thenAccept(outcome -> {
                boolean fine = outcome instanceof InvokeOutcome.Answered answered && !answered.functionError();
                (fine ? answers : errors).incrementAndGet();
                if (going) {
                    gone.complete(null);
                } else {
                    call(function, event, gone);
                }
            });
        }

        /** Sends them away, and waits until each has an answer. */
        Callers leave() {
            going = true;
            all.forEach(CompletableFuture::join);
            return this;
        }

        int errors() {
            return errors.get();
        }

        int answers() {
            return answers.get();
        }
    }

    @Override
    public void close() {
        place.close();
        lambda.close();
        aws.close();
    }
}
