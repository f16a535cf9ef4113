// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.run;

import dev.stoker.cli.local.FunctionLog;
import dev.stoker.cli.local.LocalAws;
import dev.stoker.cli.local.LocalSettings;
import dev.stoker.cli.output.Console;
import dev.stoker.cli.output.Count;
import dev.stoker.cli.output.ExitCode;
import dev.stoker.cli.output.OneLine;
import dev.stoker.cli.output.Progress;
import dev.stoker.cli.run.outcome.Execution;
import dev.stoker.cli.run.outcome.RunReport;
import dev.stoker.cli.summary.SummaryOption.SummaryFile;
import dev.stoker.local.lambda.environments.LambdaObserver.InvokeOutcome;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Runs one cycle on the embedded AWS, which it starts before and ends after it. The deployed files and the report are
 * the same as for AWS. The schedule does not tick.
 */
final class LocalRun {
    private static final String IF_INTERRUPTED = "The embedded AWS stops, with its environments.";

    private final Console console;
    private final LocalSettings settings;
    private final Optional<String> region;
    private final boolean json;
    private final SummaryFile summary;

    LocalRun(Console console, LocalSettings settings, Optional<String> region, boolean json, SummaryFile summary) {
        this.console = console;
        this.settings = settings;
        this.region = region;
        this.json = json;
        this.summary = summary;
    }

    /**
     * Runs the cycle.
     *
     * @param given the input; a target without a function gets the deployed function
     * @throws dev.stoker.cli.output.Failure if it neither succeeded nor fell short
     */
    ExitCode perform(CycleInput given) {
        CycleProgress progress = new CycleProgress(given.slots());
        FunctionLog log = new FunctionLog(progress);
        try (LocalAws aws = LocalAws.start(
                console, settings, region, as -> as.withoutTicks().watchedBy(progress, log))) {
            CycleInput input = given.withFunction(aws.function());
            progress.warming(input.summary());
            CyclePlace place = new EmbeddedPlace(aws);
            Execution execution =
                    Progress.during(console, progress::doing, IF_INTERRUPTED, () -> place.checkAndRun(input));
            ExitCode exit = new RunReport(console, place, json, summary).print(execution);
            settings.event().ifPresent(event -> invokeAsUser(aws, event));
            return exit;
        } finally {
            log.print(console);
        }
    }

    /** After the cycle, sends one user's event and prints the answer. */
    private void invokeAsUser(LocalAws aws, String event) {
        long sent = System.nanoTime();
        InvokeOutcome outcome = aws.invoke(event).join();
        String took = Count.millis(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - sent));
        String answered = "A user's request after the cycle was " + (answer(outcome) + " after " + took) + ".";
        if (json) {
            console.note(answered);
        } else {
            console.say(answered);
        }
    }

    private static String answer(InvokeOutcome outcome) {
        if (outcome instanceof InvokeOutcome.Answered answered) {
            return (answered.functionError() ? "failed with " : "answered ")
                    + OneLine.of(answered.payload().text());
        }
        return outcome instanceof InvokeOutcome.Refused refused ? "refused with " + refused.code() : "not answered";
    }
}
