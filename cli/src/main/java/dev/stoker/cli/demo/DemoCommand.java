// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.demo;

import dev.stoker.cli.aws.AwsOptions;
import dev.stoker.cli.demo.Story.Narrator;
import dev.stoker.cli.local.FunctionLog;
import dev.stoker.cli.local.LocalAws;
import dev.stoker.cli.local.LocalOptions;
import dev.stoker.cli.local.LocalSettings;
import dev.stoker.cli.output.Console;
import dev.stoker.cli.output.Failure;
import dev.stoker.cli.output.OutputOptions;
import dev.stoker.cli.output.Progress;
import dev.stoker.cli.watch.LiveEvents;
import dev.stoker.local.EmbeddedAwsSettings;
import dev.stoker.local.lambda.environments.LambdaObserver;
import dev.stoker.local.states.run.ExecutionObserver;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code stoker demo}. */
@Command(
        name = "demo",
        description = {
            "Demonstrate Stoker on this machine: users meet cold environments, the schedule runs for ten minutes"
                    + " without users, then the same users meet warm environments. One minute takes one second.",
            "For the schedule and for idle environments, one minute takes one second. Requests and cold starts take"
                    + " real time."
        },
        customSynopsis = "stoker demo [--concurrency N] [--no-schedule] [--watch] [--release] [OPTIONS]",
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  stoker demo",
            "  stoker demo --watch",
            "  stoker demo --no-schedule",
            "  stoker demo --release",
            "  stoker demo --concurrency 100 --environments in-jvm",
            "  stoker demo --jar orders.jar --handler com.acme.Orders::handleRequest --event order.json",
            "  stoker demo --package orders.zip --runtime nodejs22.x --handler index.handler --event order.json",
            "",
            "Exit codes: 0 done, 1 failed, 2 wrong use, 3 users met errors, or cold environments although the"
                    + " schedule ticked or stoker promote released."
        })
public final class DemoCommand implements Callable<Integer> {
    private static final String IF_INTERRUPTED = "The embedded AWS stops, with its environments.";
    private static final long SECOND = 1000;

    private final Console console;
    private final long minuteMillis;
    private final WatchedDemo watched;

    @Option(
            names = "--concurrency",
            paramLabel = "N",
            description =
                    "Users who send a request at once, and environments that the schedule keeps warm, 1 to 1,000 (10;"
                            + " two cores start them in about five seconds).")
    private Long concurrency = 10L;

    @Option(names = "--no-schedule", description = "Switch the schedule off: the second burst is as cold as the first.")
    private boolean noSchedule;

    @Option(
            names = "--watch",
            description = "Show it on a live page too, which opens in your browser: environments as lanes that move.")
    private boolean watch;

    @Option(
            names = "--release",
            description =
                    "Demonstrate a release instead: users keep calling while an alias moves to a new version, once"
                            + " without stoker promote and once with it.")
    private boolean release;

    @ArgGroup(validate = false, heading = "The embedded AWS:%n")
    private final LocalOptions local = new LocalOptions();

    @Mixin
    private AwsOptions aws;

    @Mixin
    private OutputOptions output;

    /** Creates the command with a console. */
    public DemoCommand(Console console) {
        this(console, SECOND, WatchedDemo.of(console));
    }

    /** Creates the command with another length of a minute and another browser, for tests. */
    DemoCommand(Console console, long minuteMillis, WatchedDemo watched) {
        this.console = console;
        this.minuteMillis = minuteMillis;
        this.watched = watched;
    }

    @Override
    public Integer call() {
        if (concurrency < 1 || concurrency > Story.MOST_USERS) {
            throw Failure.wrongUse("--concurrency: must be 1 to 1,000, got " + concurrency
                    + ". Choose a number of environments that this machine can run.");
        }
        if (release && (noSchedule || watch)) {
            throw Failure.wrongUse("--release: must be given without " + (watch ? "--watch" : "--no-schedule")
                    + ", which shows the schedule, got both. Leave one of them out.");
        }
        int users = concurrency.intValue();
        LocalSettings settings = local.settings();
        Optional<String> region = aws.embeddedRegion();
        Environments environments = new Environments();
        if (release) {
            return releases(settings, region, environments, users);
        }
        Cycles cycles = new Cycles();
        FunctionLog log = new FunctionLog(environments);
        LiveEvents live = new LiveEvents();
        try (LocalAws started = LocalAws.start(
                console,
                settings,
                region,
                as -> scaled(as)
                        .watchedBy(ExecutionObserver.both(cycles, live::on), LambdaObserver.both(log, live::on)))) {
            Story story = new Story(started, settings, environments, cycles, users, minuteMillis);
            Outcome outcome = watch
                    ? watched.show(started, live, minuteMillis, users, narrator -> play(story, narrator))
                    : play(story, Narrator.NONE);
            return outcome.exit().code();
        } finally {
            log.print(console);
        }
    }

    private Outcome play(Story story, Narrator narrator) {
        Outcome outcome =
                Progress.during(console, story::doing, IF_INTERRUPTED, () -> story.run(!noSchedule, narrator));
        if (output.json()) {
            console.document(DemoJson.of(outcome));
        } else {
            new DemoScreen(console).show(outcome);
        }
        return outcome;
    }

    /** Releases take real time, so a minute is a minute, and the schedule does not tick. */
    private int releases(LocalSettings settings, Optional<String> region, Environments environments, int users) {
        FunctionLog log = new FunctionLog(environments);
        try (LocalAws started = LocalAws.start(
                console, settings, region, as -> as.withoutTicks().watchedBy(new Cycles(), log))) {
            ReleaseStory story = new ReleaseStory(started, settings, environments, users);
            ReleaseOutcome outcome = Progress.during(console, story::doing, IF_INTERRUPTED, story::run);
            if (output.json()) {
                console.document(outcome.json());
            } else {
                new ReleaseScreen(console).show(outcome);
            }
            return outcome.exit().code();
        } finally {
            log.print(console);
        }
    }

    private EmbeddedAwsSettings scaled(EmbeddedAwsSettings settings) {
        return settings.minuteMillis(minuteMillis)
                .lambda(settings.lambda().idleMillis(Story.IDLE_MINUTES * minuteMillis));
    }
}
