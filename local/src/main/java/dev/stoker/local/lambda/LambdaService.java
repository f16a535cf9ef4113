// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.lambda;

import dev.stoker.local.lambda.faults.Faults;
import dev.stoker.local.lambda.runtime.Payload;
import dev.stoker.local.lambda.runtime.Runtimes;
import dev.stoker.local.time.Timeline;
import java.util.List;
import java.util.function.Consumer;

/**
 * AWS Lambda, modelled: functions that are invoked, in environments that are started, kept and reclaimed.
 *
 * <p>Everything here is to be called within the timeline's events; from outside, post an event that calls. Only
 * {@link #close} may come from any thread, when the timeline runs no more.
 */
public final class LambdaService implements AutoCloseable {
    private final Machinery machinery;
    private final Functions functions;
    private final Concurrency concurrency;
    private final Fleet fleet;

    /**
     * A Lambda without functions.
     *
     * @param runtimes where functions' code runs; closed with this service
     */
    public LambdaService(Timeline timeline, LambdaSettings settings, Runtimes runtimes, LambdaObserver observer) {
        this.machinery = new Machinery(timeline, settings, runtimes, new Chance(settings.faults()), observer);
        this.fleet = new Fleet(machinery);
        this.functions = new Functions(timeline, settings, fleet::retire);
        this.concurrency = new Concurrency(settings.accountConcurrency(), functions);
    }

    /** The control plane. */
    public Functions functions() {
        return functions;
    }

    /** The account's concurrency and what is reserved of it. */
    public Concurrency concurrency() {
        return concurrency;
    }

    /** How it behaves. */
    public LambdaSettings settings() {
        return machinery.settings();
    }

    /**
     * Readies a function for its first environment; may take a second. Nothing of the function runs.
     *
     * @param function its name or ARN, perhaps with a qualifier
     * @throws LambdaException if there is none
     */
    public void prepare(String function) {
        FunctionRef ref = FunctionRef.parse(function, null, settings().account());
        FunctionDefinition definition =
                functions.named(ref).version(ref.qualifier()).definition();
        machinery.runtimes().prepare(definition.code(), definition.layers());
    }

    /**
     * Invokes a function.
     *
     * @param callback hears the outcome once, in an event after this call
     */
    public void invoke(InvokeRequest request, Consumer<InvokeOutcome> callback) {
        String requestId = machinery.chance().requestId();
        Call call;
        try {
            call = admit(request, requestId, callback);
        } catch (LambdaException refused) {
            answer(callback, new InvokeOutcome.Refused(requestId, refused));
            return;
        }
        if (call != null) {
            machinery.timeline().after(machinery.chance().dispatchMillis(), () -> fleet.place(call));
        }
    }

    /** What is to be placed; null if the answer is on its way already. */
    private Call admit(InvokeRequest request, String requestId, Consumer<InvokeOutcome> callback) {
        FunctionRef ref = FunctionRef.parse(
                request.function(), request.qualifier(), settings().account());
        LambdaFunction function = functions.named(ref);
        FunctionVersion version = function.version(ref.qualifier());
        Payload event = Events.checked(request);
        if (request.type() == InvocationType.DRY_RUN) {
            answer(callback, new InvokeOutcome.Permitted(requestId, version.version()));
            return null;
        }
        boolean waits = request.type() == InvocationType.REQUEST_RESPONSE;
        enter(function);
        if (!waits) {
            answer(callback, new InvokeOutcome.Accepted(requestId));
        }
        return new Call(
                requestId,
                version,
                Functions.qualified(function.arn(), ref.qualifier()),
                event,
                WarmEvents.is(event),
                request.logTail(),
                outcome -> {
                    function.statistics().leaves();
                    if (waits) {
                        callback.accept(outcome);
                    }
                });
    }

    private void enter(LambdaFunction function) {
        Faults faults = machinery.chance().faults();
        if (machinery.chance().happens(faults.serviceError())) {
            throw Refusals.serviceError();
        }
        try {
            if (machinery.chance().happens(faults.throttle())) {
                throw Refusals.throttled("ConcurrentInvocationLimitExceeded");
            }
            concurrency.enter(function);
        } catch (LambdaException throttled) {
            function.statistics().throttled();
            throw throttled;
        }
    }

    private void answer(Consumer<InvokeOutcome> callback, InvokeOutcome outcome) {
        machinery.timeline().post(() -> callback.accept(outcome));
    }

    /**
     * What was counted of a function.
     *
     * @throws LambdaException ResourceNotFoundException
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
        machinery.runtimes().close();
    }
}
