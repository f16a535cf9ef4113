// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.bench.race;

import dev.stoker.cli.bench.contestant.Contestant;
import dev.stoker.cli.bench.contestant.Kit;
import dev.stoker.cli.estimate.LoopTrick;
import dev.stoker.local.EmbeddedAws;
import dev.stoker.local.EmbeddedAwsSettings;
import dev.stoker.local.lambda.environments.LambdaObserver.FunctionReport.Bill;
import dev.stoker.local.lambda.environments.LambdaObserver.InvokeOutcome;
import dev.stoker.local.lambda.environments.LambdaSettings;
import dev.stoker.local.lambda.faults.Faults;
import dev.stoker.local.lambda.faults.Faults.Delay;
import dev.stoker.local.lambda.runtime.Runtimes;
import dev.stoker.local.lambda.runtime.modelled.ModelledRuntimes;
import dev.stoker.local.lambda.runtime.modelled.ModelledRuntimes.InitModel;
import dev.stoker.local.lambda.runtime.modelled.ModelledRuntimes.UserModel;
import dev.stoker.local.states.run.ExecutionObserver;
import dev.stoker.local.states.run.ExecutionObserver.ExecutionResult;
import dev.stoker.local.time.VirtualTimeline;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * A contestant on virtual time: Stoker by its deployed files and its library's own sleep task, another tool by its
 * {@link ToolModel}. A cycle every 4 minutes; an environment is reclaimed after 6 idle minutes.
 */
public final class VirtualTrack implements Track {
    private static final long START = 1_795_360_800_000L;
    private static final String MEMORY = "/stoker/stoker/000000000000/target/LATEST";
    private static final String LEAD = "{\"lead\":true}";
    private static final String WORK = "\"workMillis\":";

    private final Contestant contestant;
    private final int n;
    private final UsersPlan plan;
    private final VirtualTimeline time = new VirtualTimeline(START);
    private final Truth counted = new Truth();
    private final EmbeddedAws aws;
    private final Optional<ToolModel> model;
    private final String keepWarm;
    private Delay delay = Delay.none();
    private int toolHolds;
    private long senderMillis;

    /**
     * Deploys.
     *
     * @param answerMillis how long a target that does not wait is busy, if another time than the model's
     * @param reclaims whether idle environments are reclaimed; on wall-clock time, where cycles follow each other at once, they are not
     */
    public VirtualTrack(Contestant contestant, Scenario scenario, OptionalLong answerMillis, boolean reclaims) {
        this(contestant, scenario, answerMillis, UsersPlan.DAY, reclaims);
    }

    /** Deploys; the plan has the interval and the idle time. */
    VirtualTrack(
            Contestant contestant, Scenario scenario, OptionalLong answerMillis, UsersPlan plan, boolean reclaims) {
        this.contestant = contestant;
        this.n = scenario.n();
        this.plan = plan;
        long initMillis = scenario.initMillis();
        model = contestant == Contestant.STOKER
                ? Optional.empty()
                : Optional.of(ToolModel.of(contestant).answeringIn(answerMillis));
        Runtimes.Kind kind = model.isPresent()
                ? timeline -> new ScriptedRuntimes(time, initMillis, this::run)
                : ModelledRuntimes.kind(InitModel.fixed(initMillis), UserModel.SAMPLE, 1);
        LambdaSettings lambda = LambdaSettings.with(Faults.none(1).withDispatch(random -> delay.draw(random)))
                .idleMillis(reclaims ? plan.idleMillis() : Long.MAX_VALUE / 4)
                .freeChoice(scenario.choice());
        aws = EmbeddedAws.start(EmbeddedAwsSettings.withSeed(1)
                .on(time)
                .in(kind)
                .lambda(lambda)
                .watchedBy(ExecutionObserver.NONE, counted));
        keepWarm = contestant == Contestant.STOKER ? WallTrack.deployStoker(aws) : "";
        aws.change(() -> aws.account().createFunction(Kit.TARGET, "com.acme.App", Optional.empty(), Map.of()));
    }

    @Override
    public void dispatch(Delay other) {
        delay = other;
        if (contestant == Contestant.STOKER) {
            aws.change(() -> aws.account().putParameter(MEMORY, "forgotten"));
        }
    }

    VirtualTimeline time() {
        return time;
    }

    Truth truth() {
        return counted;
    }

    /** Whether the contestant holds environments now; of Stoker the observer knows. */
    boolean holds() {
        return toolHolds > 0 || counted.warmEvents() > 0;
    }

