// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.lambda.runtime;

import dev.stoker.local.functions.AwsEvents;
import dev.stoker.local.lambda.runtime.HandlerCases.Case;
import java.util.stream.Stream;

/** Events of AWS's services, in the shapes of AWS's documentation, for functions that take them as AWS's classes. */
final class EventCases {
    static final String SQS = """
            {"Records":[{"messageId":"m-1","receiptHandle":"h","body":"b","attributes":{"SentTimestamp":"1545082649183"},
            "messageAttributes":{"a":{"stringValue":"v","binaryListValues":[],"dataType":"String"}},"md5OfBody":"e4e6",
            "eventSource":"aws:sqs","eventSourceARN":"arn:aws:sqs:us-east-2:123456789012:q","awsRegion":"us-east-2"}]}""";

    static final String S3 = """
            {"Records":[{"eventVersion":"2.1","eventSource":"aws:s3","awsRegion":"us-east-2",
            "eventTime":"2019-09-03T19:37:27.192Z","eventName":"ObjectCreated:Put",
            "userIdentity":{"principalId":"AWS:AIDA"},"requestParameters":{"sourceIPAddress":"205.255.255.255"},
            "responseElements":{"x-amz-request-id":"D82B","x-amz-id-2":"vlR7"},
            "s3":{"s3SchemaVersion":"1.0","configurationId":"828a","bucket":{"name":"b","ownerIdentity":
            {"principalId":"A3I5"},"arn":"arn:aws:s3:::b"},"object":{"key":"a+key%C3%85","size":1305107,
            "eTag":"b21b","sequencer":"0C0F"}}}]}""";

    static final String SCHEDULED = """
            {"version":"0","id":"cdc7","detail-type":"Scheduled Event","source":"aws.events","account":"123456789012",
            "time":"2026-01-01T12:00:00+02:00","region":"us-east-1",
            "resources":["arn:aws:events:us-east-1:123456789012:rule/r"],"detail":{"a":[1,{"b":null}]}}""";

    static final String REST = """
            {"resource":"/{proxy+}","path":"/orders/7","httpMethod":"POST","headers":{"Accept":"*/*","X":"Å"},
            "multiValueHeaders":{"Accept":["*/*"]},"queryStringParameters":{"q":"1"},"pathParameters":{"proxy":"orders/7"},
            "stageVariables":null,"requestContext":{"accountId":"123456789012","stage":"prod","requestId":"r",
            "requestTimeEpoch":1583817383220,"identity":{"sourceIp":"127.0.0.1"},"authorizer":{"claims":{"sub":"u"}}},
            "body":"{\\"a\\":1}","isBase64Encoded":false}""";

    private static final String HTTP = """
            {"version":"2.0","routeKey":"$default","rawPath":"/orders/7","rawQueryString":"q=1","cookies":["a=b","c=d"],
            "headers":{"h":"1,2"},"requestContext":{"accountId":"123456789012","http":{"method":"GET","path":"/orders/7",
            "sourceIp":"192.168.0.1"},"requestId":"r","timeEpoch":1583348638390},"isBase64Encoded":true}""";

    private static final String BALANCER = """
            {"requestContext":{"elb":{"targetGroupArn":"arn:aws:elasticloadbalancing:us-east-2:123456789012:targetgroup/t/1"}},
            "httpMethod":"GET","path":"/lambda","queryStringParameters":{"q":"1"},"headers":{"accept":"text/html"},
            "body":"","isBase64Encoded":false}""";

    private static final String TABLE = """
            {"Records":[{"eventID":"1","eventVersion":"1.0","eventName":"INSERT","eventSource":"aws:dynamodb",
            "awsRegion":"us-west-2","dynamodb":{"ApproximateCreationDateTime":1479499740.5,"Keys":{"Id":{"N":"101"}},
            "NewImage":{"M":{"M":{"L":{"L":[{"S":"x"},{"BOOL":true},{"NULL":true}]}}},"B":{"B":"AQI="},
            "NS":{"NS":["1","2"]}},"SequenceNumber":"111","SizeBytes":26,"StreamViewType":"NEW_AND_OLD_IMAGES"},
            "eventSourceARN":"arn:aws:dynamodb:us-west-2:123456789012:table/t/stream/s"}]}""";

    private static final String SHARD = """
            {"Records":[{"kinesis":{"kinesisSchemaVersion":"1.0","partitionKey":"1","sequenceNumber":"49590",
            "data":"SGVsbG8=","approximateArrivalTimestamp":1545084650.987},"eventSource":"aws:kinesis",
            "eventID":"shardId-000000000006:49590","eventSourceARN":"arn:aws:kinesis:us-east-2:123456789012:stream/s"}]}""";

    private static final String TOPIC = """
            {"Records":[{"EventVersion":"1.0","EventSubscriptionArn":"arn:aws:sns:us-east-2:123456789012:t:1",
            "EventSource":"aws:sns","Sns":{"SignatureVersion":"1","Timestamp":"2019-01-02T12:45:07.000Z","MessageId":"m",
            "Message":"Hello","MessageAttributes":{"Test":{"Type":"String","Value":"v"}},"Type":"Notification",
            "TopicArn":"arn:aws:sns:us-east-2:123456789012:t","Subject":"s"}}]}""";

    private static final String CUSTOM_RESOURCE = """
            {"RequestType":"Create","ServiceToken":"arn","ResponseURL":"https://example.com","StackId":"s","RequestId":"r",
            "ResourceType":"Custom::R","LogicalResourceId":"l","ResourceProperties":{"Key":"v"}}""";

    private EventCases() {}

    static Stream<Case> all() {
        return Stream.of(
                served(AwsEvents.Rest.class, REST),
                new Case(AwsEvents.RestMethod.class.getName() + "::handle", REST, "{}"),
                served(AwsEvents.Http.class, HTTP),
                served(AwsEvents.Balancer.class, BALANCER),
                served(AwsEvents.Queue.class, SQS),
                served(AwsEvents.QueueBack.class, SQS),
                served(AwsEvents.OwnQueue.class, SQS),
                served(AwsEvents.BucketEvents.class, S3),
                served(AwsEvents.Tables.class, TABLE),
                served(AwsEvents.ScheduleEvents.class, SCHEDULED),
                served(AwsEvents.SchedulesBack.class, SCHEDULED),
                served(AwsEvents.Shards.class, SHARD),
                served(AwsEvents.Topics.class, TOPIC),
                served(AwsEvents.CustomResources.class, CUSTOM_RESOURCE));
    }

    /** The event, and then one that is not of its kind. */
    private static Case served(Class<?> handler, String event) {
        return new Case(handler.getName(), event, "{}", "null", "[]", "{\"Records\":[{}],\"time\":\"noon\"}");
    }
}
