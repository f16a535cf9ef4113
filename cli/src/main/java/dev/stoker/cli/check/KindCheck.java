// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.check;

import dev.stoker.cli.check.finding.Check;
import dev.stoker.cli.check.finding.Findings;
import dev.stoker.cli.check.finding.Target;
import software.amazon.awssdk.services.lambda.model.SnapStartApplyOn;

/**
 * Checks {@code managed-instances}, {@code tenant-isolation} and {@code snap-start}: whether the function's
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
                    "Do not warm it. Its capacity provider keeps its instances running.");
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
        lookAtSnapStart(target, findings);
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
