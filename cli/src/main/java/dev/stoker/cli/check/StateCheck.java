// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.check;

import dev.stoker.cli.check.finding.Check;
import dev.stoker.cli.check.finding.Findings;
import dev.stoker.cli.check.finding.Target;
import java.util.Optional;
import software.amazon.awssdk.services.lambda.model.GetFunctionConfigurationResponse;
import software.amazon.awssdk.services.lambda.model.LastUpdateStatus;
import software.amazon.awssdk.services.lambda.model.State;

/** Checks {@code state}: whether Lambda can run the function. */
final class StateCheck implements Check {
    private static final String NAME = "state";

    @Override
    public void look(Target target, Findings findings) {
        GetFunctionConfigurationResponse function = target.configuration();
        String why = Optional.ofNullable(function.stateReason())
                .filter(reason -> !reason.isBlank())
                .map(reason -> " (" + reason.strip() + ")")
                .orElse("");
        String wait = "Wait for it: aws lambda wait function-active-v2 " + target.cliName() + ".";
        State state = Optional.ofNullable(function.state()).orElse(State.ACTIVE);
        switch (state) {
            case ACTIVE -> lookAtUpdate(target, findings);
            case PENDING -> findings.error(NAME, "Lambda is still creating it: its state is Pending" + why + ".", wait);
            case INACTIVE ->
                findings.warning(
                        NAME,
                        "It was idle for a long time, so Lambda reclaimed its resources: its state is Inactive. The"
                                + " first cycle fails and activates it again.",
                        "Invoke it once, then wait: aws lambda wait function-active-v2 " + target.cliName() + ".");
            default ->
                findings.error(
                        NAME,
                        "Its state is " + function.stateAsString() + why + ", so Lambda does not run it.",
                        "Correct the reason that Lambda gives, and deploy the function again.");
        }
    }

    private static void lookAtUpdate(Target target, Findings findings) {
        GetFunctionConfigurationResponse function = target.configuration();
        if (function.lastUpdateStatus() == LastUpdateStatus.IN_PROGRESS) {
            findings.warning(
                    NAME,
                    "An update is in progress: it ends the environments, and the findings here may be outdated.",
                    "Check again after aws lambda wait function-updated-v2 " + target.cliName() + ".");
        } else if (function.lastUpdateStatus() == LastUpdateStatus.FAILED) {
            findings.warning(
                    NAME,
                    "Its last update failed, so Lambda still runs the earlier code: "
                            + Optional.ofNullable(function.lastUpdateStatusReason())
                                    .orElse("no reason is given"),
                    "Deploy it again.");
        } else {
            findings.pass(NAME, "active");
        }
    }
}
