// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.lambda.environments;

import dev.stoker.local.lambda.environments.FunctionDefinition.FunctionVersion;
import dev.stoker.local.lambda.runtime.Runtimes;
import dev.stoker.local.lambda.runtime.Runtimes.Payload;
import dev.stoker.local.time.Timeline;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * All environments, by the version that they run: what happens to an invocation after the service has let it in.
 *
 * <p>To be called within the timeline's events. Only {@link #close} may come from any thread, when the timeline runs no more.
 */
public final class Fleet implements AutoCloseable {
    private final Machinery machinery;
    private final Map<FunctionVersion, Pool> pools = new LinkedHashMap<>();
    private final List<Pool> retiring = new ArrayList<>();
    private long started;

    /**
     * No environment yet.
     *
     * @param runtimes where functions' code runs; closed with this fleet
     */
    public Fleet(Timeline timeline, LambdaSettings settings, Runtimes runtimes, LambdaObserver observer) {
        this.machinery = new Machinery(timeline, settings, runtimes, new Chance(settings.faults()), observer);
    }

    /** An id for a request. */
    public String newRequestId() {
        return machinery.chance().requestId();
    }

    /** Whether a fault makes the service fail for the next request. */
    public boolean failsNext() {
        return machinery.chance().happens(machinery.chance().faults().serviceError());
    }

    /** Whether a fault has the next request throttled. */
    public boolean throttlesNext() {
        return machinery.chance().happens(machinery.chance().faults().throttle());
    }

    /** Readies what all environments of a function share; may take a second. Nothing of the function runs. */
    public void prepare(FunctionDefinition definition) {
        machinery.runtimes().prepare(definition.code(), definition.layers());
    }

    /**
     * Gives an invocation to an environment, a free one or a new one, after the time that it takes to get there.
     *
     * @param requestId AWS's id of the request
     * @param invokedArn the ARN with the qualifier that the caller named
     * @param event the event
     * @param logTail whether the caller wants the log
     * @param whenDone takes the outcome, once
     */
    public void invoke(
            FunctionVersion version,
            String requestId,
            String invokedArn,
            Payload event,
            boolean logTail,
            Consumer<InvokeOutcome> whenDone) {
        Call call = new Call(requestId, version, invokedArn, event, WarmEvents.is(event), logTail, whenDone);
        machinery.timeline().after(machinery.chance().dispatchMillis(), () -> place(call));
    }

    private void place(Call call) {
        pools.computeIfAbsent(call.version(), version -> new Pool(machinery, version, this))
                .place(call);
    }

    /** A new environment; the very first of all is the one whose clock a fault sets wrong. */
    Environment create(FunctionVersion version, Pool pool) {
        started++;
        String id = version.definition().name() + "." + version.version().replace("$", "") + "." + started;
        long clockOffset = started == 1 ? machinery.chance().faults().clockMillis() : 0;
        return new Environment(machinery, version, id, pool, clockOffset);
    }

    /** The version can no longer be invoked: its environments end, the free ones now. */
    public void retire(FunctionVersion version) {
        Pool pool = pools.remove(version);
        if (pool != null) {
            retiring.add(pool);
            pool.retire();
            retiring.removeIf(Pool::isEmpty);
        }
    }

    void emptied(FunctionVersion version, Pool pool) {
        if (pool.isEmpty() && pools.get(version) != pool) {
            retiring.remove(pool);
        }
    }

    /** All environments that are alive, those of former versions first, then the oldest first. */
    public List<EnvironmentView> views() {
        List<EnvironmentView> views = new ArrayList<>();
        retiring.forEach(pool -> pool.alive().forEach(environment -> views.add(environment.view())));
        pools.values().forEach(pool -> pool.alive().forEach(environment -> views.add(environment.view())));
        return views;
    }

    /** Ends all environments. */
    @Override
    public void close() {
        machinery.runtimes().close();
    }

    /**
     * An environment that is alive.
     *
     * @param id the model's own id, not the one that a sleep task tells
     * @param function the function's name
     * @param version {@code $LATEST} or a number
     * @param busy whether it starts or serves
     * @param startedAt milliseconds since the epoch
     * @param invocations that it was given
     * @param processId of the process that it runs in, where it has one to itself
     */
    public record EnvironmentView(
            String id,
            String function,
            String version,
            boolean busy,
            long startedAt,
            long invocations,
            OptionalLong processId) {}
}
