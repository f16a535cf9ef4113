// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.aws;

import dev.stoker.cli.input.Problems;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a function in a form that Lambda accepts.
 *
 * @param unqualified name, partial ARN or ARN, without alias and version
 * @param place the place in the ARN; empty for other names
 * @param qualifier alias or version; empty for none
 */
public record FunctionName(String unqualified, Optional<AwsPlace> place, Optional<String> qualifier) {
    /** The three ways to name a function. Source: Lambda API reference, "GetFunction", read 2026-11. */
    private static final Pattern SYNTAX = Pattern.compile(
            "(?<function>(?:arn:(?<partition>[a-z-]+):lambda:(?<region>[a-z0-9-]+):)?"
                    + "(?:\\d{12}:)?(?:function:)?[A-Za-z0-9_-]{1,64})(?::(?<qualifier>\\$LATEST|[A-Za-z0-9_-]{1,128}))?");

    private static final String BEFORE_NAME = "function:";

    /** Parses a name. Empty if it is invalid. */
    public static Optional<FunctionName> parse(String text) {
        Matcher parts = SYNTAX.matcher(text);
        return parts.matches()
                ? Optional.of(new FunctionName(
                        parts.group("function"),
                        Optional.ofNullable(parts.group("region"))
                                .map(region -> new AwsPlace(parts.group("partition"), region)),
                        Optional.ofNullable(parts.group("qualifier"))))
                : Optional.empty();
    }

    /** Parses the name that an option gives. If it is invalid, adds a problem. */
    public static Optional<FunctionName> parse(String option, String text, Problems problems) {
        Optional<FunctionName> name = parse(text);
        if (name.isEmpty()) {
            problems.add(
                    option, "must be a name, partial ARN or ARN of a function", text, "See aws lambda list-functions.");
        }
        return name;
    }

    /** The name as a text. */
    public String text() {
        return qualifier.map(alias -> unqualified + ":" + alias).orElse(unqualified);
    }

    /** The function's name alone, without the place, alias and version. */
    public String name() {
        return unqualified.replaceFirst(".*:", "");
    }

    /** The function without alias and version. */
    public FunctionName withoutQualifier() {
        return new FunctionName(unqualified, place, Optional.empty());
    }

    /** Whether the name has an alias (and not a version). */
    public boolean hasAlias() {
        return qualifier.filter(name -> !name.matches("\\$LATEST|[0-9]+")).isPresent();
    }

    /** The short name for messages: an ARN without the part before the function's name. */
    public static String shortOf(String function) {
        int before = function.startsWith("arn:") ? function.indexOf(BEFORE_NAME) : -1;
        return before < 0 ? function : function.substring(before + BEFORE_NAME.length());
    }
}
