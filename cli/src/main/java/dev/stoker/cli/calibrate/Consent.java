// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.calibrate;

import dev.stoker.cli.aws.FunctionName;
import dev.stoker.cli.calibrate.measure.CalibrationPlan;
import dev.stoker.cli.calibrate.measure.CalibrationState;
import dev.stoker.cli.output.Approval;
import dev.stoker.cli.output.Console;
import dev.stoker.cli.output.Count;
import dev.stoker.cli.output.ExitCode;
import dev.stoker.cli.output.Failure;
import dev.stoker.cli.output.OneLine;
import dev.stoker.cli.output.Paragraph;
import dev.stoker.cli.price.Dollars;
import dev.stoker.cli.price.FunctionSize;
import dev.stoker.cli.price.PriceFile;
import dev.stoker.cli.price.PriceList;
import java.util.Optional;
import java.util.stream.Collectors;

/** Shows what a calibration does, how long it takes and what it costs, and asks whether to start it. */
final class Consent {
    private static final int COLUMNS = 100;
    private static final long MINUTE_MILLIS = 60_000;
    private static final long MINUTES_PER_HOUR = 60;

    private Consent() {}

    /**
     * Asks on stderr.
     *
     * @param size of the function; empty where it is not known
     * @param yes whether the answer was given beforehand
     * @throws Failure if the answer is no, or there is no terminal to ask on
     */
    static void ask(Console console, CalibrationState begin, Optional<FunctionSize> size, String region, boolean yes) {
        Paragraph.lines(words(begin, size, region), COLUMNS).forEach(console::note);
        Approval approval = new Approval(yes);
        approval.requireTerminal(console, "Review the message above, then run the command again with --yes.");
        if (!approval.isGiven(console, "Start?")) {
            throw new Failure(ExitCode.FAILED, "Stoker.Declined", "Nothing was started.");
        }
    }

    private static String words(CalibrationState begin, Optional<FunctionSize> size, String region) {
        CalibrationPlan plan = begin.plan();
        String name = OneLine.of(FunctionName.shortOf(plan.function()));
        String waits = plan.waitsMillis().stream().map(IntervalWords::time).collect(Collectors.joining(", "));
        PriceList prices = PriceFile.carried();
        String cost = CalibrationCost.most(
                        plan, size, prices.find(region).orElseGet(() -> prices.of(PriceList.DEFAULT_REGION)))
                .map(usd -> "about " + Dollars.text(usd) + " if every sleep task met a cold start of "
                        + CalibrationCost.INIT_MILLIS / 1000 + " s, and usually less")
                .orElse("an unknown amount, because the function's memory could not be read");
        String done =
                begin.probes().isEmpty() ? "" : " " + Count.of(begin.probes().size(), "cycle") + " of it ran before.";
        return "Calibrating " + name + ": " + Count.of(plan.concurrency(), "environment") + " left idle for " + waits
                + ", " + plan.passes() + (plan.passes() == 1 ? " pass" : " passes") + ". It takes up to "
                + hours(plan.longestMillis()) + " and " + Count.of(plan.cycles(), "cycle")
                + " or a few more. It costs "
                + cost + "." + done + " Each cycle holds up to " + Count.of(plan.concurrency(), "environment")
                + " for up to "
                + Count.millis(plan.holdMillis()) + ". Between the cycles nothing keeps " + name
                + " warm: its schedule must stay paused, and users may meet cold starts.";
    }

    private static String hours(long millis) {
        long minutes = (millis + MINUTE_MILLIS - 1) / MINUTE_MILLIS;
        long hours = minutes / MINUTES_PER_HOUR;
        long rest = minutes % MINUTES_PER_HOUR;
        return hours == 0 ? minutes + " min" : hours + " h" + (rest == 0 ? "" : " " + rest + " min");
    }
}