    @Override
    public Lap lap() {
        long tick = time.nowMillis();
        Bill before = aws.account().report(Kit.TARGET).bill();
        counted.begin(tick);
        senderMillis = 0;
        Optional<CompletableFuture<ExecutionResult>> cycle = start();
        time.runUntil(tick + plan.intervalMillis());
        Bill spent = aws.account().report(Kit.TARGET).bill().minus(before);
        Optional<WallTrack.Sent> sent = cycle.map(ended -> StokerInput.sent(ended.join()));
        boolean warmer = model.filter(tool -> !tool.fromTarget()).isPresent() && contestant != Contestant.TRICK;
        OptionalLong says = sent.map(WallTrack.Sent::says)
                .orElseGet(() -> model.orElseThrow().claims() ? OptionalLong.of(n) : OptionalLong.empty());
        return new Lap(
                counted.held(),
                counted.cold(),
                spent.requests(),
                spent.millis(),
                warmer ? 1 : 0,
                warmer ? senderMillis : 0,
                counted.readyMillis(),
                counted.sendMillis(),
                says,
                sent.map(WallTrack.Sent::otherUsd)
                        .orElseGet(() -> RaceBill.ticks(contestant == Contestant.TRICK ? LoopTrick.LOOPS : 1)));
    }

    /** Starts a cycle, which continues as time advances. */
    Optional<CompletableFuture<ExecutionResult>> start() {
        if (model.isEmpty()) {
            return Optional.of(aws.run(keepWarm, StokerInput.of(n)));
        }
        if (contestant == Contestant.TRICK) {
            int loops = Math.min(LoopTrick.LOOPS, n);
            for (int i = 0; i < n; i++) {
                time.at(time.nowMillis() + i / loops * LoopTrick.CALL_MILLIS, () -> send(outcome -> {}));
            }
        } else if (model.get().fromTarget()) {
            var unused = aws.invoke(Kit.TARGET, LEAD);
        } else {
            time.post(() -> lead(n, () -> {}));
        }
        return Optional.empty();
    }

    /** Sends a request of a user. */
    void user(long atMillis, long workMillis, Consumer<InvokeOutcome> answer) {
        time.at(atMillis, () -> aws.account().invoke(Kit.TARGET, "{" + WORK + workMillis + "}", answer));
    }

    private void send(Consumer<InvokeOutcome> answer) {
        aws.account()
                .invoke(
                        Kit.TARGET,
                        "{\"tool\":true," + WORK + model.orElseThrow().holdMillis() + "}",
                        answer);
    }

    /** An invocation of the target: the sender, another of the tool's, or a user's. */
    private void run(String event, Runnable end) {
        boolean tool = !event.startsWith("{" + WORK);
        toolHolds += tool ? 1 : 0;
        Runnable ends = () -> {
            toolHolds -= tool ? 1 : 0;
            end.run();
        };
        if (event.equals(LEAD)) {
            lead(contestant.most().orElse(n) - 1, ends);
        } else {
            long work = Long.parseLong(event.substring(event.lastIndexOf(':') + 1, event.length() - 1));
            time.at(time.nowMillis() + work, ends);
        }
    }

    /** Sends one request after another, as many at once as there are sockets, and ends when all that it awaits are answered. */
    private void lead(int sends, Runnable end) {
        new Sender(model.orElseThrow(), sends, end).begin();
    }

    @Override
    public void close() {
        aws.close();
    }

    private final class Sender {
        private final ToolModel tool;
        private final int sends;
        private final Runnable end;
        private final long began = time.nowMillis();
        private double next;
        private int sent;
        private int open;

        Sender(ToolModel tool, int sends, Runnable end) {
            this.tool = tool;
            this.sends = sends;
            this.end = end;
        }

        void begin() {
            next = began + tool.leadMillis();
            time.at(Math.round(next), sends == 0 ? this::finish : this::sendOne);
        }

        private void sendOne() {
            sent++;
            open++;
            // A sender in the target awaits only the answer of the last one: the others are asynchronous.
            boolean awaited = !tool.fromTarget() || sent == sends;
            send(outcome -> answered(awaited));
            if (!awaited) {
                open--;
            }
            next = Math.max(next, (double) time.nowMillis()) + tool.gapMillis();
            if (sent < sends && open < tool.sockets()) {
                time.at(Math.round(next), this::sendOne);
            }
        }

        private void answered(boolean awaited) {
            if (!awaited) {
                return;
            }
            boolean waiting = open == tool.sockets() && sent < sends;
            open--;
            if (waiting) {
                time.post(this::sendOne);
            } else if (open == 0 && sent == sends) {
                finish();
            }
        }

        private void finish() {
            senderMillis += Math.max(1, time.nowMillis() - began);
            end.run();
        }
    }
}
