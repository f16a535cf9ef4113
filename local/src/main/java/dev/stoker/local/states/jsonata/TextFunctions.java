// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.states.jsonata;

import com.dashjoin.jsonata.JException;
import com.dashjoin.jsonata.Utils;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * JSONata's functions of texts where the library differs from the reference implementation, JSONata 2.0.6.
 *
 * <p>The library's {@code $string} does not escape quotes in names of members, writes 1e-7 as 0.0000001, and a function
 * as two quotes. Its functions of regular expressions continue after an empty match, and lose the codes of errors.
 */
final class TextFunctions {

    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]+(\\.[0-9]+)?([Ee][-+]?[0-9]+)?");
    private static final Pattern OTHER_BASE = Pattern.compile("0([xX][0-9A-Fa-f]+|[oO][0-7]+|[bB][01]+)");

    private TextFunctions() {}

    static @Nullable Object string(List<?> args) {
        Object value = JsonataFunctions.argument(args, 0);
        if (value instanceof Utils.JList<?> context && context.outerWrapper) {
            value = context.get(0);
        }
        if (value == null || value instanceof String) {
            return value;
        }
        if (JsonataFunctions.isFunction(value)) {
            return "";
        }
        if (value instanceof Double number && !Double.isFinite(number)) {
            throw new JException("D3001", -1, number);
        }
        boolean prettify = Boolean.TRUE.equals(JsonataFunctions.argument(args, 1));
        return prettify ? JsonWriter.prettify(value) : JsonWriter.stringify(value);
    }

    static @Nullable Object number(List<?> args) {
        Object value = JsonataFunctions.argument(args, 0);
        if (value == null || value instanceof Number) {
            return value;
        }
        if (value instanceof Boolean yes) {
            return yes ? 1 : 0;
        }
        String text = (String) value;
        if (DECIMAL.matcher(text).matches() && Double.isFinite(Double.parseDouble(text))) {
            return Numbers.normal(Double.parseDouble(text));
        }
        if (OTHER_BASE.matcher(text).matches()) {
            int base = switch (Character.toLowerCase(text.charAt(1))) {
                case 'x' -> 16;
                case 'o' -> 8;
                default -> 2;
            };
            return Numbers.normal(new BigInteger(text.substring(2), base).doubleValue());
        }
        throw new JException("D3030", -1, text);
    }

    /** The library's own implementation takes the length in UTF-16 units, and the positions in characters. */
    static @Nullable Object substring(List<?> args) {
        String text = (String) JsonataFunctions.argument(args, 0);
        Number from = (Number) JsonataFunctions.argument(args, 1);
        if (text == null || from == null) {
            return text;
        }
        int characters = text.codePointCount(0, text.length());
        double start = characters + from.doubleValue() < 0 ? 0 : from.doubleValue();
        int first = position(start < 0 ? characters + (long) start : start, characters);
        int last = characters;
        Number length = (Number) JsonataFunctions.argument(args, 2);
        if (length != null) {
            if (length.doubleValue() <= 0) {
                return "";
            }
            last = position((start < 0 ? characters : 0) + start + length.doubleValue(), characters);
        }
        return last <= first ? "" : text.substring(text.offsetByCodePoints(0, first), text.offsetByCodePoints(0, last));
    }

    private static int position(double number, int most) {
        return (int) Math.min(number, most);
    }

    /** The library's own implementation adds one character after another, and copies the whole text each time. */
    static @Nullable Object pad(List<?> args) {
        String text = (String) JsonataFunctions.argument(args, 0);
        Number width = (Number) JsonataFunctions.argument(args, 1);
        if (text == null || width == null) {
            return text;
        }
        String given = (String) JsonataFunctions.argument(args, 2);
        String filling = given == null || given.isEmpty() ? " " : given;
        long missing = Math.abs(width.longValue()) - text.codePointCount(0, text.length());
        if (missing <= 0) {
            return text;
        }
        if (missing > Bounds.MOST_BYTES) { // a character is a byte at least
            throw Bounds.memory();
        }
        int characters = filling.codePointCount(0, filling.length());
        int rest = filling.offsetByCodePoints(0, (int) (missing % characters));
        String padding = filling.repeat((int) (missing / characters)) + filling.substring(0, rest);
        return width.longValue() < 0 ? padding + text : text + padding;
    }

    static @Nullable Object contains(List<?> args) {
        String text = (String) JsonataFunctions.argument(args, 0);
        if (text == null) {
            return null;
        }
        Object token = args.get(1);
        return token instanceof String part ? text.contains(part) : new Matches(token, text).next();
    }

    static @Nullable Object match(List<?> args) {
        String text = (String) JsonataFunctions.argument(args, 0);
        if (text == null) {
            return null;
        }
        int limit = limit(args, 2, "D3040");
        List<Object> result = Utils.createSequence();
        Matches matches = new Matches(args.get(1), text);
        while (result.size() < limit && matches.next()) {
            Map<String, Object> match = new LinkedHashMap<>();
            match.put("match", matches.text());
            match.put("index", matches.start());
            match.put("groups", matches.groups());
            result.add(match);
        }
        return result;
    }

    static @Nullable Object split(List<?> args) {
        String text = (String) JsonataFunctions.argument(args, 0);
        if (text == null) {
            return null;
        }
        int limit = limit(args, 2, "D3020");
        Object separator = args.get(1);
        if (separator instanceof String) {
            return com.dashjoin.jsonata.Functions.split(text, separator, (Number) JsonataFunctions.argument(args, 2));
        }
        List<Object> parts = new ArrayList<>();
        Matches matches = new Matches(separator, text);
        int start = 0;
        while (parts.size() < limit && matches.next()) {
            parts.add(text.substring(start, matches.start()));
            start = matches.end();
        }
        if (parts.size() < limit) {
            parts.add(text.substring(start));
        }
        return parts;
    }

    /** The limit. A number that is not whole is rounded up, as in the reference's comparisons. */
    static int limit(List<?> args, int index, String code) {
        Number limit = (Number) JsonataFunctions.argument(args, index);
        if (limit == null) {
            return Integer.MAX_VALUE;
        }
        if (limit.doubleValue() < 0) {
            throw new JException(code, -1, limit);
        }
        return (int) Math.ceil(limit.doubleValue());
    }
}
