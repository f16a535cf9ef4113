// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.bench.race;

import static java.util.Objects.requireNonNull;

import dev.stoker.cli.aws.AwsClients;
import dev.stoker.cli.bench.contestant.AbsentException;
import dev.stoker.cli.bench.contestant.Contestant;
import dev.stoker.cli.bench.contestant.Kit;
import dev.stoker.cli.estimate.LoopTrick;
import dev.stoker.cli.local.Clone;
import dev.stoker.cli.output.Json;
import dev.stoker.local.EmbeddedAccount.NewFunction;
import dev.stoker.local.EmbeddedAws;
import dev.stoker.local.EmbeddedAws.RefusedException;
import dev.stoker.local.EmbeddedAwsSettings;
import dev.stoker.local.lambda.environments.LambdaObserver.FunctionReport;
import dev.stoker.local.lambda.environments.LambdaObserver.InvokeOutcome;
import dev.stoker.local.lambda.environments.LambdaSettings;
import dev.stoker.local.lambda.faults.Faults;
import dev.stoker.local.lambda.faults.Faults.Delay;
import dev.stoker.local.states.run.ExecutionObserver;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;
import software.amazon.awssdk.services.lambda.model.LogType;

/** A contestant's own packages on wall-clock time, each environment a process. */
public final class WallTrack implements Track {
    /** A hundred processes that start at once need up to a minute of two cores; no tool should fail for that. */
    private static final int TIMEOUT_SECONDS = 120;

    private static final long PATIENCE_MILLIS = 1_000L * TIMEOUT_SECONDS;
    private static final String MEMORY = "/stoker/stoker/000000000000/target/LATEST";

    private final Contestant contestant;
    private final Kit kit;
    private final Scenario scenario;
    private final Truth counted = new Truth();
    private final EmbeddedAws aws;
    private final AwsClients clients;
    private final String keepWarm;
    private boolean hasWarmed;
    private volatile Delay delay = Delay.none();

    /**
     * Deploys; idle environments are not reclaimed.
     *
     * @throws AbsentException if no interpreter for it is there
     */
    public WallTrack(Contestant contestant, Kit kit, Scenario scenario) {
        this(contestant, kit, scenario, Long.MAX_VALUE / 4);
    }

    /** Deploys, with another idle time after which an environment is reclaimed. */
    WallTrack(Contestant contestant, Kit kit, Scenario scenario, long idleMillis) {
        this.contestant = contestant;
        this.kit = kit;
        this.scenario = scenario;
        LambdaSettings lambda = LambdaSettings.with(Faults.none(1).withDispatch(random -> delay.draw(random)))
                .idleMillis(idleMillis)
                .freeChoice(scenario.choice());
        aws = EmbeddedAws.start(EmbeddedAwsSettings.withSeed(1)
                .withoutTicks()
                .lambda(lambda)
                .watchedBy(ExecutionObserver.NONE, counted));
        try {
            keepWarm = contestant == Contestant.STOKER ? deployStoker(aws) : "";
            create(Kit.TARGET, kit.target());
            kit.warmer().ifPresent(part -> create(Kit.WARMER, part));
            URI endpoint = aws.listen(0);
            Map<String, String> where = Map.of("AWS_ENDPOINT_URL", endpoint.toString());
            aws.change(() -> {
                aws.account().addVariables(Kit.TARGET, where);
                aws.account()
                        .addVariables(
                                Kit.TARGET,
                                Map.of(
                                        "START_MILLIS",
                                        Long.toString(scenario.initMillis()),
                                        "WORK_MILLIS",
                                        Long.toString(UsersPlan.WORK_MILLIS)));
                aws.account().resizeFunction(Kit.TARGET, 512, TIMEOUT_SECONDS);
                aws.account().prepare(Kit.TARGET);
                if (kit.warmer().isPresent()) {
                    aws.account().addVariables(Kit.WARMER, where);
                    aws.account().resizeFunction(Kit.WARMER, 128, 30);
                }
            });
            clients = AwsClients.ofEmbedded(endpoint, aws.account().region());
        } catch (RuntimeException undeployed) {
            aws.close();
            throw undeployed;
        }
    }

    static String deployStoker(EmbeddedAws aws) {
        String arn = aws.account().functionArn(Kit.TARGET);
        return aws.deployTemplate(Clone.root(), "stoker", Map.of("TargetArns", arn, "ScheduleState", "DISABLED"))
                .output("KeepWarmArn");
    }

    private void create(String name, Kit.Part part) {
        Map<String, String> variables = new HashMap<>();
        part.variables().forEach((key, value) -> variables.put(key, withN(value)));
        RefusedException refused = null;
        for (String runtime : part.runtimes()) {
            try {
                aws.call(() -> aws.account()
                        .createFunction(
                                new NewFunction(name, runtime, part.handler(), part.code(), List.of(), variables)));
                return;
            } catch (RefusedException other) {
                refused = other;
            }
        }
        throw new AbsentException(String.valueOf(requireNonNull(refused).getMessage()));
    }

