// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.promote;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stoker.cli.aws.AwsClients;
import dev.stoker.cli.aws.AwsOptions;
import dev.stoker.cli.aws.AwsSettings;
import dev.stoker.cli.aws.FunctionName;
import dev.stoker.cli.local.FunctionLog;
import dev.stoker.cli.local.LocalAws;
import dev.stoker.cli.local.LocalOptions;
import dev.stoker.cli.output.Console;
import dev.stoker.cli.output.Failure;
import dev.stoker.cli.output.OutputOptions;
import dev.stoker.cli.output.Progress;
import dev.stoker.cli.run.CyclePlace;
import dev.stoker.cli.run.DeployedPlace;
import dev.stoker.cli.run.PlaceOptions;
import dev.stoker.local.lambda.environments.LambdaObserver;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code stoker promote}. */
@Command(
        name = "promote",
        description = {
            "Release a version without cold starts for users: prove N warm environments of it, move the alias, and check that"
                    + " calls of the alias reach it.",
            "After a shortfall, an error, a timeout or Ctrl-C, the alias points to the same version as before."
        },
        customSynopsis = {
            "stoker promote FUNCTION:ALIAS --to VERSION --concurrency N --stack NAME [OPTIONS]",
            "       stoker promote FUNCTION:ALIAS --to latest --canary 10%%,5m --stack NAME [OPTIONS]",
            "       stoker promote --local --concurrency N [OPTIONS]"
        },
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  stoker promote orders:live --to 8 --concurrency 20 --stack stoker",
            "  stoker promote orders:live --to latest --concurrency 20 --canary 10%%,5m --stack stoker",
            "  stoker promote --local --concurrency 5",
            "",
            "Exit codes: 0 the alias points to the version, 1 failed, 2 wrong use or invalid input, 3 shortfall. With 1, 2"
                    + " and 3 the alias is where it was. docs/release.md explains each step."
        })
public final class PromoteCommand implements Callable<Integer> {
    private static final String IF_INTERRUPTED = "The alias stays or is put back where it was.";

    /** Lambda sends metrics every minute, and CloudWatch takes some seconds more. An emulator on this machine has them at once. */
    private static final Duration METRICS_DELAY = Duration.ofMinutes(2);

    private final Console console;

    @Mixin
    private ReleaseOptions release;

    @Mixin
    private PlaceOptions place;

    @Mixin
    private AwsOptions aws;

    @ArgGroup(validate = false, heading = "With --local:%n")
    private final LocalOptions local = new LocalOptions();

    @Mixin
    private OutputOptions output;

    /** Creates the command with a console for its results. */
    public PromoteCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (place.isLocal()) {
            return onEmbeddedAws();
        }
        List<String> options = local.given();
        if (!options.isEmpty()) {
            throw Failure.wrongUse(
                    String.join(", ", options) + ": is valid only with --local. Leave it out, or add --local.");
        }
        FunctionName alias = release.check();
        AwsSettings settings = place.settle(aws.settings());
        AwsClients clients = new AwsClients(settings);
        ObjectNode target = place.stack()
                .map(stack -> TargetOfStack.find(clients, stack, alias))
                .orElseGet(TargetOfStack::none);
        PromotionPlan plan = release.plan(alias, target, settings.isOnThisMachine() ? Duration.ZERO : METRICS_DELAY);
        try (CyclePlace cycles = new DeployedPlace(clients, () -> place.find(clients))) {
            return perform(new Promotion(clients, cycles, plan, Pace.ofThisMachine()), plan);
        }
    }

    /** The function is the sample or the user's own one. It gets an alias, and a change that is released. */
    private int onEmbeddedAws() {
        Optional<FunctionName> name = release.checkLocal();
        FunctionLog log = new FunctionLog(LambdaObserver.NONE);
        try (LocalAws started = LocalAws.start(
                        console,
                        local.settings(),
                        aws.embeddedRegion(),
                        as -> as.withoutTicks().watchedBy(event -> {}, log));
                LocalRelease scene = new LocalRelease(started, name.map(FunctionName::text))) {
            scene.change();
            PromotionPlan plan = release.plan(scene.alias(), TargetOfStack.none(), Duration.ZERO);
            return perform(scene.promotion(plan), plan);
        } finally {
            log.print(console);
        }
    }

    private int perform(Promotion promotion, PromotionPlan plan) {
        Thread putBack = new Thread(() -> promotion.interrupt().ifPresent(console::note), "put-alias-back");
        Runtime.getRuntime().addShutdownHook(putBack);
        PromotionResult result =
                Progress.during(console, () -> promotion.progress().doing(), IF_INTERRUPTED, promotion::run);
        if (output.json()) {
            console.document(PromotionJson.of(plan.alias(), result).toString());
            result.shortfall().ifPresent(console::note);
        } else {
            new PromotionScreen(console).show(plan.alias(), result);
        }
        return result.exit().code();
    }
}
