// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.functions;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.amazonaws.services.lambda.runtime.events.ApplicationLoadBalancerRequestEvent;
import com.amazonaws.services.lambda.runtime.events.ApplicationLoadBalancerResponseEvent;
import com.amazonaws.services.lambda.runtime.events.CloudFormationCustomResourceEvent;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.KinesisEvent;
import com.amazonaws.services.lambda.runtime.events.S3Event;
import com.amazonaws.services.lambda.runtime.events.SNSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import java.util.Map;

/** Functions that take the events of aws-lambda-java-events. Those that give back what they got show both ways of the JSON. */
public final class AwsEvents {
    private AwsEvents() {}

    public static final class Rest
            implements RequestHandler<APIGatewayProxyRequestEvent, APIGatewayProxyResponseEvent> {
        @Override
        public APIGatewayProxyResponseEvent handleRequest(APIGatewayProxyRequestEvent event, Context context) {
            return new APIGatewayProxyResponseEvent()
                    .withStatusCode(200)
                    .withHeaders(event.getHeaders())
                    .withBody(event.getHttpMethod() + event.getPath() + event.getIsBase64Encoded() + event.getBody());
        }
    }

    /** A method's own types are found as those of the interface. */
    public static final class RestMethod {
        public APIGatewayProxyRequestEvent handle(APIGatewayProxyRequestEvent event) {
            return event;
        }
    }

    public static final class Http implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
        @Override
        public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
            return APIGatewayV2HTTPResponse.builder()
                    .withStatusCode(200)
                    .withBody(event.getRawPath()
                            + event.getRequestContext().getHttp().getMethod()
                            + event.getIsBase64Encoded()
                            + event.getCookies())
                    .build();
        }
    }

    public static final class Balancer
            implements RequestHandler<ApplicationLoadBalancerRequestEvent, ApplicationLoadBalancerResponseEvent> {
        @Override
        public ApplicationLoadBalancerResponseEvent handleRequest(
                ApplicationLoadBalancerRequestEvent event, Context context) {
            ApplicationLoadBalancerResponseEvent response = new ApplicationLoadBalancerResponseEvent();
            response.setStatusCode(200);
            response.setHeaders(event.getHeaders());
            response.setBody(
                    event.getPath() + event.getRequestContext().getElb().getTargetGroupArn());
            return response;
        }
    }

    public static final class Queue implements RequestHandler<SQSEvent, SQSBatchResponse> {
        @Override
        public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
            return new SQSBatchResponse(event.getRecords().stream()
                    .map(message ->
                            new SQSBatchResponse.BatchItemFailure(message.getMessageId() + message.getEventSourceArn()))
                    .toList());
        }
    }

    public static final class QueueBack implements RequestHandler<SQSEvent, SQSEvent> {
        @Override
        public SQSEvent handleRequest(SQSEvent event, Context context) {
            return event;
        }
    }

    public static final class BucketEvents implements RequestHandler<S3Event, S3Event> {
        @Override
        public S3Event handleRequest(S3Event event, Context context) {
            return event;
        }
    }

    public static final class Tables implements RequestHandler<DynamodbEvent, DynamodbEvent> {
        @Override
        public DynamodbEvent handleRequest(DynamodbEvent event, Context context) {
            return event;
        }
    }

    public static final class ScheduleEvents implements RequestHandler<ScheduledEvent, Map<String, Object>> {
        @Override
        public Map<String, Object> handleRequest(ScheduledEvent event, Context context) {
            return Map.of(
                    "time", event.getTime().getMillis(),
                    "type", event.getDetailType(),
                    "detail", event.getDetail());
        }
    }

    public static final class SchedulesBack implements RequestHandler<ScheduledEvent, ScheduledEvent> {
        @Override
        public ScheduledEvent handleRequest(ScheduledEvent event, Context context) {
            return event;
        }
    }

    public static final class Shards implements RequestHandler<KinesisEvent, KinesisEvent> {
        @Override
        public KinesisEvent handleRequest(KinesisEvent event, Context context) {
            return event;
        }
    }

    public static final class Topics implements RequestHandler<SNSEvent, SNSEvent> {
        @Override
        public SNSEvent handleRequest(SNSEvent event, Context context) {
            return event;
        }
    }

    public static final class CustomResources implements RequestHandler<CloudFormationCustomResourceEvent, String> {
        @Override
        public String handleRequest(CloudFormationCustomResourceEvent event, Context context) {
            return event.getRequestType() + event.getServiceToken() + event.getResourceProperties();
        }
    }

    /** A subclass of an event is a user's own class to AWS. */
    public static final class OwnQueueEvent extends SQSEvent {
        private static final long serialVersionUID = 1;
    }

    public static final class OwnQueue implements RequestHandler<OwnQueueEvent, OwnQueueEvent> {
        @Override
        public OwnQueueEvent handleRequest(OwnQueueEvent event, Context context) {
            return event;
        }
    }
}
