// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.check;

import dev.stoker.cli.check.finding.Check;
import dev.stoker.cli.check.finding.Findings;
import dev.stoker.cli.check.finding.Target;
import software.amazon.awssdk.services.lambda.model.SnapStartApplyOn;

/**
 * Checks {@code managed-instances}, {@code tenant-isolation}, {@code durable} and {@code snap-start}: whether the function's
 * environments can be held one by one.
 */
final class KindCheck implements Check {
    @Override
    public void look(Target target, Findings findings) {
        if (target.onManagedInstances()) {
            findings.error(
                    "managed-instances",
                    "It runs on Lambda Managed Instances, where an environment serves many requests at once and users"
                            + " meet no cold start: sleep tasks would prove nothing.",
                    "Do not warm it. Its capacity provider keeps its instances running; to have more of them at some hours, let a"
                            + " schedule of EventBridge Scheduler call PutFunctionScalingConfig.");
        } else {
            findings.pass("managed-instances", "no");
        }
        if (target.configuration().tenancyConfig() != null) {
            findings.error(
                    "tenant-isolation",
                    "Each of its environments belongs to one tenant, and Lambda rejects an invocation without a"
                            + " tenant ID. A sleep task has none.",
                    "Do not warm it: only a tenant's own requests can keep its environments warm.");
        } else {
            findings.pass("tenant-isolation", "no");
        }
        if (isDurable(target)) {
            findings.error(
                    "durable",
                    "It is a durable function: each invocation starts a durable execution, which Lambda stores and"
                            + " bills. A sleep task would be one of them.",
                    "Do not warm it: its executions wait for steps, and not for a start. If users wait for another"
                            + " function that calls it, warm that one.");
        } else {
            findings.pass("durable", "no");
        }
        lookAtSnapStart(target, findings);
    }

    /** Whether none of these kinds excludes warming. */
    static boolean canBeWarmed(Target target) {
        return !target.onManagedInstances() && target.configuration().tenancyConfig() == null && !isDurable(target);
    }

    /** Source: Lambda API reference, "DurableConfig", read 2026-11. */
    private static boolean isDurable(Target target) {
        return target.configuration().durableConfig() != null
                && target.configuration().durableConfig().executionTimeout() != null;
    }

    private static void lookAtSnapStart(Target target, Findings findings) {
        boolean on = target.configuration().snapStart() != null
                && target.configuration().snapStart().applyOn() == SnapStartApplyOn.PUBLISHED_VERSIONS;
        boolean published = !"$LATEST".equals(target.configuration().version());
        if (on && published) {
            findings.warning(
                    "snap-start",
                    "Its version starts from a SnapStart snapshot. Warming works with SnapStart, but may be"
                            + " unnecessary.",
                    "Compare Restore Duration in its log with the time that users may wait. If it is short enough,"
                            + " remove"
                            + " warming.");
        } else if (on) {
            findings.note(
                    "snap-start",
                    "SnapStart applies to published versions, and this is $LATEST, which starts without it.",
                    "If users call an alias or version, give that one.");
        } else {
            findings.pass("snap-start", "off");
        }
    }
}
