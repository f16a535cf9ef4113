// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.lambda;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import dev.stoker.local.account.AwsError;
import dev.stoker.local.lambda.LambdaService.InvocationType;
import dev.stoker.local.lambda.LambdaService.InvokeRequest;
import dev.stoker.local.lambda.runtime.Runtimes.Payload;
import java.io.IOException;

/** Checks the event of an invocation before it is accepted. */
final class Events {
    /** Source: Lambda developer guide, "gettingstarted-limits": 6 MB synchronous, 1 MB asynchronous. */
    private static final int LARGEST_SYNCHRONOUS = 6 * 1024 * 1024;

    private static final int LARGEST_ASYNCHRONOUS = 1024 * 1024;

    private static final JsonFactory JSON = new JsonFactory();
    private static final Payload ABSENT = Payload.of("{}");

    private Events() {}

    /**
     * The event for the function.
     *
     * @throws AwsError if it is too large or not JSON
     */
    static Payload checked(InvokeRequest request) {
        Payload event = request.payload();
        int limit = request.type() == InvocationType.EVENT ? LARGEST_ASYNCHRONOUS : LARGEST_SYNCHRONOUS;
        if (event.size() > limit) {
            throw Refusals.requestTooLarge(limit);
        }
        if (event.size() == 0) {
            return ABSENT;
        }
        try (JsonParser parser = JSON.createParser(event.bytes())) {
            boolean any = parser.nextToken() != null;
            parser.skipChildren();
            if (!any || parser.nextToken() != null) {
                throw Refusals.notJson("must be one JSON value");
            }
            return event;
        } catch (IOException e) {
            throw Refusals.notJson(e.getMessage());
        }
    }
}
