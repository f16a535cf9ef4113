// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.lambda;

import dev.stoker.local.account.Account;
import dev.stoker.local.account.AwsError;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A reference to a function: a name, partial ARN or ARN, with an optional qualifier.
 *
 * @param name the function's name
 * @param qualifier a version or an alias; empty if there is none
 */
record FunctionRef(String name, Optional<String> qualifier) {
    /** Source: Lambda API reference, Invoke, FunctionName. */
    private static final Pattern FORM = Pattern.compile(
            "(?:arn:aws[a-zA-Z-]*:lambda:(?<region>[a-z0-9-]+):)?"
                    + "(?:(?<account>\\d{12}):)?(?:function:)?(?<name>[a-zA-Z0-9-_]{1,64})(?::(?<qualifier>\\$LATEST|[a-zA-Z0-9-_]+))?");

    /**
     * Parses a reference whose qualifier, if there is one, is in the text.
     *
     * @throws AwsError if the name is invalid
     */
    static FunctionRef parse(String text, Account account) {
        return parse(text, Optional.empty(), account);
    }

    /**
     * Parses a reference whose qualifier may be in two places.
     *
     * @param qualifier the separate qualifier, if there is one
     * @throws AwsError if the name is invalid, or if the qualifiers differ
     */
    static FunctionRef parse(String text, Optional<String> qualifier, Account account) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new AwsError(
                    "ValidationException",
                    400,
                    "1 validation error detected: Value '" + text
                            + "' at 'functionName' failed to satisfy constraint: Member must satisfy regular expression"
                            + " pattern: " + FORM);
        }
        boolean elsewhere =
                differs(form.group("region"), account.region()) || differs(form.group("account"), account.id());
        if (elsewhere) {
            throw Refusals.functionNotFound(text);
        }
        Optional<String> own = Optional.ofNullable(form.group("qualifier"));
        if (own.isPresent() && qualifier.isPresent() && !own.equals(qualifier)) {
            throw Refusals.invalid(
                    "The derived qualifier from the function name does not match the specified qualifier.");
        }
        return new FunctionRef(form.group("name"), own.or(() -> qualifier));
    }

    private static boolean differs(@Nullable String given, String own) {
        return given != null && !given.equals(own);
    }
}
