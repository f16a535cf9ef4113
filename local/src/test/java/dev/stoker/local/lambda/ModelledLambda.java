// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.lambda;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stoker.local.account.AwsError;
import dev.stoker.local.lambda.LambdaService.InvocationType;
import dev.stoker.local.lambda.LambdaService.InvokeRequest;
import dev.stoker.local.lambda.environments.FunctionDefinition;
import dev.stoker.local.lambda.environments.LambdaObserver.EnvironmentEvent;
import dev.stoker.local.lambda.environments.LambdaObserver.FunctionReport;
import dev.stoker.local.lambda.environments.LambdaObserver.InvokeOutcome;
import dev.stoker.local.lambda.environments.LambdaSettings;
import dev.stoker.local.lambda.faults.Faults;
import dev.stoker.local.lambda.runtime.Runtimes.Payload;
import dev.stoker.local.lambda.runtime.modelled.ModelledRuntimes;
import dev.stoker.local.lambda.runtime.modelled.ModelledRuntimes.InitModel;
import dev.stoker.local.lambda.runtime.modelled.ModelledRuntimes.UserModel;
import dev.stoker.local.time.VirtualTimeline;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A Lambda on virtual time whose function "f" works for an event's workMillis; INIT takes one second. */
final class ModelledLambda {
    static final long START = 1_795_360_000_000L;
    static final long INIT_MILLIS = 1000;

    final VirtualTimeline timeline = new VirtualTimeline(START);
    final List<EnvironmentEvent> events = new ArrayList<>();
    final List<Logged> log = new ArrayList<>();
    final LambdaService service;

    ModelledLambda() {
        this(LambdaSettings.with(Faults.none(1)));
    }

    ModelledLambda(LambdaSettings settings) {
        this(settings, InitModel.fixed(INIT_MILLIS));
    }

    ModelledLambda(LambdaSettings settings, InitModel init) {
        service = new LambdaService(
                timeline,
                settings,
                new ModelledRuntimes(timeline, init, UserModel.SAMPLE, 1),
                events::add,
                (group, stream, atMillis, messages) ->
                        messages.forEach(message -> log.add(new Logged(group, stream, atMillis, message))));
        create("f", 60);
    }

    void create(String name, int timeoutSeconds) {
        service.functions()
                .create(FunctionDefinition.of(name, "java21", "com.acme.App", null)
                        .withTimeoutSeconds(timeoutSeconds));
    }

    /** Sends a request at a moment, milliseconds after the start; its outcome fills in as time runs. */
    Sent at(long millis, String function, String event) {
        Sent sent = new Sent();
        InvokeRequest request =
                new InvokeRequest(function, Optional.empty(), Payload.of(event), InvocationType.REQUEST_RESPONSE, true);
        timeline.at(
                START + millis,
                () -> service.invoke(request, outcome -> {
                    sent.outcome = outcome;
                    sent.doneAfter = timeline.nowMillis() - START;
                }));
        return sent;
    }

    List<Sent> at(long millis, int requests, String function, String event) {
        List<Sent> all = new ArrayList<>();
        for (int i = 0; i < requests; i++) {
            all.add(at(millis, function, event));
        }
        return all;
    }

    static String work(long millis) {
        return "{\"workMillis\":" + millis + "}";
    }

    static String warm(long holdUntil, long holdMillis) {
        return String.format(
                Locale.ROOT,
                "{\"stoker\":{\"version\":1,\"holdUntil\":%d,\"holdMillis\":%d,\"round\":1,\"slot\":0}}",
                START + holdUntil,
                holdMillis);
    }

    void runUntil(long millis) {
        timeline.runUntil(START + millis);
    }

    FunctionReport report() {
        return service.report("f");
    }

    /** An event that went to a log group. */
    record Logged(String group, String stream, long atMillis, String message) {}

    /** One request and, once time has run so far, how it came out. */
    static final class Sent {
        @Nullable
        InvokeOutcome outcome;

        long doneAfter = -1;

        InvokeOutcome.Answered answered() {
            return (InvokeOutcome.Answered) requireNonNull(outcome);
        }

        AwsError refused() {
            return ((InvokeOutcome.Refused) requireNonNull(outcome)).error();
        }

        boolean isRefused() {
            return outcome instanceof InvokeOutcome.Refused;
        }

        JsonNode json() {
            return RealLambda.json(answered().payload());
        }
    }
}
