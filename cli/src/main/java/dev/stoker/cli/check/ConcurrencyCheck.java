// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.check;

import dev.stoker.cli.aws.AwsCall;
import dev.stoker.cli.check.finding.Check;
import dev.stoker.cli.check.finding.Findings;
import dev.stoker.cli.check.finding.PlannedUse;
import dev.stoker.cli.check.finding.Target;
import dev.stoker.cli.input.CycleLimits;
import dev.stoker.cli.output.Count;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.AccountLimit;
import software.amazon.awssdk.services.lambda.model.GetAccountSettingsResponse;
import software.amazon.awssdk.services.lambda.model.GetFunctionConcurrencyResponse;

/**
 * Checks {@code concurrency}: whether the function's concurrency is enough for N sleep tasks and for users at the same
 * time. Sleep tasks take concurrency from users while they hold.
 */
final class ConcurrencyCheck implements Check {
    private static final String NAME = "concurrency";

    /**
     * Lambda adds at most this many environments to a function in 10 s. Source: developer guide, "scaling-behavior".
     */
    private static final long NEW_ENVIRONMENTS = 1_000;

    private final LambdaClient lambda;
    private final UsersPeak peak;
    private final PlannedUse plannedUse;

    ConcurrencyCheck(LambdaClient lambda, UsersPeak peak, PlannedUse plannedUse) {
        this.lambda = lambda;
        this.peak = peak;
        this.plannedUse = plannedUse;
    }

    @Override
    public void look(Target target, Findings findings) {
        findings.call(
                        NAME,
                        AwsCall.reading("lambda:GetFunctionConcurrency", target.bareArn()),
                        () -> lambda.getFunctionConcurrency(ask -> ask.functionName(target.bareArn())))
                .ifPresent(reserved -> lookAtLimits(target, reserved, findings));
        if (plannedUse.concurrency().isEmpty()) {
            findings.note(
                    NAME,
                    "--concurrency was not given, so nothing is compared with the limits.",
                    "Give --concurrency N.");
        } else if (plannedUse.concurrency().get() > NEW_ENVIRONMENTS) {
            findings.note(
                    "scaling",
                    "Lambda adds at most 1,000 environments in 10 s to a function, so a larger N is reached over"
                            + " several cycles, and the cycles until then end with a shortfall.",
                    "Wait for some cycles after you deploy, or set minWarm.");
        }
    }

    private void lookAtLimits(Target target, GetFunctionConcurrencyResponse answer, Findings findings) {
        Optional<Long> reserved =
                Optional.ofNullable(answer.reservedConcurrentExecutions()).map(Integer::longValue);
        if (reserved.isEmpty()) {
            findings.call(
                            NAME,
                            AwsCall.reading("lambda:GetAccountSettings", "this account"),
                            () -> lambda.getAccountSettings(ask -> {}))
                    .map(GetAccountSettingsResponse::accountLimit)
                    .ifPresent(limit -> lookAtAccount(limit, findings));
        } else if (reserved.get() == 0) {
            findings.error(
                    NAME,
                    "Its reserved concurrency is 0, so Lambda refuses every invocation.",
                    "Reserve the concurrency that users and warming need, or run aws lambda"
                            + " delete-function-concurrency "
                            + target.cliName() + ".");
        } else {
            lookAtReservation(target, reserved.get(), findings);
        }
    }

    private void lookAtReservation(Target target, long reserved, Findings findings) {
        long share = CycleLimits.mostOfReserved(reserved);
        long requested = plannedUse.concurrency().orElse(0L);
        if (requested > share) {
            long enough = CycleLimits.reservedFor(requested);
            findings.error(
                    NAME,
                    "Its reserved concurrency is " + Count.plain(reserved) + ". Warming takes at most "
                            + CycleLimits.PERCENT_OF_RESERVED + " % of it, " + Count.plain(share) + ", so "
                            + Count.plain(requested) + " always causes a shortfall.",
                    "Reserve " + Count.plain(enough) + " or more: aws lambda put-function-concurrency "
                            + target.cliName() + " --reserved-concurrent-executions " + enough + "; or ask for "
                            + Count.plain(share) + ".");
            return;
        }
        compareWithUsers(
                () -> peak.findForFunction(target, findings),
                reserved,
                "its reserved concurrency",
                "Raise it",
                findings);
    }

    private void lookAtAccount(AccountLimit limit, Findings findings) {
        long unreserved =
                Optional.ofNullable(limit.unreservedConcurrentExecutions()).orElseGet(limit::concurrentExecutions);
        long requested = plannedUse.concurrency().orElse(0L);
        if (requested > unreserved) {
            findings.error(
                    NAME,
                    "It has no reserved concurrency, and the account has " + Count.plain(unreserved)
                            + " for all such functions: " + Count.plain(requested) + " always causes a shortfall.",
                    "Raise the account's limit in Service Quotas (Lambda, concurrent executions), or request fewer.");
            return;
        }
        compareWithUsers(
                () -> peak.findForUnreserved(findings),
                unreserved,
                "the account's unreserved concurrency",
                "Raise the account's limit in Service Quotas (Lambda, concurrent executions)",
                findings);
    }

    private void compareWithUsers(
            Supplier<Optional<Long>> peakSeen, long room, String whose, String remedy, Findings findings) {
        if (plannedUse.concurrency().isEmpty()) {
            return;
        }
        long requested = plannedUse.concurrency().get();
        Optional<Long> users = peakSeen.get();
        if (requested + users.orElse(0L) > room) {
            findings.warning(
                    NAME,
                    "In the last 14 days up to " + Count.plain(users.orElse(0L))
                            + " invocations ran at once (cycles included), and " + Count.plain(requested)
                            + " more exceed " + whose + ", " + Count.plain(room)
                            + ": while a round holds, users may be throttled.",
                    remedy + " to " + Count.plain(requested + users.orElse(0L)) + " or more, or request fewer.");
            return;
        }
        String beside = users.map(most -> " and a peak of " + Count.plain(most)).orElse("");
        findings.pass(NAME, Count.plain(requested) + beside + " fit into " + whose + ", " + Count.plain(room));
    }
}
