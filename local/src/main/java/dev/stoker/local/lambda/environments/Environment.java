// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.lambda.environments;

import static java.util.Objects.requireNonNull;

import dev.stoker.local.lambda.environments.Fleet.EnvironmentView;
import dev.stoker.local.lambda.environments.LambdaObserver.EnvironmentEvent;
import dev.stoker.local.lambda.environments.LambdaObserver.EnvironmentEvent.EventKind;
import dev.stoker.local.lambda.environments.LogLines.Outcome;
import dev.stoker.local.lambda.runtime.Runtimes.Payload;
import dev.stoker.local.lambda.runtime.Runtimes.RuntimeInvocation;
import dev.stoker.local.time.Timeline.Cancellable;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * One execution environment: its INIT, then one invocation at a time, until it is reclaimed.
 *
 * <p>It exists longer than its runtime. If a runtime timed out, crashed or failed in INIT, the next invocation in this
 * environment starts another one during the invocation ("suppressed init"). Source: Lambda developer guide,
 * "lambda-runtime-environment".
 */
final class Environment {
    /** The phase of its life. */
    private enum Phase {
        INIT,
        FREE,
        INVOKE,
        GONE
    }

    private static final Cancellable NOTHING = () -> {};

    /** X-Ray's header without sampling. AWS's own runtime client crashes without a header. */
    private static final String TRACE = "Root=1-00000000-000000000000000000000000;Sampled=0";

    private final Machinery machinery;
    private final FunctionVersion version;
    private final String id;
    private final Pool pool;
    private final RuntimeSlot runtime;
    private final EnvironmentLog log;
    private final long startedAt;
    private final long endsAt;

    private Phase phase = Phase.INIT;
    private @Nullable EnvironmentCall call;
    private Cancellable limit = NOTHING;
    private boolean doomed;
    private long phaseAt;
    private long initMillis = -1;
    private long invocations;

    Environment(Machinery machinery, FunctionVersion version, String id, Pool pool, long clockOffset) {
        this.machinery = machinery;
        this.version = version;
        this.id = id;
        this.pool = pool;
        this.startedAt = machinery.now();
        this.endsAt = drawEnd(machinery, startedAt);
        this.runtime = new RuntimeSlot(machinery, this, clockOffset);
        this.log = new EnvironmentLog(machinery, version, runtime::logStream);
    }

    /** Draws a random number only if some environments have the lifetime and others do not. */
    private static long drawEnd(Machinery machinery, long startedAt) {
        LambdaSettings settings = machinery.settings();
        boolean ages = settings.lifetimeMillis() > 0
                && (settings.lifetimeShare() >= 1 || machinery.chance().happens(settings.lifetimeShare()));
        return ages ? startedAt + settings.lifetimeMillis() : Long.MAX_VALUE;
    }

    String id() {
        return id;
    }

    FunctionVersion version() {
        return version;
    }

    /** When it ends by age, in milliseconds since the epoch, or as soon as it is free after that. */
    long endsAt() {
        return endsAt;
    }

    EnvironmentView view() {
        OptionalLong processId = runtime.processId();
        String function = version.definition().name();
        return new EnvironmentView(
                id, function, version.version(), phase != Phase.FREE, startedAt, invocations, processId);
    }

    /** Begins INIT for a waiting call. */
    void start(EnvironmentCall first) {
        call = first;
        phaseAt = machinery.now();
        notifyObserver(EventKind.STARTED);
        boot();
    }

    /** Runs a call. The environment must be free. */
    void take(EnvironmentCall next) {
        call = next;
        initMillis = -1;
        beginInvoke();
    }

    /** Returns the call that waits for INIT, for another environment. INIT continues. Null if no call waits. */
    Optional<EnvironmentCall> surrender() {
        if (phase != Phase.INIT) {
            return Optional.empty();
        }
        Optional<EnvironmentCall> waiting = Optional.ofNullable(call);
        call = null;
        return waiting;
    }

    /** Ends it. */
    void reclaim() {
        limit.cancel();
        runtime.stop();
        phase = Phase.GONE;
        notifyObserver(EventKind.RECLAIMED);
    }

    private void boot() {
        doomed =
                doomed || machinery.chance().happens(machinery.chance().faults().initFail());
        runtime.boot(doomed);
    }

    private void beginInvoke() {
        phase = Phase.INVOKE;
        phaseAt = machinery.now();
        invocations++;
        limit = machinery.timeline().after(timeoutMillis(), this::timedOut);
        notifyObserver(EventKind.INVOKED);
        if (runtime.isReady()) {
            hand();
        } else {
            boot();
        }
    }

