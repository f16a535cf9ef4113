// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.targets;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stoker.cli.aws.FunctionName;
import dev.stoker.cli.input.CycleLimits;
import dev.stoker.cli.output.Json;
import dev.stoker.cli.output.OneLine;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A function to keep warm, as its tag says.
 *
 * @param arn its ARN, without alias and version
 * @param qualifier the alias or version that users call; empty for none
 * @param concurrency environments to keep warm, 1 to {@link CycleLimits#MOST_ENVIRONMENTS}
 */
record TaggedTarget(String arn, Optional<String> qualifier, long concurrency) {
    /** A qualifier as Lambda allows it, without $LATEST: a tag cannot contain a dollar sign. */
    private static final Pattern VALUE =
            Pattern.compile("(?:(?<qualifier>[A-Za-z0-9_-]{1,128}):)?(?<concurrency>[1-9][0-9]{0,4})");

    /** Reads the value of a tag, such as {@code 20} or {@code live:20}. Empty if it is invalid. */
    static Optional<TaggedTarget> of(String arn, String value) {
        Matcher parts = VALUE.matcher(value.strip());
        if (!parts.matches() || Integer.parseInt(parts.group("concurrency")) > CycleLimits.MOST_ENVIRONMENTS) {
            return Optional.empty();
        }
        return Optional.of(new TaggedTarget(
                arn, Optional.ofNullable(parts.group("qualifier")), Long.parseLong(parts.group("concurrency"))));
    }

    /** The problem of a tag that {@link #of} does not read. */
    static String problem(String arn, String tag, String value) {
        return FunctionName.shortOf(arn) + ": tag " + OneLine.of(tag) + ": must be a whole number from 1 to "
                + CycleLimits.MOST_ENVIRONMENTS_TEXT + ", or ALIAS:NUMBER such as live:20, got \"" + OneLine.of(value)
                + "\". Correct it: aws lambda tag-resource --resource " + arn + " --tags \"" + OneLine.of(tag)
                + "=20\"";
    }

    /** The ARN that users call. */
    String called() {
        return qualifier.map(name -> arn + ":" + name).orElse(arn);
    }

    /** The name for people, such as {@code orders:live}. */
    String name() {
        return FunctionName.shortOf(called());
    }

    /** The target in the input of an execution. */
    ObjectNode json() {
        return Json.object().put("function", called()).put("concurrency", concurrency);
    }
}
