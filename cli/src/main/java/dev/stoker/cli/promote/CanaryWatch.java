// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.promote;

import dev.stoker.cli.output.Count;
import dev.stoker.cli.output.Durations;
import dev.stoker.cli.output.ExitCode;
import dev.stoker.cli.output.Failure;
import dev.stoker.cli.promote.PromotionResult.Met;
import dev.stoker.cli.promote.UsersOfVersion.Counts;
import java.time.Duration;
import java.time.Instant;

/** Watches the users of a canary until its time is over and the metrics of this time have come. */
final class CanaryWatch {
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(15);

    private final Canary canary;
    private final PromotionPlan plan;
    private final UsersOfVersion users;
    private final Pace pace;
    private final PromotionProgress progress;
    private final Instant begun;
    private final Instant end;
    private Counts counts = Counts.NONE;
    private long served;

    /** Begins now: the alias has just been moved. */
    CanaryWatch(Canary canary, PromotionPlan plan, UsersOfVersion users, Pace pace, PromotionProgress progress) {
        this.canary = canary;
        this.plan = plan;
        this.users = users;
        this.pace = pace;
        this.progress = progress;
        this.begun = pace.now();
        this.end = begun.plus(canary.time()).plus(plan.metricsDelay());
    }

    /**
     * Looks at the metrics, and waits until the next look.
     *
     * @return false when the canary is over
     * @throws Failure if there are too many errors
     */
    boolean goesOn() {
        counts = users.between(begun, pace.now());
        if (counts.errors() > plan.maxErrors()) {
            throw new Failure(
                    ExitCode.FAILED,
                    "Stoker.CanaryFailed",
                    "Errors of the new version in the canary: at most " + Count.plain(plan.maxErrors())
                            + " are allowed (--max-errors), got " + Count.plain(counts.errors()) + " of "
                            + Count.of(counts.invocations(), "invocation") + ". The function's log shows the reason.");
        }
        Duration left = Duration.between(pace.now(), end);
        if (left.isZero() || left.isNegative()) {
            return false;
        }
        progress.goesOn(canary.percent() + " % of the users meet the new version, "
                + Durations.text(Duration.ofSeconds(left.toSeconds() + 1)) + " left: "
                + Count.of(counts.invocations(), "invocation") + ", " + Count.of(counts.errors(), "error"));
        pace.pause(left.compareTo(BETWEEN_LOOKS) < 0 ? left : BETWEEN_LOOKS);
        return true;
    }

    /** Adds users' requests that the new version's environments have reported. */
    void served(long requests) {
        served += requests;
    }

    /**
     * What users met.
     *
     * @throws Failure if environments served users whom the metrics do not know: then errors were not seen either
     */
    Met met() {
        if (served > 0 && counts.invocations() == 0) {
            throw new Failure(
                    ExitCode.FAILED,
                    "Stoker.NoMetrics",
                    "The environments of the new version served " + Count.of(served, "request")
                            + " in the canary, but CloudWatch has no metric of them, so their errors cannot be seen."
                            + " Leave --canary out, or see why AWS/Lambda has no data with the dimension"
                            + " ExecutedVersion.");
        }
        return new Met(canary, counts, served);
    }
}
