// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.lambda;

import dev.stoker.local.account.AwsError;
import dev.stoker.local.http.Api;
import dev.stoker.local.lambda.environments.Fleet;
import dev.stoker.local.lambda.environments.Fleet.EnvironmentView;
import dev.stoker.local.lambda.environments.FunctionDefinition.FunctionVersion;
import dev.stoker.local.lambda.environments.InvokeOutcome;
import dev.stoker.local.lambda.environments.LambdaObserver;
import dev.stoker.local.lambda.environments.LambdaObserver.FunctionReport;
import dev.stoker.local.lambda.environments.LambdaSettings;
import dev.stoker.local.lambda.runtime.Runtimes;
import dev.stoker.local.lambda.runtime.Runtimes.Payload;
import dev.stoker.local.s3.Buckets;
import dev.stoker.local.states.tasks.TaskService;
import dev.stoker.local.time.Timeline;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * AWS Lambda, modelled: functions that are invoked, in environments that are started, kept and reclaimed.
 *
 * <p>Everything here is to be called within the timeline's events; from outside, post an event that calls. Only
 * {@link #close} may come from any thread, when the timeline runs no more.
 */
public final class LambdaService implements AutoCloseable {
    private final Timeline timeline;
    private final LambdaSettings settings;
    private final Functions functions;
    private final Concurrency concurrency;
    private final Fleet fleet;

    /**
     * A Lambda without functions.
     *
     * @param runtimes where functions' code runs; closed with this service
     */
    public LambdaService(Timeline timeline, LambdaSettings settings, Runtimes runtimes, LambdaObserver observer) {
        this.timeline = timeline;
        this.settings = settings;
        this.fleet = new Fleet(timeline, settings, runtimes, observer);
        this.functions = new Functions(timeline, settings, fleet::retire);
        this.concurrency = new Concurrency(settings.accountConcurrency(), functions);
    }

    /** The control plane. */
    public Functions functions() {
        return functions;
    }

    Concurrency concurrency() {
        return concurrency;
    }

    /**
     * Sets concurrency aside for a function, which then never has more.
     *
     * @param environments 0 or more
     * @throws AwsError ResourceNotFoundException; InvalidParameterValueException if too little stays for others
     */
    public void reserve(String function, int environments) {
        concurrency.reserve(function, environments);
    }

    /** How it behaves. */
    public LambdaSettings settings() {
        return settings;
    }

    /**
     * The protocol in front of it.
     *
     * @param buckets has the code that functions are created from
     */
    public Api endpoint(Buckets buckets) {
        return LambdaApi.of(this, buckets);
    }

    /** What Task states can call of it. */
    public Map<String, TaskService> tasks() {
        return LambdaTasks.of(this);
    }

    /**
     * Readies a function for its first environment; may take a second. Nothing of the function runs.
     *
     * @param function its name or ARN, perhaps with a qualifier
     * @throws AwsError if there is none
     */
    public void prepare(String function) {
        FunctionRef ref = FunctionRef.parse(function, null, settings.account());
        fleet.prepare(functions.named(ref).version(ref.qualifier()).definition());
    }

    /**
     * Invokes a function.
     *
     * @param callback hears the outcome once, in an event after this call
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
        FunctionVersion version = function.version(ref.qualifier());
        Payload event = Events.checked(request);
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
        fleet.invoke(version, requestId, arn, event, request.logTail(), outcome -> {
            function.statistics().leaves();
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
     * What was counted of a function.
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

    /** All environments that are alive, those of former versions first, then the oldest first. */
    public List<EnvironmentView> environments() {
        return fleet.views();
    }

    /** Ends all environments. */
    @Override
    public void close() {
        fleet.close();
    }

    /** Where Task states send their invocations: this service, or a test that answers by a script. */
    @FunctionalInterface
    public interface Invoker {
        /** Invokes a function; the callback takes the outcome once. */
        void invoke(InvokeRequest request, Consumer<InvokeOutcome> callback);
    }

    /** The ways in which Task states invoke functions, of a Lambda that is not modelled here. */
    public static Map<String, TaskService> tasks(Invoker invoker) {
        return LambdaTasks.ofInvoker(invoker);
    }

    /** How an invocation is meant. */
    public enum InvocationType {
        /** The caller waits for the answer. */
        REQUEST_RESPONSE,
        /** The caller gets 202 at once. It is tried once: Lambda would try again after an error or a throttle. */
        EVENT,
        /** Looks whether the function could be invoked. */
        DRY_RUN
    }

    /**
     * An invocation as a caller asks for it.
     *
     * @param function name, partial ARN or ARN, perhaps with a qualifier
     * @param qualifier version or alias, or null; if the name has one too, the same
     * @param payload JSON; empty means {@code {}}
     * @param type how it is meant
     * @param logTail whether the answer shall carry the last 4 KB of the log
     */
    public record InvokeRequest(
            String function, String qualifier, Payload payload, InvocationType type, boolean logTail) {

        /** Waits for the answer, without a log. */
        public static InvokeRequest of(String function, Payload payload) {
            return new InvokeRequest(function, null, payload, InvocationType.REQUEST_RESPONSE, false);
        }
    }
}
