// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.aws;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The ARN of a state machine, perhaps with a version or an alias.
 *
 * @param text as AWS takes it
 * @param region where the machine lives
 */
public record StateMachineArn(String text, String region) {
    private static final Pattern SYNTAX =
            Pattern.compile("arn:[a-z-]+:states:(?<region>[a-z0-9-]+):\\d{12}:stateMachine:[^\\s:]+(?::[^\\s:]+)?");

    /** Reads an ARN; nothing if it is none. */
    public static Optional<StateMachineArn> parse(String text) {
        Matcher parts = SYNTAX.matcher(text);
        return parts.matches() ? Optional.of(new StateMachineArn(text, parts.group("region"))) : Optional.empty();
    }
}
