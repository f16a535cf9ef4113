// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.lambda.runtime;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The bytes of an event, an answer or a log; as a rule the UTF-8 of JSON. Immutable as long as nobody changes the array. */
public final class Payload {
    /** No bytes at all. */
    public static final Payload EMPTY = new Payload(new byte[0]);

    private final byte[] bytes;

    private Payload(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Takes the array as it is, without a copy. */
    public static Payload of(byte[] bytes) {
        return new Payload(bytes);
    }

    /** The UTF-8 of a text. */
    public static Payload of(String text) {
        return new Payload(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The bytes, not copied: do not change them. */
    public byte[] bytes() {
        return bytes;
    }

    /** Number of bytes. */
    public int size() {
        return bytes.length;
    }

    /** The bytes read as UTF-8. */
    public String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** The last bytes of it, all if there are fewer. */
    public Payload last(int most) {
        return bytes.length <= most ? this : new Payload(Arrays.copyOfRange(bytes, bytes.length - most, bytes.length));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Payload payload && Arrays.equals(bytes, payload.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return text();
    }
}
