// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.states.jsonata;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Writes values as compact JSON text. */
final class JsonWriter {

    private static final String HEX = "0123456789abcdef";

    private final StringBuilder out;
    private final Function<Number, String> numbers;
    /** The beginning of each line within an array or object; null to write everything on one line. */
    private @Nullable String newLine;

    private JsonWriter(StringBuilder out, Function<Number, String> numbers, @Nullable String newLine) {
        this.out = out;
        this.numbers = numbers;
        this.newLine = newLine;
    }

    static void write(Object value, StringBuilder out) {
        new JsonWriter(out, Numbers::text, null).write(value);
    }

    /** As {@code $string} writes: numbers with at most 15 digits, functions as empty strings. */
    static String stringify(Object value) {
        return stringify(value, null);
    }

    /** The same on several lines, indented by two spaces. */
    static String prettify(Object value) {
        return stringify(value, "\n");
    }

    private static String stringify(Object value, @Nullable String newLine) {
        StringBuilder out = new StringBuilder();
        new JsonWriter(out, Numbers::roundedText, newLine).write(value);
        return out.toString();
    }

    /** The length of a null, boolean, number or string as JSON text in UTF-8. */
    static int scalarSize(Object value) {
        if (value instanceof Integer small && small >= 0 && small < 10) {
            return 1;
        }
        if (value instanceof String string) {
            return stringSize(string);
        }
        StringBuilder text = new StringBuilder();
        write(value, text);
        return text.length();
    }

    private static int stringSize(String string) {
        int size = 2;
        for (int i = 0; i < string.length(); i++) {
            char c = string.charAt(i);
            if (c < ' ') {
                size += shortEscape(c) == 0 ? 6 : 2;
            } else if (c < 0x80) {
                size += c == '"' || c == '\\' ? 2 : 1;
            } else if (c < 0x800 || Character.isSurrogate(c)) {
                size += 2; // a pair of surrogates is one character of four bytes
            } else {
                size += 3;
            }
        }
        return size;
    }

    private void write(@Nullable Object value) {
        if (value instanceof String string) {
            string(string);
        } else if (value instanceof Number number) {
            out.append(numbers.apply(number));
        } else if (value instanceof List<?> list) {
            array(list);
        } else if (value instanceof Map<?, ?> map) {
            object(map);
        } else if (value == null || value == Json.NULL) {
            out.append("null");
        } else if (value instanceof Boolean) {
            out.append(value);
        } else {
            out.append("\"\""); // a function; only $string comes here with one
        }
    }

    private void array(List<?> list) {
        out.append('[');
        String outside = indent(list.isEmpty());
        boolean first = true;
        for (Object element : list) {
            separate(first);
            first = false;
            write(element);
        }
        outdent(outside);
        out.append(']');
    }

    private void object(Map<?, ?> map) {
        out.append('{');
        String outside = indent(map.isEmpty());
        boolean first = true;
        for (Map.Entry<?, ?> member : map.entrySet()) {
            separate(first);
            first = false;
            string((String) member.getKey());
            out.append(newLine == null ? ":" : ": ");
            write(member.getValue());
        }
        outdent(outside);
        out.append('}');
    }

    /**
     * Indents by one level.
     *
     * @return the previous indentation, or null without lines
     */
    private @Nullable String indent(boolean empty) {
        if (newLine == null || empty) {
            return null;
        }
        String outside = newLine;
        newLine += "  ";
        return outside;
    }

    private void separate(boolean first) {
        if (!first) {
            out.append(',');
        }
        if (newLine != null) {
            out.append(newLine);
        }
    }

    private void outdent(@Nullable String outside) {
        if (outside != null) {
            newLine = outside;
            out.append(newLine);
        }
    }

    private void string(String string) {
        out.append('"');
        for (int i = 0; i < string.length(); i++) {
            char c = string.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c >= ' ') {
                out.append(c);
            } else if (shortEscape(c) != 0) {
                out.append('\\').append(shortEscape(c));
            } else {
                out.append("\\u00").append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
            }
        }
        out.append('"');
    }

    private static char shortEscape(char c) {
        return switch (c) {
            case '\b' -> 'b';
            case '\t' -> 't';
            case '\n' -> 'n';
            case '\f' -> 'f';
            case '\r' -> 'r';
            default -> 0;
        };
    }
}