    private String withN(String text) {
        return text.replace("$N", Integer.toString(scenario.n()));
    }

    @Override
    public void dispatch(Delay other) {
        delay = other;
        if (contestant == Contestant.STOKER) {
            aws.change(() -> aws.account().putParameter(MEMORY, "forgotten"));
        }
    }

    @Override
    public Lap lap() {
        FunctionReport target = report(Kit.TARGET);
        Optional<FunctionReport> warmer = kit.warmer().map(part -> report(Kit.WARMER));
        counted.begin(aws.nowMillis());
        Sent sent = warm();
        counted.awaitEnded(sent.invocations(), PATIENCE_MILLIS);
        var spent = report(Kit.TARGET).bill().minus(target.bill());
        var spentByWarmer = warmer.map(before -> report(Kit.WARMER).bill().minus(before.bill()));
        return new Lap(
                counted.held(),
                counted.cold(),
                spent.requests(),
                spent.millis(),
                spentByWarmer.map(bill -> bill.requests()).orElse(0L),
                spentByWarmer.map(bill -> bill.millis()).orElse(0L),
                counted.readyMillis(),
                counted.sendMillis(),
                sent.says(),
                sent.otherUsd());
    }

    private Sent warm() {
        return switch (contestant) {
            case STOKER -> stoker();
            case TRICK -> trick();
            default -> schedule();
        };
    }

    long nowMillis() {
        return aws.nowMillis();
    }

    Truth truth() {
        return counted;
    }

    /** Sends a request of a user. */
    void user(long atMillis, Consumer<InvokeOutcome> answer) {
        aws.at(atMillis, () -> aws.account().invoke(Kit.TARGET, Kit.USER, answer));
    }

    /** Runs a cycle now, and so often until that time; a cycle that takes longer delays the next. */
    void warmEvery(long intervalMillis, long untilMillis) throws InterruptedException {
        for (long at = aws.nowMillis(); at < untilMillis; at += intervalMillis) {
            Thread.sleep(Math.max(0, at - aws.nowMillis()));
            warm();
        }
    }

    private FunctionReport report(String function) {
        return aws.call(() -> aws.account().report(function));
    }

    /** The event of its schedule, to its warmer or to the target; the end of the log comes back. */
    private Sent schedule() {
        try (LambdaClient lambda = clients.lambdaOnce(Duration.ofMillis(PATIENCE_MILLIS))) {
            InvokeResponse answer =
                    lambda.invoke(request -> request.functionName(kit.warmer().isPresent() ? Kit.WARMER : Kit.TARGET)
                            .logType(LogType.TAIL)
                            .payload(SdkBytes.fromUtf8String(withN(kit.event()))));
            String log = new String(Base64.getDecoder().decode(answer.logResult()), StandardCharsets.UTF_8);
            if (answer.functionError() != null && hasWarmed) {
                return new Sent(0, OptionalLong.empty(), RaceBill.ticks(1)); // what it has held counts
            }
            if (answer.functionError() != null) {
                AbsentException failed = new AbsentException("Its function failed with "
                        + Json.read(answer.payload().asUtf8String(), FunctionError.class)
                                .map(FunctionError::errorType)
                                .orElse("an unknown error")
                        + ".");
                failed.initCause(new IllegalStateException(answer.payload().asUtf8String() + "\n" + log));
                throw failed;
            }
            hasWarmed = true;
            OptionalLong says = kit.says()
                    .map(pattern -> pattern.matcher(log))
                    .filter(Matcher::find)
                    .map(found -> OptionalLong.of(Long.parseLong(found.group(1))))
                    .orElse(OptionalLong.empty());
            return new Sent(contestant.most().orElse(scenario.n()), says, RaceBill.ticks(1));
        }
    }

    /** The sends of its loops; the function behind them is the trick's own. */
    private Sent trick() {
        int n = scenario.n();
        int loops = Math.min(LoopTrick.LOOPS, n);
        long tick = aws.nowMillis();
        for (int i = 0; i < n; i++) {
            aws.at(
                    tick + i / loops * LoopTrick.CALL_MILLIS,
                    () -> aws.account().invoke(Kit.TARGET, kit.event(), outcome -> {}));
        }
        return new Sent(n, OptionalLong.empty(), RaceBill.ticks(LoopTrick.LOOPS));
    }

    /** A cycle ends when all its sleep tasks have. */
    private Sent stoker() {
        return StokerInput.sent(aws.run(keepWarm, StokerInput.of(scenario.n())).join());
    }

    @Override
    public void close() {
        aws.close();
    }

    /** The part of an error that is read. */
    private record FunctionError(String errorType) {}

    /**
     * What a cycle has sent.
     *
     * @param invocations of the target that will end
     * @param says how many it says it has warmed
     * @param otherUsd what AWS bills beside functions
     */
    record Sent(int invocations, OptionalLong says, double otherUsd) {}
}
