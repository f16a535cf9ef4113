// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.states.jsonata;

import com.dashjoin.jsonata.JException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code $replace}, as in JSONata 2.0.6. The library's own implementation loses the codes of errors and the limit of
 * functions.
 */
final class ReplaceFunction {

    private ReplaceFunction() {}

    static @Nullable Object replace(List<?> args) {
        String text = (String) JsonataFunctions.argument(args, 0);
        if (text == null) {
            return null;
        }
        Object pattern = args.get(1);
        if ("".equals(pattern)) {
            throw new JException("D3010", -1);
        }
        int limit = TextFunctions.limit(args, 3, "D3011");
        Object replacement = args.get(2);
        return pattern instanceof String part
                ? replaceText(text, part, replacement, limit)
                : replaceMatches(text, new Matches(pattern, text), replacement, limit);
    }

    private static String replaceText(String text, String part, Object replacement, int limit) {
        if (!(replacement instanceof String with)) {
            throw new JException("D3012", -1, replacement);
        }
        StringBuilder result = new StringBuilder();
        int position = 0;
        int found = text.indexOf(part);
        for (int count = 0; found >= 0 && count < limit; count++) {
            result.append(text, position, found).append(with);
            position = found + part.length();
            found = text.indexOf(part, position);
        }
        return result.append(text.substring(position)).toString();
    }

    private static String replaceMatches(String text, Matches matches, Object replacement, int limit) {
        StringBuilder result = new StringBuilder();
        int position = 0;
        for (int count = 0; count < limit && matches.next(); count++) {
            result.append(text, position, matches.start());
            Object with = replacement instanceof String template
                    ? fillIn(template, matches)
                    : JsonataFunctions.call(replacement, matches.description());
            if (!(with instanceof String)) {
                throw new JException("D3012", -1, with);
            }
            result.append(with);
            position = matches.end();
        }
        return result.append(text.substring(position)).toString();
    }

    /** Replaces {@code $1} and so on by the groups, {@code $0} by the whole match, and {@code $$} by a dollar. */
    private static String fillIn(String template, Matches matches) {
        StringBuilder result = new StringBuilder();
        List<?> groups = matches.groups();
        int position = 0;
        int dollar = template.indexOf('$');
        while (dollar >= 0) {
            result.append(template, position, dollar);
            position = dollar + 1;
            if (template.startsWith("$", position)) {
                result.append('$');
                position++;
            } else if (template.startsWith("0", position)) {
                result.append(matches.text());
                position++;
            } else {
                String digits = groupNumber(template, position, groups.size());
                if (digits.isEmpty()) {
                    result.append('$');
                } else {
                    int group = Integer.parseInt(digits);
                    result.append(group <= groups.size() && groups.get(group - 1) != null ? groups.get(group - 1) : "");
                    position += digits.length();
                }
            }
            dollar = template.indexOf('$', position);
        }
        return result.append(template.substring(position)).toString();
    }

    /** As many digits as the number of groups has, or one less if they name a group that is not there. */
    private static String groupNumber(String template, int position, int groups) {
        int end = position;
        int most = String.valueOf(Math.max(1, groups)).length();
        while (end < template.length() && end - position < most && Character.isDigit(template.charAt(end))) {
            end++;
        }
        String digits = template.substring(position, end);
        return digits.length() > 1 && Integer.parseInt(digits) > groups
                ? digits.substring(0, digits.length() - 1)
                : digits;
    }
}
