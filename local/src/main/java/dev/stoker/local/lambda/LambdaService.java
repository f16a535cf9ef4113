// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.lambda;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import dev.stoker.local.account.AwsError;
import dev.stoker.local.http.Api;
import dev.stoker.local.lambda.environments.Fleet;
import dev.stoker.local.lambda.environments.Fleet.EnvironmentView;
import dev.stoker.local.lambda.environments.Fleet.FunctionLogs;
import dev.stoker.local.lambda.environments.FunctionDefinition;
import dev.stoker.local.lambda.environments.FunctionVersion;
import dev.stoker.local.lambda.environments.LambdaObserver;
import dev.stoker.local.lambda.environments.LambdaObserver.FunctionReport;
import dev.stoker.local.lambda.environments.LambdaObserver.InvokeOutcome;
import dev.stoker.local.lambda.environments.LambdaSettings;
import dev.stoker.local.lambda.runtime.Runtimes;
import dev.stoker.local.lambda.runtime.Runtimes.Payload;
import dev.stoker.local.s3.Buckets;
import dev.stoker.local.states.tasks.TaskService;
import dev.stoker.local.time.Timeline;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A model of AWS Lambda: functions, invocations, and environments that are started, kept and reclaimed.
 *
 * <p>Call all methods within the timeline's events. Only {@link #close} may be called from any thread, after the
 * timeline has stopped.
 */
public final class LambdaService implements AutoCloseable {
    private final Timeline timeline;
    private final LambdaSettings settings;
    private final Functions functions;
    private final Concurrency concurrency;
    private final Fleet fleet;
    private final LambdaMetrics metrics = new LambdaMetrics();

    /**
     * Creates a service without functions.
     *
     * @param runtimes run functions' code; closed with this service
     * @param logs receives the log events of functions
     */
    public LambdaService(
            Timeline timeline, LambdaSettings settings, Runtimes runtimes, LambdaObserver observer, FunctionLogs logs) {
        this.timeline = timeline;
        this.settings = settings;
        this.fleet = new Fleet(timeline, settings, runtimes, observer, logs, this::invocable);
        this.functions = new Functions(timeline, settings, fleet::refusal, fleet::retire);
        this.concurrency = new Concurrency(settings.accountConcurrency(), functions);
    }

    private Stream<FunctionDefinition> invocable() {
        return functions.invocable();
    }

    /** The control plane. */
    public Functions functions() {
        return functions;
    }

    Concurrency concurrency() {
        return concurrency;
    }

    /**
     * Sets the reserved concurrency of a function.
     *
     * @param environments 0 or more
     * @throws AwsError ResourceNotFoundException; InvalidParameterValueException if too little unreserved concurrency
     *     would remain
     */
    public void reserve(String function, int environments) {
        concurrency.reserve(function, environments);
    }

    /** The settings. */
    public LambdaSettings settings() {
        return settings;
    }

    /**
     * Its protocol.
     *
     * @param buckets the buckets with functions' code
     */
    public Api endpoint(Buckets buckets) {
        return LambdaApi.of(this, buckets);
    }

    /** The protocol of CloudWatch, with the metrics of functions. */
    public Api metrics() {
        return LambdaMetricsApi.of(metrics);
    }

    /** Its task integrations. */
    public Map<String, TaskService> tasks() {
        return LambdaTasks.of(this);
    }

    /**
     * Prepares a function for its first environment, which may take a second. No code of the function runs.
     *
     * @param function its name or ARN, with an optional qualifier
     * @throws AwsError if it does not exist
     */
    public void prepare(String function) {
        FunctionRef ref = FunctionRef.parse(function, settings.account());
        fleet.prepare(functions.named(ref).version(ref.qualifier()).definition());
    }

    /**
     * Invokes a function.
     *
     * @param callback receives the outcome once, in a later event
     */
    public void invoke(InvokeRequest request, Consumer<InvokeOutcome> callback) {
        String requestId = fleet.newRequestId();
        try {
            invoke(request, requestId, callback);
        } catch (AwsError refused) {
            answer(callback, new InvokeOutcome.Refused(requestId, refused));
        }
    }

    private void invoke(InvokeRequest request, String requestId, Consumer<InvokeOutcome> callback) {
        FunctionRef ref = FunctionRef.parse(request.function(), request.qualifier(), settings.account());
        LambdaFunction function = functions.named(ref);
        FunctionVersion version = function.version(ref.qualifier(), fleet::isInShare);
        Payload event = request.checkedEvent();
        if (request.type() == InvocationType.DRY_RUN) {
            answer(callback, new InvokeOutcome.Permitted(requestId, version.version()));
            return;
        }
        boolean waits = request.type() == InvocationType.REQUEST_RESPONSE;
        enter(function);
        if (!waits) {
            answer(callback, new InvokeOutcome.Accepted(requestId));
        }
        String arn = Functions.qualified(function.arn(), ref.qualifier());
        long sentAt = timeline.nowMillis();
        boolean byAlias =
                ref.qualifier().filter(function.aliases().all()::containsKey).isPresent();
        fleet.invoke(version, requestId, arn, event, request.logTail(), request.clientContext(), outcome -> {
            function.statistics().leaves();
            if (outcome instanceof InvokeOutcome.Answered answered) {
                metrics.count(sentAt, ref, byAlias, answered);
            }
            if (waits) {
                callback.accept(outcome);
            }
        });
    }

