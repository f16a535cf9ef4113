// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.sqs;

import dev.stoker.local.account.AwsError;
import dev.stoker.local.time.Timeline;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A standard queue. A received message is hidden from other receivers for a time, and becomes visible again if it is
 * not deleted. Source: SQS developer guide, "Amazon SQS visibility timeout" and "Amazon SQS short and long polling".
 */
final class MessageQueue {
    /** The default visibility timeout, seconds. */
    static final int VISIBILITY_SECONDS = 30;

    private static final int LEAST_RETENTION = 60;
    private static final int MOST_RETENTION = 1_209_600;

    private final Timeline timeline;
    private final String name;
    private final String arn;
    private final long createdAt;
    private final List<StoredMessage> messages = new ArrayList<>();
    private final List<Waiting> waiting = new ArrayList<>();
    private int retentionSeconds = MOST_RETENTION;
    private long sent;

    /** A receiver that waits for messages. */
    private record Waiting(int most, int hiddenSeconds, Consumer<List<StoredMessage>> receiver) {}

    MessageQueue(Timeline timeline, String name, String arn) {
        this.timeline = timeline;
        this.name = name;
        this.arn = arn;
        this.createdAt = timeline.nowMillis();
    }

    String name() {
        return name;
    }

    String arn() {
        return arn;
    }

    /** Milliseconds since the epoch. */
    long createdAt() {
        return createdAt;
    }

    int retentionSeconds() {
        return retentionSeconds;
    }

    void retain(int seconds) {
        if (seconds < LEAST_RETENTION || seconds > MOST_RETENTION) {
            throw new AwsError(
                    "InvalidAttributeValue",
                    "Invalid value for the parameter MessageRetentionPeriod. Must be " + LEAST_RETENTION + " to "
                            + MOST_RETENTION + " seconds, got " + seconds + ".");
        }
        retentionSeconds = seconds;
    }

    void send(String body, Map<String, String> attributes) {
        dropExpired();
        messages.add(new StoredMessage(arn, sent++, timeline.nowMillis(), body, attributes));
        if (!waiting.isEmpty()) {
            Waiting first = waiting.remove(0);
            first.receiver.accept(take(first.most, first.hiddenSeconds));
        }
    }

    /**
     * Receives messages, the oldest first.
     *
     * @param most the maximum number, 1 to 10
     * @param hiddenSeconds the visibility timeout
     * @param waitSeconds how long to wait if there is no message
     * @param receiver receives the messages, once; an empty list if there are none
     */
    void receive(int most, int hiddenSeconds, int waitSeconds, Consumer<List<StoredMessage>> receiver) {
        List<StoredMessage> taken = take(most, hiddenSeconds);
        if (!taken.isEmpty() || waitSeconds == 0) {
            receiver.accept(taken);
            return;
        }
        Waiting mine = new Waiting(most, hiddenSeconds, receiver);
        waiting.add(mine);
        timeline.after(waitSeconds * 1000L, () -> {
            // finds messages that have become visible again
            if (waiting.remove(mine)) {
                receiver.accept(take(most, hiddenSeconds));
            }
        });
    }

    private List<StoredMessage> take(int most, int hiddenSeconds) {
        dropExpired();
        long now = timeline.nowMillis();
        List<StoredMessage> taken = messages.stream()
                .filter(message -> message.isVisible(now))
                .limit(most)
                .toList();
        taken.forEach(message -> message.received(now, hiddenSeconds));
        return taken;
    }

    /** Deletes the message of a receipt. Does nothing if it is deleted already. */
    void delete(String receipt) {
        Optional<String> id = StoredMessage.idOf(receipt);
        if (id.isEmpty()) {
            throw new AwsError("ReceiptHandleIsInvalid", "The input receipt handle is invalid.");
        }
        messages.removeIf(message -> message.id().equals(id.get()));
    }

    void purge() {
        messages.clear();
    }

    /** The number of visible messages. */
    long visible() {
        dropExpired();
        long now = timeline.nowMillis();
        return messages.stream().filter(message -> message.isVisible(now)).count();
    }

    /** The number of hidden messages. */
    long hidden() {
        return messages.size() - visible();
    }

    private void dropExpired() {
        long oldest = timeline.nowMillis() - retentionSeconds * 1000L;
        messages.removeIf(message -> message.sentAt() < oldest);
    }
}
