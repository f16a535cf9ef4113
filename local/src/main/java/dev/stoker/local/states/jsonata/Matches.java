// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.states.jsonata;

import static java.util.Objects.requireNonNull;

import com.dashjoin.jsonata.JException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Iterates over the matches of a regular expression, or of a function used instead of one, as JSONata 2.0.6 does. An
 * empty match after the first one is error D1004, because the iteration would not advance.
 */
final class Matches {

    private final Object pattern;
    private final String text;
    private final @Nullable Matcher matcher;
    private @Nullable Map<?, ?> match;

    Matches(Object pattern, String text) {
        this.pattern = pattern;
        this.text = text;
        this.matcher = pattern instanceof Pattern regex ? regex.matcher(new CountedText(text)) : null;
    }

    /** Goes to the next match, if there is one. */
    boolean next() {
        boolean first = match == null;
        match = matcher == null ? ofFunction(first) : ofRegex(matcher, first);
        return match != null;
    }

    private @Nullable Map<?, ?> ofRegex(Matcher matcher, boolean first) {
        int from = first ? 0 : end();
        if ((!first && from >= text.length()) || !matcher.find(from)) {
            return null;
        }
        if (!first && matcher.group().isEmpty()) {
            throw new JException("D1004", -1);
        }
        Map<String, Object> found = new LinkedHashMap<>();
        found.put("match", matcher.group());
        found.put("start", matcher.start());
        found.put("end", matcher.end());
        List<Object> groups = new ArrayList<>();
        for (int i = 1; i <= matcher.groupCount(); i++) {
            groups.add(matcher.group(i));
        }
        found.put("groups", groups);
        return found;
    }

    private @Nullable Map<?, ?> ofFunction(boolean first) {
        Object found = first
                ? JsonataFunctions.call(pattern, text)
                : JsonataFunctions.call(description().get("next"));
        if (found == null) {
            return null;
        }
        boolean complete = found instanceof Map<?, ?> object
                && object.get("start") instanceof Number
                && object.get("end") instanceof Number
                && object.get("groups") instanceof List
                && object.get("next") != null
                && JsonataFunctions.isFunction(object.get("next"));
        if (!complete) {
            throw new JException("T1010", -1);
        }
        return (Map<?, ?>) found;
    }

    int start() {
        return ((Number) required("start")).intValue();
    }

    int end() {
        return ((Number) required("end")).intValue();
    }

    /** The text of the match; null if a function used as a pattern gives none. */
    @Nullable
    Object text() {
        return description().get("match");
    }

    /** The values of the groups; null for a group that did not match. */
    List<?> groups() {
        return (List<?>) required("groups");
    }

    /** The match, as it is passed to a function. */
    Map<?, ?> description() {
        return requireNonNull(match, "next() found a match");
    }

    private Object required(String member) {
        return requireNonNull(description().get(member), member);
    }

    /** A text that counts how often its characters are looked at: a regular expression may look at them for ever. */
    private record CountedText(String text) implements CharSequence {
        @Override
        public char charAt(int index) {
            Bounds.count(1);
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.substring(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
