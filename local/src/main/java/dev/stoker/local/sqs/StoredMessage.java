// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.sqs;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/** A message in a queue with its receive count. All its attributes are texts. */
final class StoredMessage {
    private static final String RECEIPT = "receipt-";

    private final String id;
    private final long sentAt;
    private final String body;
    private final SortedMap<String, String> attributes;
    private int receives;
    private long firstReceivedAt;
    private long hiddenUntil;

    /**
     * Creates a message that was not received yet.
     *
     * @param queue the queue's ARN
     * @param number the number of the message in its queue, which determines its ID
     * @param sentAt milliseconds since the epoch
     */
    StoredMessage(String queue, long number, long sentAt, String body, Map<String, String> attributes) {
        this.id = UUID.nameUUIDFromBytes((queue + " " + number).getBytes(StandardCharsets.UTF_8))
                .toString();
        this.sentAt = sentAt;
        this.body = body;
        this.attributes = new TreeMap<>(attributes);
    }

    String id() {
        return id;
    }

    long sentAt() {
        return sentAt;
    }

    String body() {
        return body;
    }

    SortedMap<String, String> attributes() {
        return attributes;
    }

    int receives() {
        return receives;
    }

    /** When it was first received, milliseconds since the epoch; 0 if it was not. */
    long firstReceivedAt() {
        return firstReceivedAt;
    }

    boolean isVisible(long now) {
        return hiddenUntil <= now;
    }

    void received(long now, int hiddenSeconds) {
        receives++;
        firstReceivedAt = receives == 1 ? now : firstReceivedAt;
        hiddenUntil = now + hiddenSeconds * 1000L;
    }

    /** The latest receipt handle. */
    String receipt() {
        return RECEIPT + receives + "-" + id;
    }

    /** The message ID in a receipt handle, if it is valid. */
    static Optional<String> idOf(String receipt) {
        return receipt.matches(RECEIPT + "\\d+-[0-9a-f-]{36}")
                ? Optional.of(receipt.substring(receipt.length() - 36))
                : Optional.empty();
    }

    String md5OfBody() {
        return md5(body.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The MD5 digest of attributes: each name, type and value after its length, in the order of the names. Source: SQS
     * developer guide, "Calculating the MD5 message digest for message attributes".
     */
    static String md5(SortedMap<String, String> attributes) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        attributes.forEach((name, value) -> {
            add(bytes, name);
            add(bytes, "String");
            bytes.write(1); // a text, and no bytes
            add(bytes, value);
        });
        return md5(bytes.toByteArray());
    }

    private static void add(ByteArrayOutputStream bytes, String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        bytes.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(utf8.length).array());
        bytes.writeBytes(utf8);
    }

    private static String md5(byte[] bytes) {
        try {
            return String.format(
                    Locale.ROOT,
                    "%032x",
                    new BigInteger(1, MessageDigest.getInstance("MD5").digest(bytes)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has MD5", e);
        }
    }
}
