// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.states.jsonata;

import com.dashjoin.jsonata.JException;
import dev.stoker.local.states.jsonata.Expression.QueryFailed;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * JSONata's code and message for an error, also if the library has no code and only a message of Java.
 *
 * <p>Source of codes and sentences: JSONata 2.0.6, errorCodes. The library's copy of the messages contains "Object"
 * instead of the reference's "function", and puts every value in quotes instead of writing it as JSON.
 */
final class ErrorWords {

    private static final Pattern CODE = Pattern.compile("[A-Z]\\d{4}");

    /** A placeholder in the library's messages while they are converted. */
    private static final String FIRST = "\0first";

    private static final String SECOND = "\0second";

    /** The text for a value that the library's message does not contain. */
    private static final String UNKNOWN = "?";

    /** The library's messages without a code. The groups are the values of the message. */
    private static final List<Rule> RULES = List.of(
            new Rule("T0410", "^Argument error calling function (\\w+)"),
            new Rule("D3140", "^URLDecoder: |^Malformed URL"),
            new Rule("D3131", "all digits must be from the same decimal group"),
            new Rule("D3130", "integer as a sequence starting with \"?(.+?)\"? is not supported"),
            new Rule("D3132", "^Unknown component specifier (.*) in date/time picture string"),
            new Rule("D3133", "can only be applied to months and days in the date/time picture string, not (.*)"),
            new Rule("D3134", "^The timezone integer format specifier"),
            new Rule("D3135", "^No matching closing bracket"),
            new Rule("D3136", "missing specifiers required to parse the timestamp"),
            new Rule("D3110", "^Text '(.*)' could not be parsed at index"),
            new Rule("D3089", "must not contain two adjacent instances of the 'grouping-separator'"),
            new Rule("D3092", "'percent' or 'per-mille' character must not contain"),
            new Rule("S0106", "^String index out of range"),
            new Rule("S0401", "^Type parameters can only be applied"),
            new Rule("S0402", "^Choice groups containing parameterized types"));

    private ErrorWords() {}

    /**
     * A message of the library.
     *
     * @param code JSONata's code
     * @param words the pattern of the message
     */
    private record Rule(String code, Pattern words) {
        Rule(String code, String words) {
            this(code, Pattern.compile(words));
        }
    }

    static QueryFailed of(Throwable thrown) {
        if (thrown instanceof StackOverflowError) {
            return new QueryFailed(null, Bounds.DEPTH);
        }
        if (thrown instanceof JException e && CODE.matcher(e.getError()).matches()) {
            return new QueryFailed(e.getError(), sentence(e.getError(), e.getCurrent(), e.getExpected()));
        }
        String words = words(thrown);
        for (Rule rule : RULES) {
            Matcher matcher = rule.words().matcher(words);
            if (matcher.find()) {
                Object value = matcher.groupCount() > 0 ? matcher.group(1) : UNKNOWN;
                return new QueryFailed(rule.code(), sentence(rule.code(), value, value));
            }
        }
        return new QueryFailed(null, words);
    }

    /** The original message: the library wraps errors in others whose message is the class name of the original. */
    private static String words(Throwable thrown) {
        if (thrown instanceof JException e) {
            return e.getError();
        }
        String message = String.valueOf(thrown.getMessage());
        return thrown.getCause() != null && message.equals(thrown.getCause().toString())
                ? words(thrown.getCause())
                : message;
    }

    private static String sentence(String code, @Nullable Object first, @Nullable Object second) {
        if (code.equals("T0410") && !(first instanceof Number)) {
            return "An argument of function " + value(first) + " does not match function signature";
        }
        String filled = JException.msg(code, -1, FIRST, SECOND);
        return filled.equals(FIRST)
                ? String.valueOf(first)
                : filled.replace("Object", "function")
                        .replace("{\"" + FIRST + "\"}", String.valueOf(first))
                        .replace("\"" + FIRST + "\"", value(first))
                        .replace("\"" + SECOND + "\"", value(second));
    }

    private static String value(@Nullable Object value) {
        try {
            return Json.text(Json.freeze(value));
        } catch (Json.Unsupported e) {
            return value instanceof Number number ? number.toString() : UNKNOWN;
        }
    }
}
