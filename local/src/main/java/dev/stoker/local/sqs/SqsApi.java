// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.sqs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stoker.local.account.AwsError;
import dev.stoker.local.http.JsonApi;
import dev.stoker.local.http.JsonApi.JsonInput;
import dev.stoker.local.http.JsonApi.JsonText;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/** SQS's JSON protocol, which clients have used since 2023, with the operations to read a queue. */
final class SqsApi {
    private static final int MOST_MESSAGES = 10;
    private static final int MOST_HIDDEN_SECONDS = 43_200;
    private static final int MOST_WAIT_SECONDS = 20;

    private final Queues queues;

    private SqsApi(Queues queues) {
        this.queues = queues;
    }

    /** Creates the protocol of these queues. */
    static JsonApi of(Queues queues) {
        SqsApi api = new SqsApi(queues);
        return new JsonApi("sqs", "AmazonSQS", "1.0")
                .with("ListQueues", Set.of("QueueNamePrefix", "MaxResults", "NextToken"), api::list)
                .with("GetQueueUrl", Set.of("QueueName", "QueueOwnerAWSAccountId"), api::url)
                .with("GetQueueAttributes", Set.of("QueueUrl", "AttributeNames"), api::attributes)
                .withLater(
                        "ReceiveMessage",
                        Set.of(
                                "QueueUrl",
                                "AttributeNames",
                                "MessageSystemAttributeNames",
                                "MessageAttributeNames",
                                "MaxNumberOfMessages",
                                "VisibilityTimeout",
                                "WaitTimeSeconds"),
                        api::receive)
                .with("DeleteMessage", Set.of("QueueUrl", "ReceiptHandle"), api::delete)
                .with("PurgeQueue", Set.of("QueueUrl"), api::purge);
    }

    /** Lists all queues in one page, which has up to 1,000 on AWS. */
    private JsonNode list(JsonInput input) {
        String prefix = input.text("QueueNamePrefix").orElse("");
        ObjectNode output = JsonText.object();
        ArrayNode urls = output.putArray("QueueUrls");
        queues.all().stream()
                .map(MessageQueue::name)
                .filter(name -> name.startsWith(prefix))
                .forEach(name -> urls.add(queues.url(name)));
        return output;
    }

    private JsonNode url(JsonInput input) {
        return JsonText.object()
                .put(
                        "QueueUrl",
                        queues.url(queues.named(input.required("QueueName")).name()));
    }

    private MessageQueue queue(JsonInput input) {
        return queues.at(input.required("QueueUrl"));
    }

    private JsonNode attributes(JsonInput input) {
        MessageQueue queue = queue(input);
        Map<String, String> all = new LinkedHashMap<>();
        all.put("QueueArn", queue.arn());
        all.put("ApproximateNumberOfMessages", String.valueOf(queue.visible()));
        all.put("ApproximateNumberOfMessagesNotVisible", String.valueOf(queue.hidden()));
        all.put("ApproximateNumberOfMessagesDelayed", "0");
        all.put("CreatedTimestamp", String.valueOf(queue.createdAt() / 1000));
        all.put("MessageRetentionPeriod", String.valueOf(queue.retentionSeconds()));
        all.put("VisibilityTimeout", String.valueOf(MessageQueue.VISIBILITY_SECONDS));
        all.put("DelaySeconds", "0");
        all.put("ReceiveMessageWaitTimeSeconds", "0");
        all.put("SqsManagedSseEnabled", "true");
        List<String> wanted = input.texts("AttributeNames");
        ObjectNode attributes = JsonText.object();
        for (String name : wanted.contains("All") ? all.keySet() : wanted) {
            if (!all.containsKey(name)) {
                throw new AwsError(
                        "InvalidAttributeName",
                        "Unknown Attribute " + name + ". The embedded AWS has " + String.join(", ", all.keySet())
                                + ".");
            }
            attributes.put(name, all.get(name));
        }
        return JsonText.object().set("Attributes", attributes);
    }

    private void receive(JsonInput input, Consumer<JsonNode> reply) {
        int most = within(input, "MaxNumberOfMessages", 1, 1, MOST_MESSAGES);
        int hidden = within(input, "VisibilityTimeout", MessageQueue.VISIBILITY_SECONDS, 0, MOST_HIDDEN_SECONDS);
        int wait = within(input, "WaitTimeSeconds", 0, 0, MOST_WAIT_SECONDS);
        queue(input).receive(most, hidden, wait, messages -> {
            ObjectNode output = JsonText.object();
            if (!messages.isEmpty()) {
                ArrayNode received = output.putArray("Messages");
                messages.forEach(message -> received.add(described(message, input)));
            }
            reply.accept(output);
        });
    }

    private static int within(JsonInput input, String field, int otherwise, int least, int most) {
        long value = input.number(field, otherwise);
        if (value < least || value > most) {
            throw new AwsError(
                    "InvalidParameterValue",
                    "Value " + value + " for parameter " + field + " is invalid. Reason: Must be between " + least
                            + " and " + most + ", if provided.");
        }
        return (int) value;
    }

    private static ObjectNode described(StoredMessage message, JsonInput input) {
        ObjectNode described = JsonText.object()
                .put("MessageId", message.id())
                .put("ReceiptHandle", message.receipt())
                .put("MD5OfBody", message.md5OfBody())
                .put("Body", message.body());
        Map<String, String> system = Map.of(
                "SentTimestamp", String.valueOf(message.sentAt()),
                "ApproximateReceiveCount", String.valueOf(message.receives()),
                "ApproximateFirstReceiveTimestamp", String.valueOf(message.firstReceivedAt()));
        Set<String> requested = join(input.texts("AttributeNames"), input.texts("MessageSystemAttributeNames"));
        system.forEach((name, value) -> {
            if (requested.contains("All") || requested.contains(name)) {
                described.withObjectProperty("Attributes").put(name, value);
            }
        });
        SortedMap<String, String> wanted = wanted(message.attributes(), input.texts("MessageAttributeNames"));
        if (!wanted.isEmpty()) {
            described.put("MD5OfMessageAttributes", StoredMessage.md5(wanted));
            ObjectNode attributes = described.putObject("MessageAttributes");
            wanted.forEach((name, value) ->
                    attributes.putObject(name).put("StringValue", value).put("DataType", "String"));
        }
        return described;
    }

    private static Set<String> join(List<String> some, List<String> more) {
        Set<String> all = new HashSet<>(some);
        all.addAll(more);
        return all;
    }

    /** Selects attributes by their names, by {@code prefix.*}, or all by {@code All} or {@code .*}. */
    private static SortedMap<String, String> wanted(SortedMap<String, String> all, List<String> names) {
        SortedMap<String, String> wanted = new TreeMap<>();
        for (String name : names) {
            boolean isPrefix = name.endsWith(".*");
            String text = isPrefix ? name.substring(0, name.length() - 2) : name;
            all.forEach((attribute, value) -> {
                if (name.equals("All") || (isPrefix ? attribute.startsWith(text) : attribute.equals(text))) {
                    wanted.put(attribute, value);
                }
            });
        }
        return wanted;
    }

    private JsonNode delete(JsonInput input) {
        queue(input).delete(input.required("ReceiptHandle"));
        return JsonText.object();
    }

    private JsonNode purge(JsonInput input) {
        queue(input).purge();
        return JsonText.object();
    }
}
