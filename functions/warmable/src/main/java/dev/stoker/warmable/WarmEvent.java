// SPDX-License-Identifier: Apache-2.0
package dev.stoker.warmable;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Distinguishes a warm event from a user's event by its first bytes: <code>&#123;"stoker":</code>, ignoring JSON white
 * space.
 */
public final class WarmEvent {
    private static final OutputStream NOWHERE = OutputStream.nullOutputStream();
    private static final byte[] KEY = "\"stoker\"".getBytes(StandardCharsets.US_ASCII);

    private WarmEvent() {}

    /**
     * The same as {@link #opens(InputStream, OutputStream)}, for a stream that can be read again.
     *
     * @param event read from its current position
     * @throws IOException if the event cannot be read
     */
    public static boolean opens(InputStream event) throws IOException {
        return opens(event, NOWHERE);
    }

    /**
     * Reads only as far as necessary: up to the colon of a warm event, or up to the first different byte of a user's
     * event.
     *
     * @param event read from its current position
     * @param seen receives the bytes that were read
     * @throws IOException if the event cannot be read
     */
    public static boolean opens(InputStream event, OutputStream seen) throws IOException {
        if (afterWhiteSpace(event, seen) != '{' || afterWhiteSpace(event, seen) != KEY[0]) {
            return false;
        }
        for (int i = 1; i < KEY.length; i++) {
            if (next(event, seen) != KEY[i]) {
                return false;
            }
        }
        return afterWhiteSpace(event, seen) == ':';
    }

    /** The white space of JSON. Source: RFC 8259, section 2. */
    static boolean isWhiteSpace(int c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r';
    }

    private static int afterWhiteSpace(InputStream event, OutputStream seen) throws IOException {
        int c = next(event, seen);
        while (isWhiteSpace(c)) {
            c = next(event, seen);
        }
        return c;
    }

    private static int next(InputStream event, OutputStream seen) throws IOException {
        int c = event.read();
        if (c >= 0) {
            seen.write(c);
        }
        return c;
    }
}
