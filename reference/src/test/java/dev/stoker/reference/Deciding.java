// SPDX-License-Identifier: Apache-2.0
package dev.stoker.reference;

import java.util.regex.Pattern;

/**
 * Which expressions decide something, and so need a table: those with more than one step.
 *
 * <p>A step is an operator, a choice by {@code ?}, a filter, an order or the call of a function. Reading a member,
 * naming a value, and writing an array or an object are none. So {@code $sum([0, $states.input.failed])} needs no
 * table: nothing is in it that whole cycles do not show.
 */
final class Deciding {

    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);

    private static final Pattern TEXT = Pattern.compile("'[^']*'");

    private static final Pattern REGULAR_EXPRESSION = Pattern.compile("/[^ \\n][^\\n]*?/(?=[,);])");

    private static final Pattern NAMING = Pattern.compile(":=");

    private static final Pattern STEP = Pattern.compile(
            "\\?|!=|<=|>=|[=<>+*&%]|(?<=\\s)[-/](?=\\s)" + "|\\b(?:and|or|in)\\b|\\$\\w+\\(|(?<=[\\w)\\]])\\[|\\^\\(");

    private Deciding() {}

    static boolean decides(String expression) {
        String bare = COMMENT.matcher(expression).replaceAll("");
        bare = TEXT.matcher(bare).replaceAll("''");
        bare = REGULAR_EXPRESSION.matcher(bare).replaceAll("''");
        bare = NAMING.matcher(bare).replaceAll("");
        return STEP.matcher(bare).results().count() > 1;
    }
}
