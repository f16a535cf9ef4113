// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.aws;

import dev.stoker.cli.output.Failure;
import dev.stoker.cli.output.OneLine;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The ARN of a state machine, perhaps with a version or an alias.
 *
 * @param text the ARN
 * @param place its partition and region
 */
public record StateMachineArn(String text, AwsPlace place) {
    private static final Pattern SYNTAX = Pattern.compile(
            "arn:(?<partition>[a-z-]+):states:(?<region>[a-z0-9-]+):\\d{12}:stateMachine:[^\\s:]+(?::[^\\s:]+)?");

    /** Parses an ARN. Empty if it is invalid. */
    public static Optional<StateMachineArn> parse(String text) {
        Matcher parts = SYNTAX.matcher(text);
        return parts.matches()
                ? Optional.of(new StateMachineArn(text, new AwsPlace(parts.group("partition"), parts.group("region"))))
                : Optional.empty();
    }

    /**
     * Reads the value of {@code --state-machine}.
     *
     * @throws Failure if it is not the ARN of a state machine, or if its region is not in its partition
     */
    public static StateMachineArn ofOption(String text) {
        StateMachineArn arn = parse(text)
                .orElseThrow(() -> Failure.wrongUse("--state-machine: must be the ARN of a state machine, got \""
                        + OneLine.of(text) + "\". See aws stepfunctions list-state-machines, or use --stack."));
        AwsPlace possible = AwsPlace.ofRegion(arn.region());
        if (!possible.equals(arn.place)) {
            throw Failure.wrongUse("--state-machine: must begin with arn:" + possible.partition() + ":, since "
                    + arn.region() + " is a region of that partition, got " + text
                    + ". Correct the ARN: see aws stepfunctions list-state-machines.");
        }
        return arn;
    }

    /** The region of the state machine. */
    public String region() {
        return place.region();
    }
}