    private void enter(LambdaFunction function) {
        if (fleet.failsNext()) {
            throw Refusals.serviceError();
        }
        try {
            if (fleet.throttlesNext()) {
                throw AwsError.throttled("ConcurrentInvocationLimitExceeded");
            }
            concurrency.enter(function);
        } catch (AwsError throttled) {
            function.statistics().throttled();
            throw throttled;
        }
    }

    private void answer(Consumer<InvokeOutcome> callback, InvokeOutcome outcome) {
        timeline.post(() -> callback.accept(outcome));
    }

    /**
     * The counts of a function.
     *
     * @throws AwsError ResourceNotFoundException
     */
    public FunctionReport report(String function) {
        LambdaFunction found = functions.named(function);
        return found.statistics()
                .report(environments().stream()
                        .filter(environment -> environment.function().equals(found.name()))
                        .map(EnvironmentView::id)
                        .toList());
    }

    /** All existing environments, those of former versions first, then the oldest first. */
    public List<EnvironmentView> environments() {
        return fleet.views();
    }

    /** Ends all environments. */
    @Override
    public void close() {
        fleet.close();
    }

    /** Invokes functions for Task states: this service, or the implementation of a test. */
    @FunctionalInterface
    public interface Invoker {
        /** Invokes a function. The callback receives the outcome once. */
        void invoke(InvokeRequest request, Consumer<InvokeOutcome> callback);
    }

    /** The task integrations for another invoker. */
    public static Map<String, TaskService> tasks(Invoker invoker) {
        return LambdaTasks.ofInvoker(invoker);
    }

    /** The type of an invocation. */
    public enum InvocationType {
        /** The caller waits for the answer. */
        REQUEST_RESPONSE,
        /**
         * The caller receives 202 at once. The function is invoked once, while Lambda would retry after an error or a
         * throttle.
         */
        EVENT,
        /** Checks whether the function can be invoked. */
        DRY_RUN
    }

    /**
     * A request to invoke a function.
     *
     * @param function name, partial ARN or ARN, with an optional qualifier
     * @param qualifier version or alias, if there is one; if the name has one too, it must be the same
     * @param payload JSON; empty means {@code {}}
     * @param type the type
     * @param logTail whether the answer contains the last 4 KB of the log
     * @param clientContext what the caller tells about itself, JSON; empty if it tells nothing
     */
    public record InvokeRequest(
            String function,
            Optional<String> qualifier,
            Payload payload,
            InvocationType type,
            boolean logTail,
            Optional<String> clientContext) {
        /** Source: Lambda developer guide, "gettingstarted-limits": 6 MB synchronous, 1 MB asynchronous. */
        private static final int LARGEST_SYNCHRONOUS = 6 * 1024 * 1024;

        private static final int LARGEST_ASYNCHRONOUS = 1024 * 1024;

        private static final JsonFactory JSON = new JsonFactory();
        private static final Payload ABSENT = Payload.of("{}");

        /** A request without a client context. */
        public InvokeRequest(
                String function, Optional<String> qualifier, Payload payload, InvocationType type, boolean logTail) {
            this(function, qualifier, payload, type, logTail, Optional.empty());
        }

        /** The same with another client context, JSON. */
        InvokeRequest withClientContext(Optional<String> other) {
            return new InvokeRequest(function, qualifier, payload, type, logTail, other);
        }

        /** A synchronous request without a log. */
        public static InvokeRequest of(String function, Payload payload) {
            return new InvokeRequest(function, Optional.empty(), payload, InvocationType.REQUEST_RESPONSE, false);
        }

        /**
         * The event for the function.
         *
         * @throws AwsError if it is too large or not JSON
         */
        Payload checkedEvent() {
            int limit = type == InvocationType.EVENT ? LARGEST_ASYNCHRONOUS : LARGEST_SYNCHRONOUS;
            if (payload.size() > limit) {
                throw Refusals.requestTooLarge(limit);
            }
            if (payload.size() == 0) {
                return ABSENT;
            }
            try (JsonParser parser = JSON.createParser(payload.bytes())) {
                boolean any = parser.nextToken() != null;
                parser.skipChildren();
                if (!any || parser.nextToken() != null) {
                    throw Refusals.notJson("must be one JSON value");
                }
                return payload;
            } catch (IOException e) {
                throw Refusals.notJson(String.valueOf(e.getMessage()));
            }
        }
    }
}
