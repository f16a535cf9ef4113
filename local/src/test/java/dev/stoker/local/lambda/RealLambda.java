// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.lambda;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.stoker.local.lambda.LambdaService.InvocationType;
import dev.stoker.local.lambda.LambdaService.InvokeRequest;
import dev.stoker.local.lambda.environments.Fleet.FunctionLogs;
import dev.stoker.local.lambda.environments.FunctionDefinition;
import dev.stoker.local.lambda.environments.LambdaObserver;
import dev.stoker.local.lambda.environments.LambdaObserver.InvokeOutcome;
import dev.stoker.local.lambda.environments.LambdaSettings;
import dev.stoker.local.lambda.runtime.Runtimes;
import dev.stoker.local.lambda.runtime.Runtimes.Payload;
import dev.stoker.local.time.Timeline;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/** A Lambda on wall time for tests with real runtimes: every wait is for an outcome, with a generous limit for safety. */
public final class RealLambda implements AutoCloseable {
    private static final long SAFETY_SECONDS = 120;
    private static final JsonMapper JSON = new JsonMapper();

    private final List<Throwable> failures = new CopyOnWriteArrayList<>();
    private final Timeline timeline = Timeline.ofThisMachine(failures::add);
    private final LambdaService service;

    public RealLambda(LambdaSettings settings, Runtimes.Kind environments) {
        service = new LambdaService(
                timeline, settings, environments.on(timeline), LambdaObserver.NONE, FunctionLogs.NONE);
    }

    public void create(FunctionDefinition definition) {
        ask(lambda -> lambda.functions().create(definition));
    }

    /** Asks within an event, and waits for the answer. */
    public <T> T ask(Function<LambdaService, T> question) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        timeline.post(() -> answer.complete(question.apply(service)));
        return await(answer);
    }

    public CompletableFuture<InvokeOutcome> send(String function, String event) {
        CompletableFuture<InvokeOutcome> outcome = new CompletableFuture<>();
        InvokeRequest request =
                new InvokeRequest(function, Optional.empty(), Payload.of(event), InvocationType.REQUEST_RESPONSE, true);
        timeline.post(() -> service.invoke(request, outcome::complete));
        return outcome;
    }

    /** Invokes with what the caller tells about itself, JSON. */
    public InvokeOutcome.Answered invoke(String function, String event, String clientContext) {
        CompletableFuture<InvokeOutcome> outcome = new CompletableFuture<>();
        InvokeRequest request =
                InvokeRequest.of(function, Payload.of(event)).withClientContext(Optional.of(clientContext));
        timeline.post(() -> service.invoke(request, outcome::complete));
        return (InvokeOutcome.Answered) await(outcome);
    }

    public InvokeOutcome.Answered invoke(String function, String event) {
        return (InvokeOutcome.Answered) await(send(function, event));
    }

    /** So many requests at once. */
    public List<JsonNode> invokeTogether(int requests, String function, String event) {
        List<CompletableFuture<InvokeOutcome>> sent = new ArrayList<>();
        for (int i = 0; i < requests; i++) {
            sent.add(send(function, event));
        }
        return sent.stream()
                .map(outcome -> json(((InvokeOutcome.Answered) await(outcome)).payload()))
                .toList();
    }

    public static JsonNode json(Payload payload) {
        try {
            return JSON.readTree(payload.text());
        } catch (JsonProcessingException e) {
            throw new AssertionError("no JSON: " + payload, e);
        }
    }

    public <T> T await(CompletableFuture<T> outcome) {
        try {
            return outcome.get(SAFETY_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new AssertionError("no outcome; the timeline's failures: " + failures, e);
        }
    }

    @Override
    public void close() {
        service.close();
        timeline.close();
        if (!failures.isEmpty()) {
            throw new AssertionError("an event failed", failures.get(0));
        }
    }
}
