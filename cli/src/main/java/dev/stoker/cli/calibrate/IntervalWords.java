// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.calibrate;

import dev.stoker.cli.calibrate.figures.IntervalAdvice;
import dev.stoker.cli.calibrate.figures.IntervalAdvice.Tested;
import dev.stoker.cli.output.Count;
import dev.stoker.cli.output.Durations;
import java.time.Duration;
import java.util.Locale;

/** Recommends an interval, or says why there is none. */
final class IntervalWords {
    private static final long MINUTE_MILLIS = 60_000;
    private static final double PERCENT = 100;

    private IntervalWords() {}

    /** A schedule of this interval, in whole minutes, as EventBridge Scheduler takes it. */
    static String schedule(long millis) {
        long minutes = millis / MINUTE_MILLIS;
        return "rate(" + minutes + (minutes == 1 ? " minute)" : " minutes)");
    }

    /** A sentence for the interval and one for what would show a longer one. */
    static String of(IntervalAdvice advice) {
        StringBuilder words = new StringBuilder();
        advice.longest()
                .ifPresentOrElse(
                        longest -> words.append("Recommended interval: ")
                                .append(schedule(longest.waitMillis()))
                                .append(". With confidence ")
                                .append(share(advice.confidence()))
                                .append(", at least ")
                                .append(percent(longest.lower()))
                                .append(" of idle environments outlive it (")
                                .append(seen(longest))
                                .append(")."),
                        () -> words.append("The measurement shows no interval that keeps ")
                                .append(percent(advice.share()))
                                .append(" of idle environments with confidence ")
                                .append(share(advice.confidence()))
                                .append("."));
        advice.failed().ifPresent(failed -> words.append(' ').append(next(advice, failed)));
        return words.toString();
    }

    private static String next(IntervalAdvice advice, Tested failed) {
        String wait = time(failed.waitMillis());
        if (failed.environments() == 0) {
            return "No environment was left idle for " + wait + ".";
        }
        if (advice.wantsTrials()) {
            String open = failed.outlived() == failed.environments()
                    ? "which are too few to decide. " + Count.of(advice.needed(), "environment")
                            + " would be enough, if all of them outlived it"
                    : "so the true share is between " + percent(failed.lower()) + " and " + percent(failed.upper())
                            + ", which is not enough to decide";
            return "After " + wait + ", " + seen(failed) + ", " + open
                    + ". Measure more with --passes or --concurrency.";
        }
        return "After " + wait + ", " + seen(failed) + ", which is too small a share."
                + (advice.passed().isEmpty() ? " Measure shorter waits with --waits." : "");
    }

    private static String seen(Tested tested) {
        return Count.plain((long) tested.outlived()) + " of " + Count.plain((long) tested.environments()) + " answered";
    }

    /** A wait as people type it. */
    static String time(long millis) {
        return Durations.text(Duration.ofMillis(millis));
    }

    /** Such as 0.95. */
    static String share(double share) {
        return String.format(Locale.ROOT, "%.3f", share).replaceFirst("0$", "");
    }

    /** Such as 95.1 %, never rounded up. */
    static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", Math.floor(share * PERCENT * 10 + 1e-6) / 10);
    }
}
