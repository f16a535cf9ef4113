// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.check;

import dev.stoker.cli.check.finding.Check;
import dev.stoker.cli.check.finding.Findings;
import dev.stoker.cli.check.finding.Target;
import java.util.Optional;
import software.amazon.awssdk.services.lambda.model.GetFunctionConfigurationResponse;
import software.amazon.awssdk.services.lambda.model.LastUpdateStatus;
import software.amazon.awssdk.services.lambda.model.State;

/** Checks {@code state}: whether Lambda would run it at all. */
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
            case PENDING -> findings.error(NAME, "Lambda is still making it: its state is Pending" + why + ".", wait);
            case INACTIVE ->
                findings.warning(
                        NAME,
                        "Nobody called it for long, so Lambda took its resources back: its state is Inactive. The first"
                                + " cycle fails and brings it back.",
                        "Invoke it once, then wait: aws lambda wait function-active-v2 " + target.cliName() + ".");
            default ->
                findings.error(
                        NAME,
                        "Its state is " + function.stateAsString() + why + ", so Lambda does not run it.",
                        "Take away the reason that Lambda gives, and deploy the function again.");
        }
    }

    private static void lookAtUpdate(Target target, Findings findings) {
        GetFunctionConfigurationResponse function = target.configuration();
        if (function.lastUpdateStatus() == LastUpdateStatus.IN_PROGRESS) {
            findings.warning(
                    NAME,
                    "An update is under way: its environments end with it, and what is found here may be old.",
                    "Check again after aws lambda wait function-updated-v2 " + target.cliName() + ".");
        } else if (function.lastUpdateStatus() == LastUpdateStatus.FAILED) {
            findings.warning(
                    NAME,
                    "Its last update failed, so Lambda runs what was there before: "
                            + Optional.ofNullable(function.lastUpdateStatusReason())
                                    .orElse("no reason is given"),
                    "Deploy it again.");
        } else {
            findings.pass(NAME, "active");
        }
    }
}
