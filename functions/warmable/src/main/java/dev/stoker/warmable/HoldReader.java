// SPDX-License-Identifier: Apache-2.0
package dev.stoker.warmable;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Reads the three numbers and the priming event of a warm event. It does not use a JSON library, because every cold start would
 * load the library.
 *
 * <p>It reads the value of {@code "stoker"} and stops, because the target's own payload follows. It is strict with the
 * three numbers and lenient with everything that it skips.
 */
final class HoldReader {
    /** The version of the protocol that this library implements. */
    static final int VERSION = 1;

    /** No integer above this is exact in every JSON tool. Source: RFC 8259, section 6. */
    private static final double LARGEST_NUMBER = 9_007_199_254_740_991.0;

    /** No valid number needs more characters. Longer numbers are not parsed. */
    private static final int LONGEST_TOKEN = 40;

    private final InputStream event;
    private int current;
    private double version = Double.NaN;
    private double holdUntil = Double.NaN;
    private double holdMillis = Double.NaN;
    private String primingEvent = "";
    private @Nullable ByteArrayOutputStream copy; // receives the bytes of the priming event while it is skipped

    private HoldReader(InputStream event) {
        this.event = event;
    }

    /**
     * Reads the value after the colon of {@code "stoker"}.
     *
     * @return {@link HoldRequest#NONE} if it cannot be read, is malformed, has another version, or has invalid numbers
     */
    static HoldRequest read(InputStream event) {
        try {
            return new HoldReader(event).request();
        } catch (IOException unreadable) {
            return HoldRequest.NONE;
        }
    }

    private HoldRequest request() throws IOException {
        boolean wellFormed =
                token() == '{' && members(false) && version == VERSION && isUsable(holdUntil) && isUsable(holdMillis);
        return wellFormed ? new HoldRequest((long) holdUntil, (long) holdMillis, primingEvent) : HoldRequest.NONE;
    }

    private static boolean isUsable(double number) {
        return number >= 0 && number <= LARGEST_NUMBER;
    }

    /** Reads the members of the warm event, or of its {@code prime}, from the opening brace to the closing one. */
    private boolean members(boolean ofPrime) throws IOException {
        if (token() == '}') {
            return true;
        }
        while (member(ofPrime)) {
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
    private boolean member(boolean ofPrime) throws IOException {
        if (current != '"') {
            return false;
        }
        String key = string();
        if (token() != ':') {
            return false;
        }
        token();
        if (ofPrime) {
            primeMember(key);
        } else {
            requestMember(key);
        }
        return true;
    }

    private void requestMember(String key) throws IOException {
        switch (key) {
            case "version" -> version = number();
            case "holdUntil" -> holdUntil = number();
            case "holdMillis" -> holdMillis = number();
            case "prime" -> prime();
            default -> skipValue();
        }
    }

    /** Reads an object whose member {@code event} is an object. Anything else requests no priming. */
    private void prime() throws IOException {
        primingEvent = "";
        if (current == '{' && members(true)) {
            token();
        } else {
            skipValue();
        }
    }

    private void primeMember(String key) throws IOException {
        if (!key.equals("event")) {
            skipValue();
            return;
        }
        boolean isObject = current == '{';
        ByteArrayOutputStream value = new ByteArrayOutputStream();
        value.write(current);
        copy = value;
        skipValue();
        copy = null;
        String copied = value.toString(StandardCharsets.UTF_8);
        int end = copied.lastIndexOf('}', copied.length() - 2); // the comma or the brace after the value was read too
        primingEvent = isObject && end > 0 ? copied.substring(0, end + 1) : "";
    }

    /** Returns NaN if the value is not a JSON number or is too long. */
    private double number() throws IOException {
        StringBuilder text = new StringBuilder();
        while (isPartOfNumber(current) && text.length() < LONGEST_TOKEN) {
            text.append((char) current);
            current = next();
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

    /** Skips a value of any size and nesting, without recursion; ends at the comma or the brace after it. */
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

    /**
     * Reads to the closing quote, and keeps no more characters than a key needs. If the text ends before the quote,
     * {@link #current} is negative.
     */
    private String string() throws IOException {
        StringBuilder text = new StringBuilder();
        for (current = next(); current != '"'; current = next()) {
            if (current == '\\') {
                current = next();
            }
            if (current < 0) {
                break;
            }
            if (text.length() < LONGEST_TOKEN) {
                text.append((char) current);
            }
        }
        return text.toString();
    }

    private int token() throws IOException {
        current = next();
        skipWhiteSpace();
        return current;
    }

    private void skipWhiteSpace() throws IOException {
        while (WarmEvent.isWhiteSpace(current)) {
            current = next();
        }
    }

    private int next() throws IOException {
        int c = event.read();
        if (copy != null && c >= 0) {
            copy.write(c);
        }
        return c;
    }
}
