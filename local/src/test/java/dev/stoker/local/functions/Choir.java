// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.functions;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.S3Event;
import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import java.util.List;
import java.util.Optional;
import org.joda.time.DateTime;
import org.joda.time.DateTimeZone;

/** For {@link Shouting}: an input and an output of different types. */
public final class Choir implements RequestHandler<String, Object> {
    @Override
    public Object handleRequest(String event, Context context) {
        return event;
    }

    /** Reads an event by one of AWS's own serializers and writes another by another; fails without records. */
    public static final class Everything implements RequestHandler<S3Event, ScheduledEvent> {
        @Override
        public ScheduledEvent handleRequest(S3Event event, Context context) {
            ScheduledEvent answer = new ScheduledEvent();
            answer.setDetailType(
                    Thread.currentThread().getContextClassLoader() == Everything.class.getClassLoader()
                            ? "own loader"
                            : "another loader");
            answer.setId(event.getRecords().get(0).getS3().getObject().getUrlDecodedKey());
            answer.setTime(new DateTime(0, DateTimeZone.UTC));
            answer.setResources(
                    List.of(Optional.ofNullable(context.getAwsRequestId()).orElse("none")));
            return answer;
        }
    }
}