    private void hand() {
        if (machinery.chance().happens(machinery.chance().faults().handlerError())) {
            end(FunctionErrors.injected(), true, "", false);
            return;
        }
        EnvironmentCall served = served();
        runtime.invoke(new RuntimeInvocation(
                served.requestId(),
                served.invokedArn(),
                phaseAt + timeoutMillis(),
                TRACE,
                served.clientContext(),
                served.payload()));
    }

    /**
     * The runtime's INIT begins. Before this, it may have waited for a free core of this machine, which is not billed.
     */
    void onSpawned() {
        if (phase == Phase.INIT) {
            phaseAt = machinery.now();
            limit = machinery.timeline().after(machinery.settings().initLimitMillis(), () -> initBroke(true));
        }
    }

    void onReady() {
        log.initialized(runtime::log);
        if (phase == Phase.INVOKE) {
            hand();
            return;
        }
        initOver();
        notifyObserver(EventKind.INITIALIZED);
        if (call == null) {
            becomeFree();
        } else {
            beginInvoke();
        }
    }

    void onInitFailed(Payload error) {
        if (phase == Phase.INIT) {
            initBroke(false);
        } else {
            end(error, true, "", true);
        }
    }

    void onAnswered(String requestId, Payload answer) {
        if (!isServing(requestId)) {
            return;
        }
        Chance chance = machinery.chance();
        if (chance.happens(chance.faults().crash())) {
            crashed("signal: killed");
        } else if (answer.size() > FunctionErrors.LARGEST_ANSWER) {
            end(FunctionErrors.answerTooLarge(), true, "", false);
        } else {
            end(chance.happens(chance.faults().garbage()) ? chance.garbage() : answer, false, "", false);
        }
    }

    void onFailed(String requestId, Payload error) {
        if (isServing(requestId)) {
            end(error, true, "", false);
        }
    }

    void onFailedAndEnded(String requestId, Payload error) {
        if (isServing(requestId)) {
            end(error, true, "", true);
        } else {
            onExited("exit status 1");
        }
    }

    void onExited(String how) {
        switch (phase) {
            case INIT -> initBroke(false);
            case INVOKE -> crashed(how);
            case FREE, GONE -> runtime.stop(); // the next invocation finds it missing
        }
    }

    private boolean isServing(String requestId) {
        return phase == Phase.INVOKE && served().requestId().equals(requestId);
    }

    /** The call of the phase INVOKE. */
    private EnvironmentCall served() {
        return requireNonNull(call);
    }

    /** INIT failed or took too long. It is repeated during the invocation, within the function's timeout. */
    private void initBroke(boolean timedOut) {
        log.initBroke(runtime::log, machinery.now() - phaseAt, timedOut);
        runtime.stop();
        initOver();
        if (call == null) {
            doomed = false;
            becomeFree();
        } else {
            beginInvoke();
        }
    }

    private void initOver() {
        limit.cancel();
        initMillis = machinery.now() - phaseAt;
        version.statistics().initialized(initMillis);
    }

    private void timedOut() {
        String text = FunctionErrors.timeoutText(timeoutMillis());
        end(FunctionErrors.timedOut(served().requestId(), timeoutMillis()), true, text, true);
    }

    private void crashed(String how) {
        String text = "Error: Runtime exited with error: " + how;
        end(FunctionErrors.exited(served().requestId(), how), true, text, true);
    }

    private void end(Payload answer, boolean functionError, String lambdasWord, boolean runtimeGone) {
        limit.cancel();
        EnvironmentCall done = served();
        long millis = Math.max(1, machinery.now() - phaseAt);
        Outcome outcome = new Outcome(lambdasWord, machinery.now(), millis, initMillis);
        Payload tail = log.ended(done, outcome, functionError ? Optional.of(answer) : Optional.empty(), runtime::log);
        if (runtimeGone) {
            runtime.stop();
        }
        version.statistics().invoked(done.warmEvent(), functionError, millis);
        notifyObserver(EventKind.FREED);
        doomed = false;
        call = null;
        becomeFree();
        done.answered(answer, functionError, tail);
    }

    private void becomeFree() {
        phase = Phase.FREE;
        pool.freed(this);
    }

    private long timeoutMillis() {
        return version.definition().timeoutSeconds() * 1000L;
    }

    private void notifyObserver(EventKind kind) {
        String function = version.definition().name();
        String requestId = call == null ? null : call.requestId();
        boolean warmEvent = call != null && call.warmEvent();
        machinery
                .observer()
                .on(new EnvironmentEvent(kind, machinery.now(), id, function, version.version(), requestId, warmEvent));
    }
}
