// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.sqs;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stoker.local.ServedAws;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.scheduler.model.FlexibleTimeWindowMode;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;
import software.amazon.awssdk.services.sqs.model.ReceiptHandleIsInvalidException;
import software.amazon.awssdk.services.sqs.model.SqsException;

/** A queue of a stack, and the ticks that were lost. */
class SqsApiTest {
    private static final String TEMPLATE = """
            Resources:
              Lost:
                Type: AWS::SQS::Queue
                Properties: {QueueName: lost, MessageRetentionPeriod: 1209600}
            Outputs:
              Url: {Value: !Ref Lost}
              Arn: {Value: !GetAtt Lost.Arn}
            """;

    private final ServedAws aws = ServedAws.start();
    private final SqsClient sqs = aws.sqs();
    private final Map<String, String> outputs = deploy();

    private Map<String, String> deploy() {
        aws.cloudFormation().createStack(request -> request.stackName("s").templateBody(TEMPLATE));
        aws.cloudFormation().waiter().waitUntilStackCreateComplete(request -> request.stackName("s"));
        return aws.cloudFormation().describeStacks(request -> request.stackName("s")).stacks().get(0).outputs().stream()
                .collect(Collectors.toMap(output -> output.outputKey(), output -> output.outputValue()));
    }

    @AfterEach
    void close() {
        aws.close();
    }

    /** Its first tick comes at once, and starts nothing: there is no such state machine. */
    private void loseTick() {
        aws.scheduler()
                .createSchedule(request -> request.name("broken")
                        .scheduleExpression("rate(1 hour)")
                        .flexibleTimeWindow(window -> window.mode(FlexibleTimeWindowMode.OFF))
                        .target(target -> target.arn("arn:aws:states:us-east-1:000000000000:stateMachine:none")
                                .roleArn("arn:aws:iam::000000000000:role/any")
                                .input("{\"a\":1}")
                                .deadLetterConfig(letters -> letters.arn(outputs.get("Arn")))));
    }

    private List<Message> receive(int waitSeconds, int hiddenSeconds) {
        return sqs.receiveMessage(request -> request.queueUrl(outputs.get("Url"))
                        .messageAttributeNames("All")
                        .visibilityTimeout(hiddenSeconds)
                        .waitTimeSeconds(waitSeconds))
                .messages();
    }

    private String attribute(QueueAttributeName name) {
        return requireNonNull(sqs.getQueueAttributes(
                        request -> request.queueUrl(outputs.get("Url")).attributeNames(name))
                .attributes()
                .get(name));
    }

    @Test
    void a_tick_that_was_lost_is_received_with_its_reason_and_deleted() {
        loseTick();

        Message lost = receive(20, 30).get(0);

        assertThat(lost.body())
                .isEqualTo("{\"StateMachineArn\":\"arn:aws:states:us-east-1:000000000000:stateMachine:none\","
                        + "\"Input\":\"{\\\"a\\\":1}\"}");
        assertThat(lost.messageAttributes())
                .extractingByKey("ERROR_CODE")
                .extracting(MessageAttributeValue::stringValue)
                .isEqualTo("StateMachineDoesNotExist");
        assertThat(lost.md5OfMessageAttributes()).hasSize(32);
        assertThat(receive(0, 30)).as("hidden from others").isEmpty();
        assertThat(attribute(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE))
                .isEqualTo("1");
        sqs.deleteMessage(request -> request.queueUrl(outputs.get("Url")).receiptHandle(lost.receiptHandle()));
        assertThat(attribute(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE))
                .isEqualTo("0");
    }

    @Test
    void who_waits_gets_the_message_that_comes() {
        CompletableFuture<List<Message>> waiting = CompletableFuture.supplyAsync(() -> receive(20, 0));

        loseTick();

        assertThat(waiting.join()).hasSize(1);
        assertThat(receive(0, 0)).as("hidden for no time at all").hasSize(1);
        sqs.purgeQueue(request -> request.queueUrl(outputs.get("Url")));
        assertThat(receive(0, 0)).isEmpty();
    }

    @Test
    void queues_are_found_by_name_and_what_is_not_there_is_reported() {
        assertThat(sqs.listQueues(request -> request.queueNamePrefix("lo")).queueUrls())
                .containsExactly(outputs.get("Url"));
        assertThat(sqs.getQueueUrl(request -> request.queueName("lost")).queueUrl())
                .isEqualTo("https://sqs.us-east-1.amazonaws.com/000000000000/lost");
        assertThat(attribute(QueueAttributeName.MESSAGE_RETENTION_PERIOD)).isEqualTo("1209600");
        assertThatThrownBy(() -> sqs.getQueueUrl(request -> request.queueName("none")))
                .isInstanceOf(QueueDoesNotExistException.class);
        assertThatThrownBy(() -> sqs.deleteMessage(
                        request -> request.queueUrl(outputs.get("Url")).receiptHandle("none")))
                .isInstanceOf(ReceiptHandleIsInvalidException.class);
        assertThatThrownBy(() -> receive(21, 30))
                .isInstanceOf(SqsException.class)
                .hasMessageContaining("Must be between 0 and 20");

        aws.cloudFormation().deleteStack(request -> request.stackName("s"));
        aws.cloudFormation().waiter().waitUntilStackDeleteComplete(request -> request.stackName("s"));
        assertThat(sqs.listQueues().queueUrls()).isEmpty();
    }
}
