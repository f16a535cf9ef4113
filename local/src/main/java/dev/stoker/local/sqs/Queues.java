// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.sqs;

import dev.stoker.local.account.Account;
import dev.stoker.local.account.AwsError;
import dev.stoker.local.http.Api;
import dev.stoker.local.time.Timeline;
import java.util.Collection;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** The account's queues. Call the methods within the timeline's events. */
public final class Queues {
    private final Timeline timeline;
    private final Account account;
    private final NavigableMap<String, MessageQueue> byName = new TreeMap<>();

    /**
     * Creates the service without queues.
     *
     * @param account the account
     */
    public Queues(Timeline timeline, Account account) {
        this.timeline = timeline;
        this.account = account;
    }

    /**
     * Creates a standard queue.
     *
     * @param retentionSeconds the retention of messages, 60 to 1,209,600
     * @throws AwsError QueueNameExists; InvalidParameterValue for a name or a time out of range
     */
    public void create(String name, int retentionSeconds) {
        if (!name.matches("[A-Za-z0-9_-]{1,80}")) {
            throw new AwsError(
                    "InvalidParameterValue",
                    "Can only include alphanumeric characters, hyphens, or underscores. 1 to 80 in length");
        }
        if (byName.containsKey(name)) {
            throw new AwsError("QueueNameExists", "A queue already exists with the same name.");
        }
        MessageQueue queue = new MessageQueue(timeline, name, account.arn("sqs", name));
        queue.retain(retentionSeconds);
        byName.put(name, queue);
    }

    /** Sets the retention of a queue's messages, 60 to 1,209,600 seconds. */
    public void retain(String name, int retentionSeconds) {
        named(name).retain(retentionSeconds);
    }

    /** Deletes a queue with its messages. */
    public void delete(String name) {
        byName.remove(name);
    }

    /**
     * Sends a message to a queue.
     *
     * @param arn the queue's ARN
     * @param attributes texts by their names
     * @return whether the queue exists
     */
    public boolean send(String arn, String body, Map<String, String> attributes) {
        Optional<MessageQueue> queue =
                byName.values().stream().filter(one -> one.arn().equals(arn)).findFirst();
        queue.ifPresent(found -> found.send(body, attributes));
        return queue.isPresent();
    }

    /** The URL of a queue in requests. Its host is AWS's; clients with an endpoint ignore the host. */
    public String url(String name) {
        return "https://sqs." + account.region() + ".amazonaws.com/" + account.id() + "/" + name;
    }

    /** The protocol of the service. */
    public Api endpoint() {
        return SqsApi.of(this);
    }

    Collection<MessageQueue> all() {
        return byName.values();
    }

    MessageQueue named(String name) {
        MessageQueue queue = byName.get(name);
        if (queue == null) {
            throw new AwsError("QueueDoesNotExist", "The specified queue does not exist.");
        }
        return queue;
    }

    /** The queue of a URL with any host. */
    MessageQueue at(String url) {
        String place = "/" + account.id() + "/";
        int from = url.lastIndexOf(place);
        return named(from < 0 ? "" : url.substring(from + place.length()));
    }
}
