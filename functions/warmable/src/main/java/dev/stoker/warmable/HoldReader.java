// SPDX-License-Identifier: Apache-2.0
package dev.stoker.warmable;

import java.io.IOException;
import java.io.InputStream;

/**
 * Reads the three numbers that matter out of a warm event: a reader of its own, because a JSON library would be loaded in
 * every cold start.
 *
 * <p>It reads the value of {@code "stoker"} and stops: what follows is a target's own payload. It is strict where it
 * matters, with the three numbers, and lenient in what it skips.
 */
final class HoldReader {
    /** The version of the warm event that this library speaks. */
    static final int VERSION = 1;

    /** No integer above this is exact in every JSON tool. Source: RFC 8259, section 6. */
    private static final double LARGEST_NUMBER = 9_007_199_254_740_991.0;

    /** Longer than any number within the largest needs to be, so that no number of a megabyte is parsed. */
    private static final int LONGEST_TOKEN = 40;

    private final InputStream event;
    private int current;
    private double version = Double.NaN;
    private double holdUntil = Double.NaN;
    private double holdMillis = Double.NaN;

    private HoldReader(InputStream event) {
        this.event = event;
    }

    /**
     * Reads on from the colon after {@code "stoker"}.
     *
     * @return {@link HoldRequest#NONE} if it cannot be read, is malformed, of another version, or absurd
     */
    static HoldRequest read(InputStream event) {
        try {
            return new HoldReader(event).request();
        } catch (IOException unreadable) {
            return HoldRequest.NONE;
        }
    }

    private HoldRequest request() throws IOException {
        boolean wellFormed = object() && version == VERSION && isUsable(holdUntil) && isUsable(holdMillis);
        return wellFormed ? new HoldRequest((long) holdUntil, (long) holdMillis) : HoldRequest.NONE;
    }

    private static boolean isUsable(double number) {
        return number >= 0 && number <= LARGEST_NUMBER;
    }

    private boolean object() throws IOException {
        if (token() != '{') {
            return false;
        }
        if (token() == '}') {
            return true;
        }
        while (member()) {
            if (current == '}') {
                return true;
            }
            if (current != ',') {
                return false;
            }
            token();
        }
        return false;
    }

    /** Reads a key and its value; ends at the comma or the brace after it. */
    private boolean member() throws IOException {
        if (current != '"') {
            return false;
        }
        String key = string();
        if (key == null || token() != ':') {
            return false;
        }
        token();
        switch (key) {
            case "version" -> version = number();
            case "holdUntil" -> holdUntil = number();
            case "holdMillis" -> holdMillis = number();
            default -> skipValue();
        }
        return true;
    }

    /** Not a number, as a Java value, if the value is anything but a JSON number of bearable length. */
    private double number() throws IOException {
        StringBuilder text = new StringBuilder();
        while (isPartOfNumber(current) && text.length() < LONGEST_TOKEN) {
            text.append((char) current);
            current = event.read();
        }
        skipWhiteSpace();
        try {
            return Double.parseDouble(text.toString());
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    private static boolean isPartOfNumber(int c) {
        return (c >= '0' && c <= '9') || c == '-' || c == '+' || c == '.' || c == 'e' || c == 'E';
    }

    /** Passes over a value of any size and nesting, without recursion; ends at the comma or the brace after it. */
    private void skipValue() throws IOException {
        int depth = 0;
        while (current >= 0 && (depth > 0 || (current != ',' && current != '}'))) {
            if (current == '"') {
                string();
            } else if (current == '{' || current == '[') {
                depth++;
            } else if (current == '}' || current == ']') {
                depth--;
            }
            token();
        }
    }

    /** Reads to the closing quote; keeps no more than a key's worth. Null if the text ends before. */
    private String string() throws IOException {
        StringBuilder text = new StringBuilder();
        for (current = event.read(); current != '"'; current = event.read()) {
            if (current == '\\') {
                current = event.read();
            }
            if (current < 0) {
                return null;
            }
            if (text.length() < LONGEST_TOKEN) {
                text.append((char) current);
            }
        }
        return text.toString();
    }

    private int token() throws IOException {
        current = event.read();
        skipWhiteSpace();
        return current;
    }

    private void skipWhiteSpace() throws IOException {
        while (WarmEvent.isWhiteSpace(current)) {
            current = event.read();
        }
    }
}
