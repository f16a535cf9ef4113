// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.check;

import dev.stoker.cli.check.finding.Check;
import dev.stoker.cli.check.finding.Findings;
import dev.stoker.cli.check.finding.Target;
import software.amazon.awssdk.services.lambda.model.SnapStartApplyOn;

/**
 * Checks {@code managed-instances}, {@code tenant-isolation} and {@code snap-start}: whether its environments are of the kind
 * that can be held one by one.
 */
final class KindCheck implements Check {
    @Override
    public void look(Target target, Findings findings) {
        if (target.onManagedInstances()) {
            findings.error(
                    "managed-instances",
                    "It runs on Lambda Managed Instances, where an environment serves many requests at once and none"
                            + " starts cold: sleep tasks would prove nothing.",
                    "Do not warm it. Its capacity provider keeps its instances up.");
        } else {
            findings.pass("managed-instances", "no");
        }
        if (target.configuration().tenancyConfig() != null) {
            findings.error(
                    "tenant-isolation",
                    "Its environments belong to a tenant each, and Lambda refuses an invocation without a tenant's id,"
                            + " which a sleep task does not have.",
                    "Do not warm it: a tenant's environments can be kept warm by that tenant's requests only.");
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
                    "Its version starts from a SnapStart snapshot. Warming works beside it, and may be needless.",
                    "Compare Restore Duration in its log with what users may wait; if that is little, leave out"
                            + " warming.");
        } else if (on) {
            findings.note(
                    "snap-start",
                    "SnapStart is on for published versions, and this is $LATEST, which starts without it.",
                    "If users call an alias or version, name that one.");
        } else {
            findings.pass("snap-start", "off");
        }
    }
}
