// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.lambda.environments;

import dev.stoker.local.lambda.environments.LambdaObserver.InvokeOutcome;
import dev.stoker.local.lambda.runtime.Runtimes;
import dev.stoker.local.lambda.runtime.Runtimes.Payload;
import dev.stoker.local.time.Timeline;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * All environments, by version. Runs invocations that the service has accepted.
 *
 * <p>Call the methods within the timeline's events. Only {@link #close} may be called from any thread, after the
 * timeline has stopped.
 */
public final class Fleet implements AutoCloseable {
    private final Machinery machinery;
    private final Map<FunctionVersion, Pool> pools = new LinkedHashMap<>();
    private final List<Pool> retiring = new ArrayList<>();
    private final Supplier<Stream<FunctionDefinition>> invocable;
    private long started;

    /**
     * Creates a fleet without environments.
     *
     * @param runtimes run functions' code; closed with this fleet
     * @param logs receives the log events of environments
     * @param invocable all versions that can be invoked
     */
    public Fleet(
            Timeline timeline,
            LambdaSettings settings,
            Runtimes runtimes,
            LambdaObserver observer,
            FunctionLogs logs,
            Supplier<Stream<FunctionDefinition>> invocable) {
        this.invocable = invocable;
        this.machinery = new Machinery(timeline, settings, runtimes, new Chance(settings.faults()), observer, logs);
    }

    /** An id for a request. */
    public String newRequestId() {
        return machinery.chance().requestId();
    }

    /** Whether a fault makes the service fail for the next request. */
    public boolean failsNext() {
        return machinery.chance().happens(machinery.chance().faults().serviceError());
    }

    /** Whether a fault throttles the next request. */
    public boolean throttlesNext() {
        return machinery.chance().happens(machinery.chance().faults().throttle());
    }

    /** Whether one invocation of an alias belongs to this share of all, 0 to 1. */
    public boolean isInShare(double share) {
        return machinery.chance().happens(share);
    }

    /** Why functions of a runtime cannot run here, in a sentence with the remedy; empty if they can. */
    public Optional<String> refusal(String runtime) {
        return machinery.runtimes().refusal(runtime);
    }

    /** Prepares what all environments of a function share, which may take a second. No code of the function runs. */
    public void prepare(FunctionDefinition definition) {
        machinery.runtimes().prepare(definition.code(), definition.layers());
    }

    /**
     * Sends an invocation to a free or new environment, after the dispatch delay.
     *
     * @param requestId AWS's id of the request
     * @param invokedArn the ARN with the caller's qualifier
     * @param event the event
     * @param logTail whether the caller requests the log
     * @param clientContext what the caller tells about itself, JSON
     * @param whenDone receives the outcome, once
     */
    public void invoke(
            FunctionVersion version,
            String requestId,
            String invokedArn,
            Payload event,
            boolean logTail,
            Optional<String> clientContext,
            Consumer<InvokeOutcome> whenDone) {
        EnvironmentCall call = new EnvironmentCall(
                requestId, version, invokedArn, event, WarmEvents.is(event), logTail, clientContext, whenDone);
        machinery.timeline().after(machinery.chance().dispatchMillis(), () -> place(call));
    }

    private void place(EnvironmentCall call) {
        pools.computeIfAbsent(call.version(), version -> new Pool(machinery, version, this))
                .place(call);
    }

    /** Creates an environment. The first one of all is the one whose clock a fault sets wrong. */
    Environment create(FunctionVersion version, Pool pool) {
        started++;
        String id = version.definition().name() + "." + version.version().replace("$", "") + "." + started;
        long clockOffset = started == 1 ? machinery.chance().faults().clockMillis() : 0;
        return new Environment(machinery, version, id, pool, clockOffset);
    }

    /**
     * Ends the environments of a version that can no longer be invoked: free environments now, the others later. When none is left, the
     * files of its package are deleted, unless another version needs them.
     */
    public void retire(FunctionVersion version) {
        Pool pool = pools.remove(version);
        if (pool == null) {
            forget(version.definition());
            return;
        }
        retiring.add(pool);
        pool.retire();
        emptied(version, pool);
    }

    void emptied(FunctionVersion version, Pool pool) {
        if (pool.isEmpty() && pools.get(version) != pool && retiring.remove(pool)) {
            forget(version.definition());
        }
    }

    private void forget(FunctionDefinition gone) {
        if (gone.code() != null && isUnused(other -> other.code() == gone.code())) {
            machinery.runtimes().forget(gone.code());
        }
        if (isUnused(other -> other.layers() == gone.layers())) {
            machinery.runtimes().forget(gone.layers());
        }
    }

    private boolean isUnused(Predicate<FunctionDefinition> uses) {
        Stream<FunctionDefinition> withEnvironments =
                retiring.stream().map(pool -> pool.version().definition());
        return Stream.concat(withEnvironments, invocable.get()).noneMatch(uses);
    }

    /** All existing environments, those of former versions first, then the oldest first. */
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
     * An existing environment.
     *
     * @param id the model's ID, not the ID in a sleep task's answer
     * @param function the function's name
     * @param version {@code $LATEST} or a number
     * @param busy whether it starts or runs an invocation
     * @param startedAt milliseconds since the epoch
     * @param invocations the number of its invocations
     * @param processId its process, if it has its own
     */
    public record EnvironmentView(
            String id,
            String function,
            String version,
            boolean busy,
            long startedAt,
            long invocations,
            OptionalLong processId) {}

    /** Receives the log events of environments. */
    @FunctionalInterface
    public interface FunctionLogs {
        /** Keeps no events; the events are not even created. */
        FunctionLogs NONE = (group, stream, atMillis, messages) -> {};

        /**
         * Receives events with the same time. The log group and the stream are created if they do not exist.
         *
         * @param atMillis milliseconds since the epoch
         */
        void write(String group, String stream, long atMillis, List<String> messages);
    }
}
